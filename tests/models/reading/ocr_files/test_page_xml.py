"""PAGE-XML: polygons, nested order, articles as Transkribus and group types mark them."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.domain.proposal import Segment
from models.domain.role import Role
from tests.models.reading.ocr_files.files import outline_of, page_xml, read_beside, region, text_line, texts


def test_lines_with_places_and_confidences(tmp_path: Path) -> None:
    reading = read_beside(tmp_path, "page.xml", page_xml(region("r", text_line("江北 添桥", 100, 200, conf='conf="0.8"'))))
    (found,) = reading.lines
    assert (reading.reader, found.text, found.outline, found.confidence) == (
        "PAGE-XML 2019",
        "江北 添桥",
        outline_of(100, 200),
        0.8,
    )


def test_points_as_elements_of_the_first_version(tmp_path: Path) -> None:
    body = (
        '<pc:TextRegion id="r"><pc:TextLine id="l"><pc:Coords><pc:Point x="100" y="200"/><pc:Point x="500" y="205"/>'
        '<pc:Point x="300" y="220"/></pc:Coords><pc:TextEquiv><pc:Unicode>江北</pc:Unicode></pc:TextEquiv>'
        "</pc:TextLine></pc:TextRegion>"
    )
    reading = read_beside(tmp_path, "page.xml", page_xml(body, year="2010-03-19"))
    assert (reading.reader, reading.lines[0].outline) == ("PAGE-XML 2010", outline_of(100, 200))


def test_nested_groups_give_the_order_and_the_rest_comes_last(tmp_path: Path) -> None:
    order = (
        '<pc:ReadingOrder><pc:OrderedGroup id="g"><pc:RegionRefIndexed index="1" regionRef="r1"/>'
        '<pc:OrderedGroupIndexed index="0" id="g0"><pc:RegionRefIndexed index="1" regionRef="r4"/>'
        '<pc:RegionRefIndexed index="0" regionRef="r3"/></pc:OrderedGroupIndexed></pc:OrderedGroup></pc:ReadingOrder>'
    )
    body = "".join(region(f"r{i}", text_line(f"第{i}", 100, 100 * i)) for i in range(1, 5))
    assert texts(read_beside(tmp_path, "page.xml", page_xml(body, order=order))) == ["第3", "第4", "第1", "第2"]


def test_order_of_lines_in_a_region(tmp_path: Path) -> None:
    lines = (
        text_line("二", 100, 100, custom="readingOrder {index:1;}"),
        text_line("一", 100, 200, custom="readingOrder {index:0;}"),
    )
    assert texts(read_beside(tmp_path, "page.xml", page_xml(region("r", *lines)))) == ["一", "二"]


def test_regions_in_regions_and_words_without_a_line_text(tmp_path: Path) -> None:
    word = (
        '<pc:Word id="{0}"><pc:Coords points="{1},100 {2},120"/>'
        '<pc:TextEquiv conf="{3}"><pc:Unicode>{0}</pc:Unicode></pc:TextEquiv></pc:Word>'
    )
    words = word.format("江北", 100, 140, 0.9) + word.format("添桥", 142, 180, 0.2)
    inner = region("in", f'<pc:TextLine id="l"><pc:Coords points="100,100 180,120"/>{words}</pc:TextLine>')
    (found,) = read_beside(tmp_path, "page.xml", page_xml(region("out", inner))).lines
    assert (found.text, found.unsure) == ("江北添桥", (2, 3))
    assert found.confidence == pytest.approx(0.55)


def test_the_first_of_several_readings_holds(tmp_path: Path) -> None:
    line = text_line("江北", 100, 100).replace(
        "<pc:TextEquiv >", '<pc:TextEquiv index="2"><pc:Unicode>汪北</pc:Unicode></pc:TextEquiv><pc:TextEquiv index="1">'
    )
    assert texts(read_beside(tmp_path, "page.xml", page_xml(region("r", line)))) == ["江北"]


def test_articles_in_the_custom_attribute_of_lines(tmp_path: Path) -> None:
    first, second = (f"structure {{id:a{i}; type:article;}}" for i in (1, 2))
    lines = (
        text_line("江北添桥", 100, 100, custom=f"readingOrder {{index:0;}} {first}"),
        text_line("书屋开门", 100, 130, custom=f"readingOrder {{index:1;}} {second}"),
        text_line("江北市今年", 100, 160, custom=f"readingOrder {{index:2;}} {first}"),
        text_line("天气晴", 100, 190, custom="readingOrder {index:3;}"),
    )
    marked = read_beside(tmp_path, "page.xml", page_xml(region("r", *lines))).marked
    assert marked is not None
    assert [[segment.lines for segment in article] for article in marked.articles] == [[(1, 3)], [(2,)]]
    assert marked.unplaced == ((4,),)


def test_articles_by_groups_and_roles_by_types_of_regions(tmp_path: Path) -> None:
    order = (
        '<pc:ReadingOrder><pc:OrderedGroup id="g"><pc:RegionRefIndexed index="0" regionRef="head"/>'
        '<pc:OrderedGroupIndexed index="1" id="a1" custom="structure {type:article;}">'
        '<pc:RegionRefIndexed index="0" regionRef="title"/>'
        '<pc:RegionRefIndexed index="1" regionRef="text"/><pc:RegionRefIndexed index="2" regionRef="under"/>'
        "</pc:OrderedGroupIndexed></pc:OrderedGroup></pc:ReadingOrder>"
    )
    body = (
        region("text", text_line("江北市今年", 100, 200), attributes='type="paragraph"')
        + region("head", text_line("江北日报", 100, 10), attributes='type="header"')
        + region("under", text_line("图为新桥", 100, 300), attributes='type="caption"')
        + region("title", text_line("江北添桥", 100, 100), attributes='type="heading"')
    )
    reading = read_beside(tmp_path, "page.xml", page_xml(body, order=order))
    assert texts(reading) == ["江北日报", "江北添桥", "江北市今年", "图为新桥"]
    assert reading.marked is not None
    assert reading.marked.articles == ((Segment(Role.HEADLINE, (2,)), Segment(Role.BODY, (3,)), Segment(Role.CAPTION, (4,))),)
    assert reading.marked.furniture == ((1,),)


def test_pictures_rules_and_frames(tmp_path: Path) -> None:
    coords = '<pc:Coords points="{}"/>'
    body = (
        region("r", text_line("江北", 0, 0))
        + f'<pc:ImageRegion id="i">{coords.format("100,200 500,200 500,500 100,500")}</pc:ImageRegion>'
        + f'<pc:SeparatorRegion id="s">{coords.format("100,600 500,602")}</pc:SeparatorRegion>'
    )
    graphics = read_beside(tmp_path, "page.xml", page_xml(body)).graphics
    assert graphics.photos == (outline_of(100, 200, 400, 300),)
    assert graphics.rules == (outline_of(100, 600, 400, 2),)
