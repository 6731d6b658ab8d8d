"""Turned and slanted pages: outlines come back as they were."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.geometry import Rect
from models.domain.view import View

WIDTH, HEIGHT = 700.0, 1000.0


@given(
    turn=st.sampled_from([0, 90, 180, 270]), x=st.floats(0, 0.5), y=st.floats(0, 0.5), w=st.floats(0, 0.5), h=st.floats(0, 0.5)
)
def test_a_turn_can_be_taken_back(turn: int, x: float, y: float, w: float, h: float) -> None:
    rect, view = Rect(x, y, x + w, y + h), View(turn)
    back = view.upright(view.in_file(rect))
    assert (back.x0, back.y0, back.x1, back.y1) == pytest.approx((rect.x0, rect.y0, rect.x1, rect.y1))


@given(skew=st.floats(-5, 5), x=st.floats(0.1, 0.5), y=st.floats(0.1, 0.5), w=st.floats(0.05, 0.4), h=st.floats(0.01, 0.4))
def test_a_slanted_line_is_measured_straight(skew: float, x: float, y: float, w: float, h: float) -> None:
    rect = Rect(x, y, x + w, y + h)
    sine, cosine = math.sin(math.radians(skew)), math.cos(math.radians(skew))
    corners = [((px - 0.5) * WIDTH, (py - 0.5) * HEIGHT) for px in (rect.x0, rect.x1) for py in (rect.y0, rect.y1)]
    turned = [(0.5 + (cosine * a - sine * b) / WIDTH, 0.5 + (sine * a + cosine * b) / HEIGHT) for a, b in corners]
    slanted = Rect(min(a for a, _ in turned), min(b for _, b in turned), max(a for a, _ in turned), max(b for _, b in turned))
    found = View(skew=skew).straight(slanted, WIDTH, HEIGHT)
    assert (found.x0, found.y0, found.x1, found.y1) == pytest.approx((rect.x0, rect.y0, rect.x1, rect.y1), abs=1e-6)
