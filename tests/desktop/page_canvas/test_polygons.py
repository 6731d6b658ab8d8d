"""Outlines stand a little off their lines, in every direction outwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from desktop.page_canvas.polygons import swollen


def test_an_angle_grows_outwards_at_every_corner_also_when_it_is_turned() -> None:
    angle = [(0, 0), (10, 0), (10, 4), (6, 4), (6, 10), (0, 10)]
    grown = [(-1, -1), (11, -1), (11, 5), (7, 5), (7, 11), (-1, 11)]
    turned, turned_grown = ([(-y, x) for x, y in corners] for corners in (angle, grown))
    for corners, expected in ((angle, grown), (turned, turned_grown)):
        result = swollen(QPolygonF([QPointF(*corner) for corner in corners]), 1).toList()
        assert [(point.x(), point.y()) for point in result] == expected
