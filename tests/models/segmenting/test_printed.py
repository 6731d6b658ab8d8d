"""A page in its own measures, level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.domain.geometry import Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.view import AS_IT_LIES, View
from models.segmenting.level import level
from models.segmenting.printed import measured, overlap
from tests.models.segmenting.printed_pages import column, line, page


def test_everything_is_told_in_widths_of_a_usual_character() -> None:
    found = measured(page([line("红石湾水渠通水", 10, 4, 3), *column(10, 10, 4)], rules=[(10, 8, 40, 8.2)]))
    assert found is not None
    assert found.edges[0] == pytest.approx([10, 4, 31, 7])
    assert found.size == pytest.approx([3, 1, 1, 1, 1])
    assert found.level_rules[0] == pytest.approx([10, 8, 40, 8.2])
    assert (found.width, found.height) == pytest.approx((100, 140))


def test_a_dump_has_no_measures() -> None:
    assert measured(Reading((Line(1, "水渠"),), SourceKind.DUMP)) is None
    assert measured(Reading((), SourceKind.PDF, width=10, height=10)) is None


def test_the_smallest_frame_holds_a_line() -> None:
    lines = [line("水渠通水了大家", 5, 5), line("学校开馆了大家", 25, 25), line("邮局搬家了大家", 60, 60)]
    found = measured(page(lines, frames=[(0, 0, 50, 50), (20, 20, 40, 40)]))
    assert found is not None
    assert found.frame.tolist() == [0, 1, -1]


def test_the_sides_of_a_frame_are_rules() -> None:
    found = measured(page(column(5, 5, 2), frames=[(0, 0, 50, 50)], rules=[(60, 0, 60.1, 50)]))
    assert found is not None
    assert len(found.level_rules) == 2
    assert len(found.upright_rules) == 3


def test_shared_width_in_parts_of_the_narrower() -> None:
    found = measured(page([line("水渠通水了大家", 0, 0), line("学校开", 5, 5)]))
    assert found is not None
    assert overlap(found.edges, found.edges)[0, 1] == pytest.approx(2 / 3)


def test_a_page_askew_is_levelled() -> None:
    straight = page([line("红石湾水渠通水", 10, 40, 3), *column(10, 60, 2)], rules=[(10, 50, 60, 50.2)])
    view = View(0, 2.0)

    def tilted(rect: Rect) -> Rect:
        return view.slanted(rect, straight.width, straight.height)

    lines = tuple(replace(seen, outline=tilted(seen.outline)) for seen in straight.lines if seen.outline is not None)
    found = level(replace(straight, lines=lines, view=view))
    assert found.view == AS_IT_LIES
    for seen, was in zip(found.lines, straight.lines, strict=True):
        assert seen.outline is not None
        assert was.outline is not None
        assert (seen.outline.x0, seen.outline.y1) == pytest.approx((was.outline.x0, was.outline.y1), abs=1e-6)


def test_a_turned_page_stands_upright() -> None:
    lying = Reading((Line(1, "水渠", Rect(0.1, 0.2, 0.2, 0.4), 0.1),), SourceKind.PICTURE, width=200, height=100, view=View(90))
    found = level(lying)
    assert (found.width, found.height) == (100, 200)
    assert found.lines[0].glyph_height == pytest.approx(0.05)


def test_a_level_page_is_left_alone() -> None:
    straight = page(column(5, 5, 2))
    assert level(straight) is straight
