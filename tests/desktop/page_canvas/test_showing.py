"""What the canvas shows of a page: colours, doubtful joints, edits made elsewhere, zoom."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import colours
from desktop.page_canvas.dump_layout import badge_text, note_text, tag_text
from desktop.page_canvas.placement import Place, Standing
from desktop.page_canvas.tips import tip_at
from models.domain.article import Block
from models.domain.label import Verdict
from models.domain.role import Role
from models.editing.articles import MoveLines, SplitArticle
from models.editing.labels import JudgeJoint

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas


def test_each_article_has_its_colour_beside_its_lines(canvas: Canvas) -> None:
    picture = canvas.panel.view.viewport().grab().toImage()
    dark = colours.is_dark(canvas.panel.palette())
    for line, position in ((2, 0), (6, 1)):
        bar = canvas.at(line, down=0.3) - QPoint(58, 0)
        assert picture.pixelColor(bar) == colours.article_colour(position, dark)


def test_lines_that_belong_to_nothing_are_alarming(canvas: Canvas) -> None:
    placement = canvas.placement
    assert placement.places[10].standing is Standing.UNPLACED
    assert tag_text(placement.places[10]) == "Belongs to nothing"
    assert "furniture" in tip_at(placement, None, 10)
    assert placement.places[9].standing is Standing.FURNITURE


def test_doubtful_joints_are_marked_and_say_why(canvas: Canvas) -> None:
    face = canvas.face
    assert sorted(canvas.placement.doubts) == [3, 7]
    joint = canvas.placement.doubts[3]
    spot = canvas.mark(3)
    assert face.joint_at(spot) is joint
    assert face.joint_at(spot + QPointF(200, 0)) is None
    tip = tip_at(canvas.placement, joint, 3)
    assert "Line 3 goes on from line 2" in tip
    assert "46 %" in tip
    assert "line 8" in tip


def test_the_bubble_stands_at_the_joint_in_hand(canvas: Canvas) -> None:
    assert not canvas.panel.bubble.isVisible()
    canvas.selection.select_article(canvas.page.articles[0].id, (3,))
    assert canvas.panel.bubble.isVisible()
    assert "Line 3 goes on from line 2" in canvas.panel.bubble.text()
    assert canvas.panel.view.viewport().rect().contains(canvas.panel.bubble.geometry())
    canvas.bridge.perform(JudgeJoint(canvas.placement.doubts[3].id, Verdict.ACCEPTED), canvas.page_id)
    assert not canvas.panel.bubble.isVisible()


def test_a_click_on_a_mark_selects_the_line_at_the_joint(canvas: Canvas) -> None:
    view = canvas.panel.view
    spot = view.to_viewport(canvas.mark(7)).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert canvas.lines() == (7,)


def test_an_edit_made_elsewhere_shows_at_once(canvas: Canvas) -> None:
    canvas.bridge.perform(SplitArticle(canvas.page.articles[0].id, 3), canvas.page_id)
    places = canvas.placement.places
    assert [places[line].position for line in (2, 3, 5)] == [0, 1, 2]


def test_reading_order_against_the_source_is_numbered_and_said(canvas: Canvas) -> None:
    canvas.bridge.perform(MoveLines((6, 7), canvas.page.articles[0].id, 2), canvas.page_id)
    places = canvas.placement.places
    assert [badge_text(places[line]) for line in (1, 6, 2, 5)] == ["1·1", "1·2", "1·3", "2·1"]
    stretch = places[2].stretch
    assert stretch is not None
    assert stretch.comes_from == 7


def test_the_place_on_the_page_is_kept_over_an_edit(canvas: Canvas) -> None:
    canvas.panel.resize(500, 180)
    view = canvas.panel.view
    view.verticalScrollBar().setValue(70)
    before = canvas.at(4).y()
    canvas.bridge.perform(SplitArticle(canvas.page.articles[0].id, 2), canvas.page_id)
    assert abs(canvas.at(4).y() - before) <= 1


def test_control_and_wheel_change_the_type_at_the_pointer(canvas: Canvas) -> None:
    view = canvas.panel.view
    canvas.panel.resize(500, 180)
    view.verticalScrollBar().setValue(60)
    point = QPointF(200, 80)
    line = view.line_at(point)
    event = QWheelEvent(
        point,
        view.viewport().mapToGlobal(point),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert canvas.face.zoom() > 1.2
    assert view.line_at(point) == line
    canvas.panel.actual_size()
    assert canvas.face.zoom() == 1.0
    canvas.panel.zoom_out()
    assert canvas.face.zoom() < 1.0
    canvas.panel.fit_page()
    assert view.verticalScrollBar().maximum() == 0


def test_no_page_is_said(canvas: Canvas) -> None:
    canvas.selection.select_page(None)
    assert not canvas.panel.view.isVisible()


def test_repainting_after_an_edit_is_quick(canvas: Canvas) -> None:
    """Ten lines, so far from the budget of 30 ms for 500 that only a blunder can break it."""
    page = canvas.page
    began = time.perf_counter()
    canvas.panel._show(page)
    canvas.panel.view.viewport().grab()
    assert time.perf_counter() - began < 0.5


def test_the_selection_is_said_to_screen_readers(canvas: Canvas) -> None:
    canvas.click(1)
    assert canvas.panel.view.accessibleDescription() == "Line 1 · article 1 · Headline: 青石镇河堤加固工程提前完工"
    canvas.click(3)
    assert canvas.panel.view.accessibleDescription().startswith("Lines 2–4: 本报讯")


def test_a_repeat_names_what_it_repeats() -> None:
    block = Block(1, Role.DUPLICATE, (9, 10), (2, 3))
    place = Place(Standing.DUPLICATE, block)
    assert note_text(place, 9) == "Repeats line 2–3"
    assert note_text(place, 10) == ""
