"""What a guess at the articles makes of how fragments go together."""

from __future__ import annotations

from models.domain.line import Line
from models.segmenting.fragments import Fragment
from models.segmenting.guess import Guess
from models.segmenting.repair import clean
from models.segmenting.roles import Kind
from models.segmenting.scene import Scene

T, H = Kind.TEXT, Kind.HEADING
PARTS = (
    (H, "水渠通水 旱田增收"),
    (T, "红石湾水渠昨天通水，三万亩旱田得到灌溉。"),
    (T, "水渠全长三十里，旱田的农户投工修渠。"),
    (T, "图书馆昨天开馆，读者排起长队借书。"),
    (T, "读者说，图书馆的书比从前多了。"),
)


def guess(*article: int) -> Guess:
    nodes = [Fragment(kind, (clean(Line(i, text)),)) for i, (kind, text) in enumerate(PARTS, start=1)]
    return Guess(Scene(nodes), article)


def test_a_seam_is_judged_by_all_that_stands_on_both_sides() -> None:
    alike = guess(0, 0, 0, 0, 0).alike_at_seam
    assert alike[1, 2] > alike[2, 3]
    assert alike[3, 4] > alike[2, 3]


def test_what_follows_the_left_one_in_its_article_is_no_part_of_the_seam() -> None:
    alone, joined = guess(0, 1, 2, 3, 4).alike_at_seam, guess(0, 0, 0, 0, 0).alike_at_seam
    assert abs(alone[1, 4] - joined[1, 4]) < 1e-9
    assert joined[3, 4] < alone[3, 4]


def test_words_of_a_heading_from_a_paragraph_on() -> None:
    title = guess(0, 0, 0, 1, 1).title_from_here
    assert title[0, 1] > title[0, 2] > title[0, 3] == 0.0
    assert not title[1:].any()


def test_headings_are_no_part_of_a_stretch() -> None:
    assert not guess(0, 0, 0, 0, 0).alike_at_seam[0].any()
