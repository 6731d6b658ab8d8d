"""Which lines make a paragraph, and what the whole of it tells of each."""

from __future__ import annotations

from models.reading.text_dump import split_lines
from models.segmenting.paragraphs import block_names, paragraphs
from models.segmenting.repair import clean

TEXT = "放映员在广场上装机器，居民们搬来板\n凳等着看电影。图\n为广场一角。\n林一苇 摄\n水渠昨天通水。"


def test_what_stands_on_two_lines_is_said_of_both() -> None:
    found = paragraphs([clean(line) for line in split_lines(TEXT)], lambda i: i < 2)
    assert [(one.first, one.last) for one in found] == [(0, 2)] * 3 + [(3, 3), (4, 4)]
    assert {"paragraph_of_3", "paragraph_says_caption", "photographer_below_paragraph"} <= set(found[0].names)
    assert "paragraph_ends_with_photographer" in found[3].names
    assert found[4].names == ("paragraph_of_1",)


def test_a_long_text_is_no_caption_whatever_it_says() -> None:
    found = paragraphs([clean(line) for line in split_lines("图为水渠。" * 40)], lambda _: False)
    assert found[0].names == ("paragraph_of_1", "paragraph_long")


def test_a_small_block_tells_whether_any_of_its_sentences_ends() -> None:
    lines = [clean(line) for line in split_lines("红石湾灌区\n\n水渠昨天\n通水。\n\n甲乙\n丙丁\n戊己\n庚辛")]
    found = block_names(lines, lambda i: lines[i].line.marks.blanks_before > 0)
    assert found == ["block_of_1_unfinished", "block_of_3", "block_of_3", None, None, None, None]


def test_a_block_of_names_is_not_unfinished() -> None:
    lines = [clean(line) for line in split_lines("青河晚报记者\n林一苇\n\n水渠修到村口")]
    found = block_names(lines, lambda i: lines[i].line.marks.blanks_before > 0)
    assert found == ["block_of_3", "block_of_3", "block_of_1_unfinished"]
