"""ALTO of all versions: words, places, confidences, order and articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from tests.models.reading.ocr_files.files import HEIGHT, alto, block, line, outline_of, read_beside, texts


def string(text: str, x: int, attributes: str = "", width: int = 90) -> str:
    return f'<String CONTENT="{text}" HPOS="{x}" VPOS="100" WIDTH="{width}" HEIGHT="20" {attributes}/>'


def of_strings(*parts: str) -> str:
    return alto(block("b", f'<TextLine HPOS="100" VPOS="100" WIDTH="400" HEIGHT="20">{"".join(parts)}</TextLine>'))


@pytest.mark.parametrize(("version", "name"), [(2, "ALTO 2"), (3, "ALTO 3"), (4, "ALTO 4")])
def test_versions_are_told_by_their_name_space(tmp_path: Path, version: int, name: str) -> None:
    reading = read_beside(tmp_path, "page.xml", alto(block("b", line("江北", 100, 100)), version=version))
    assert (reading.reader, texts(reading)) == (name, ["江北"])


def test_a_prefix_and_a_schema_version_are_as_good(tmp_path: Path) -> None:
    place = 'HPOS="0" VPOS="0" WIDTH="9" HEIGHT="9"'
    text = (
        '<a:alto xmlns:a="http://schema.ccs-gmbh.com/ALTO" SCHEMAVERSION="2.1"><a:Layout><a:Page WIDTH="1000" HEIGHT="1500">'
        f'<a:PrintSpace><a:TextBlock><a:TextLine {place}><a:String CONTENT="桥" {place}/></a:TextLine></a:TextBlock>'
        "</a:PrintSpace></a:Page></a:Layout></a:alto>"
    )
    reading = read_beside(tmp_path, "page.xml", text)
    assert (reading.reader, texts(reading)) == ("ALTO 2", ["桥"])


@pytest.mark.parametrize(("unit", "factor"), [("pixel", 1.0), ("mm10", 0.8467), ("inch1200", 4.0)])
def test_places_in_every_unit(tmp_path: Path, unit: str, factor: float) -> None:
    body = block("b", line("江北添桥", 100 * factor, 200 * factor, 400 * factor, 20 * factor))
    text = alto(body, unit=unit, size=(1000 * factor, 1500 * factor))
    (found,) = read_beside(tmp_path, "page.xml", text).lines
    wanted = outline_of(100, 200)
    assert found.outline is not None
    assert found.outline.x0 == pytest.approx(wanted.x0)
    assert found.outline.y1 == pytest.approx(wanted.y1)
    assert found.glyph_height == pytest.approx(20 / HEIGHT)


def test_blanks_stand_between_latin_words_and_wide_gaps_only(tmp_path: Path) -> None:
    blank = "<SP/>"
    assert texts(read_beside(tmp_path, "page.xml", of_strings(string("New", 100), blank, string("York", 200)))) == ["New York"]
    assert texts(read_beside(tmp_path, "page.xml", of_strings(string("New", 100), string("York", 200)))) == ["New York"]
    assert texts(read_beside(tmp_path, "page.xml", of_strings(string("江北", 100), blank, string("添桥", 195)))) == ["江北添桥"]
    assert texts(read_beside(tmp_path, "page.xml", of_strings(string("王萌", 100), blank, string("赵博", 230)))) == [
        "王萌 赵博"
    ]
    assert texts(
        read_beside(tmp_path, "page.xml", of_strings(string("新增", 100), blank, string("12", 195), string("座", 290)))
    ) == ["新增12座"]


def test_a_hyphen_stays_as_it_is_printed(tmp_path: Path) -> None:
    text = of_strings(string("foot", 100, 'SUBS_TYPE="HypPart1" SUBS_CONTENT="footbridge"'), '<HYP CONTENT="-"/>')
    assert texts(read_beside(tmp_path, "page.xml", text)) == ["foot-"]


def test_confidences_of_words_and_characters(tmp_path: Path) -> None:
    (found,) = read_beside(
        tmp_path, "page.xml", of_strings(string("江北", 100, 'WC="0.9" CC="09"'), string("桥", 195, 'WC="0.3"'))
    ).lines
    assert found.confidence == pytest.approx((2 * 0.9 + 0.3) / 3)
    assert found.unsure == (1, 2)


def test_without_confidences_nothing_is_unsure(tmp_path: Path) -> None:
    (found,) = read_beside(tmp_path, "page.xml", of_strings(string("江北", 100))).lines
    assert (found.confidence, found.unsure) == (None, ())


def test_upright_lines(tmp_path: Path) -> None:
    (found,) = read_beside(tmp_path, "page.xml", alto(block("b", line("桥上看江", 100, 100, 30, 150)))).lines
    assert found.vertical
    assert found.glyph_height == pytest.approx(30 / HEIGHT)


def test_lines_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    body = block("b1", line("三", 500, 100)) + block("b2", line("一", 100, 100), line("二", 100, 130))
    assert texts(read_beside(tmp_path, "page.xml", alto(body))) == ["三", "一", "二"]


def test_reading_order_of_version_4(tmp_path: Path) -> None:
    body = (
        block("b1", line("三", 500, 100))
        + block("b2", line("一", 100, 100), line("二", 100, 130))
        + block("b3", line("末", 0, 0))
    )
    order = (
        '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="e1" REF="b2"/>'
        '<UnorderedGroup ID="u"><ElementRef ID="e2" REF="b1"/></UnorderedGroup></OrderedGroup></ReadingOrder>'
    )
    assert texts(read_beside(tmp_path, "page.xml", alto(body, order=order))) == ["一", "二", "三", "末"]


def test_blocks_that_name_their_next(tmp_path: Path) -> None:
    body = (
        block("b1", line("三", 500, 100))
        + block("b2", line("一", 100, 100), attributes='IDNEXT="b3"')
        + block("b3", line("二", 0, 0), attributes='IDNEXT="b1"')
    )
    assert texts(read_beside(tmp_path, "page.xml", alto(body))) == ["一", "二", "三"]


def test_articles_by_tags(tmp_path: Path) -> None:
    tags = (
        '<Tags><LayoutTag ID="h" LABEL="heading"/><StructureTag ID="a1" TYPE="article" LABEL="江北添桥"/>'
        '<StructureTag ID="a2" TYPE="article" LABEL="书屋"/><LayoutTag ID="f" LABEL="header"/></Tags>'
    )
    body = (
        block("b0", line("江北日报", 0, 0), attributes='TAGREFS="f"')
        + block("b1", line("江北添桥", 100, 50, height=40), attributes='TAGREFS="a1 h"')
        + block("b2", line("书屋开门", 500, 50), attributes='TAGREFS="a2 h"')
        + block("b3", line("江北市今年", 100, 100), line("新修了桥。", 100, 130), attributes='TAGREFS="a1"')
        + block("b4", line("书屋昨天开门。", 500, 100), attributes='TAGREFS="a2"')
        + block("b5", line("天气晴", 500, 900))
    )
    marked = read_beside(tmp_path, "page.xml", alto(body, tags=tags)).marked
    assert marked == Proposal(
        (
            (Segment(Role.HEADLINE, (2,)), Segment(Role.BODY, (4, 5))),
            (Segment(Role.HEADLINE, (3,)), Segment(Role.BODY, (6,))),
        ),
        furniture=((1,),),
        unplaced=((7,),),
    )


def test_articles_by_composed_blocks_with_headlines_told_by_their_size(tmp_path: Path) -> None:
    body = "".join(
        f'<ComposedBlock ID="c{i}" TYPE="article">{block(f"h{i}", line("江北添桥", 100, 200 * i, height=50))}'
        f"{block(f't{i}', line('江北市今年', 100, 200 * i + 60), line('新修了桥。', 100, 200 * i + 90))}</ComposedBlock>"
        for i in range(2)
    )
    marked = read_beside(tmp_path, "page.xml", alto(body)).marked
    assert marked is not None
    assert marked.articles == (
        (Segment(Role.HEADLINE, (1,)), Segment(Role.BODY, (2, 3))),
        (Segment(Role.HEADLINE, (4,)), Segment(Role.BODY, (5, 6))),
    )


def test_a_file_that_names_no_articles_leaves_them_to_the_segmenter(tmp_path: Path) -> None:
    assert read_beside(tmp_path, "page.xml", alto(block("b", line("江北添桥", 100, 100)))).marked is None


def test_pictures_and_rules(tmp_path: Path) -> None:
    place = 'HPOS="100" VPOS="200" WIDTH="400" HEIGHT="{}"'
    body = block("b", line("江北", 0, 0)) + f"<Illustration {place.format(300)}/><GraphicalElement {place.format(2)}/>"
    graphics = read_beside(tmp_path, "page.xml", alto(body)).graphics
    assert graphics.photos == (outline_of(100, 200, 400, 300),)
    assert graphics.rules == (outline_of(100, 200, 400, 2),)


def test_numbers_that_are_none_and_lines_without_a_place(tmp_path: Path) -> None:
    body = block(
        "b", '<TextLine HPOS="NaN" VPOS=""><String CONTENT="江北"/></TextLine>', line("", 100, 100), line("桥", 990, 1490)
    )
    body += block("c", line("上", 100, 100, width=-5))
    first, second, third = read_beside(tmp_path, "page.xml", alto(body)).lines
    assert third.outline is None
    assert (first.text, first.outline, first.glyph_height) == ("江北", None, None)
    assert second.outline is not None
    assert (second.outline.x1, second.outline.y1) == (1.0, 1.0)
