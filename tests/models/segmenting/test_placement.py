"""Lines on the printed page."""

from __future__ import annotations

import pytest

from models.domain.geometry import Rect
from models.domain.line import Line
from models.segmenting import pair_placement
from models.segmenting.fragments import Fragment
from models.segmenting.placement import follows_in_column, near, overlap
from models.segmenting.repair import clean
from models.segmenting.roles import Kind
from models.segmenting.scene import Guess, Scene


def line(x0: float, y0: float, x1: float, y1: float) -> Line:
    return Line(1, "渠", Rect(x0, y0, x1, y1))


def test_the_next_line_of_a_column() -> None:
    first = line(0.1, 0.1, 0.3, 0.11)
    assert follows_in_column(first, line(0.1, 0.114, 0.3, 0.124))
    assert not follows_in_column(first, line(0.1, 0.2, 0.3, 0.21))
    assert not follows_in_column(first, line(0.35, 0.114, 0.5, 0.124))


def test_without_outlines_nothing_speaks_against() -> None:
    assert follows_in_column(Line(1, "渠"), Line(2, "水"))
    assert near(Line(1, "渠"), line(0.1, 0.1, 0.3, 0.11))


def test_lines_of_one_heading() -> None:
    first = line(0.1, 0.1, 0.5, 0.13)
    assert near(first, line(0.12, 0.135, 0.4, 0.16))
    assert not near(first, line(0.7, 0.135, 0.9, 0.16))


def test_shared_width_in_parts_of_the_narrower() -> None:
    assert overlap(Rect(0, 0, 0.4, 1), Rect(0.3, 0, 0.5, 1)) == pytest.approx(0.5)
    assert overlap(Rect(0, 0, 0.1, 1), Rect(0.2, 0, 0.3, 1)) < 0


def page_of(*boxes: tuple[float, float, float, float]) -> Guess:
    nodes = [Fragment(Kind.TEXT, (clean(Line(i, "水渠", Rect(*box))),)) for i, box in enumerate(boxes, start=1)]
    return Guess(Scene(nodes), list(range(len(nodes))))


def test_how_fragments_stand_on_the_page() -> None:
    # A heading over two columns, the first column under it, the second to its right, a brief under the first.
    page = page_of((0.1, 0.1, 0.5, 0.13), (0.1, 0.15, 0.28, 0.16), (0.32, 0.15, 0.5, 0.16), (0.1, 0.195, 0.28, 0.205))
    assert pair_placement.under_heading_span(page)[0].tolist() == [0, 1, 1, 0]
    assert pair_placement.top_of_next_column(page)[1, 2] == 1
    assert pair_placement.below_in_column(page)[1, 3] == 1
    assert pair_placement.wider_gap(page)[1, 3] == 1
    assert pair_placement.heading_above_text(page)[3, 0] == 0
    assert 0 < pair_placement.far_on_page(page)[1, 2] < 0.1


def test_a_dump_has_no_places() -> None:
    nodes = [Fragment(Kind.TEXT, (clean(Line(i, "水渠")),)) for i in (1, 2)]
    for feature in pair_placement.PLACEMENT:
        assert not feature(Guess(Scene(nodes), [0, 0])).any()
