"""The bubble at a doubtful joint: reasons one a line, and a place that leaves the joint readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.page_canvas.bubble import JointBubble
from desktop.page_canvas.bubble_choice import choice_words
from desktop.page_canvas.bubble_place import GAP, NARROW, WIDE, covered, free_place, top_of
from desktop.page_canvas.tips import claim_html, joint_html, joint_reasons
from models.domain.joint import OTHER_CHOICE, Alternative, Certainty, Claim, Joint
from models.domain.label import Reason

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas

VIEW = QRectF(0, 0, 1000, 600)


def height(width: float) -> float:
    return 40_000 / width


def test_beside_the_text_where_there_is_room() -> None:
    above, line = QRectF(20, 200, 500, 20), QRectF(20, 220, 500, 20)
    place = free_place(height, [line, above], VIEW)
    assert place.left() > line.right()
    assert place.width() == WIDE
    narrower = free_place(height, [line.adjusted(0, 0, 200, 0), above.adjusted(0, 0, 200, 0)], VIEW)
    assert narrower.left() > 720
    assert narrower.width() == NARROW


def test_it_is_as_wide_as_its_buttons() -> None:
    line = QRectF(10, 300, 100, 20)
    assert free_place(lambda _width: 80.0, [line], VIEW).width() == WIDE
    assert free_place(lambda _width: 80.0, [line], VIEW, WIDE + 40).width() == WIDE + 40


@pytest.mark.parametrize("top", [0.0, 150.0, 560.0])
def test_below_or_above_the_joint_where_the_text_is_wide(top: float) -> None:
    line, above = QRectF(20, top + 20, 940, 20), QRectF(20, top, 940, 20)
    place = free_place(height, [line, above], VIEW)
    assert VIEW.contains(place)
    assert not place.intersects(line)
    assert not place.intersects(above)


def test_of_tall_paragraphs_the_parts_at_the_joint_stay_free() -> None:
    above, line = QRectF(20, -300, 940, 500), QRectF(20, 200, 940, 700)
    place = free_place(height, [line, above], VIEW)
    assert VIEW.contains(place)
    assert not place.intersects(QRectF(20, 150, 940, 100))


def test_the_bubble_covers_neither_line_at_the_joint(canvas: Canvas) -> None:
    for width, tall in ((700, 600), (460, 400), (1100, 500)):
        canvas.panel.resize(width, tall)
        for line in (3, 7):
            canvas.selection.select_lines((line,))
            bubble = QRectF(canvas.panel.bubble.geometry())
            assert canvas.panel.bubble.isVisible()
            joint = canvas.placement.doubts[line]
            assert not [rect for rect in canvas.panel.view.rects_at(joint) if rect.intersects(bubble)]


def test_lines_that_would_be_covered_are_scrolled_up_until_they_are_not() -> None:
    low = QRectF(0, 0, 420, 330)
    line, above = QRectF(20, 150, 380, 90), QRectF(20, 40, 380, 110)
    tall = 180.0
    assert covered(free_place(lambda _width: tall, [line, above], low), [line, above])
    up = -top_of([line, above])
    rects = [line.translated(0, up), above.translated(0, up)]
    assert not covered(free_place(lambda _width: tall, rects, low), rects)
    assert top_of([line, QRectF(20, 900, 380, 20)]) == line.top() - GAP, "a line that is far away is not brought into view"


def test_the_bubble_is_for_the_joint_above_the_cursor(canvas: Canvas) -> None:
    canvas.click(2)
    assert not canvas.panel.bubble.isVisible(), "the block holds a doubtful joint, but not above line 2"
    canvas.click(3)
    assert canvas.panel.bubble.isVisible()


def test_a_low_view_gets_a_brief_bubble_that_is_not_cut_off(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    bubble = JointBubble(view)
    bubble.offer(QAction("Accept", view), QAction("Refuse", view), [QAction(f"Other {n}", view) for n in (1, 2, 3)])
    why = tuple(Reason(name, 0.9) for name in ("open_end", "dateline", "heading_between"))
    others = tuple(Alternative(line, 0.1, why[0]) for line in (1, 5, None))
    joint = Joint(1, Claim(2, 3, 0.5, Certainty.UNSURE, why, Reason("same_words", -0.4), others))
    heights = []
    for tall in (600, 270, 180):
        bubble.show_joint(joint, {})
        bubble.place(QPointF(5, 5), [QRectF(0, 0, 300, 20)], QRectF(0, 0, 800, tall))
        heights.append(bubble.height())
        assert bubble.heightForWidth(bubble.width()) <= bubble.height() <= tall
    assert heights == sorted(set(heights), reverse=True)


def test_a_click_on_the_bubble_is_none_on_the_lines_behind(canvas: Canvas) -> None:
    canvas.click(3)
    QTest.mouseClick(canvas.panel.bubble, Qt.MouseButton.LeftButton)
    assert canvas.selection.line == 3
    assert canvas.panel.bubble.isVisible()


def test_reasons_stand_under_headings_that_say_what_they_speak_for() -> None:
    reasons = (Reason("open_end", 0.9), Reason("open_end", 0.5, OTHER_CHOICE))
    claim = Claim(2, 3, 0.5, Certainty.UNSURE, reasons, Reason("open_end", -0.4), others=(Alternative(8, 0.3),))
    groups = list(joint_reasons(claim))
    assert [heading for heading, _sentences in groups] == ["For", "Against going on from line 8 instead", "Against"]
    assert all(len(sentences) == 1 and "other choice" not in sentences[0] for _heading, sentences in groups)


def test_what_could_be_instead_is_told_at_the_mark_too() -> None:
    claim = Claim(2, 3, 0.5, Certainty.UNSURE, (Reason("open_end", 0.9),), others=(Alternative(8, 0.3), Alternative(None)))
    assert "• It goes on from line 8 · 30 %<br>• An article starts at line 3</div>" in joint_html(claim)


def test_the_bubble_says_once_what_speaks_for_the_other_choice() -> None:
    against = Reason("open_end", -0.4, OTHER_CHOICE)
    claim = Claim(2, 3, 0.5, Certainty.UNSURE, (Reason("dateline", 0.9),), against, (Alternative(8, 0.3, against),))
    assert "instead" in joint_html(claim)
    assert "instead" not in claim_html(claim)


def test_a_likelier_choice_says_why_it_was_not_made() -> None:
    claim = Claim(2, 3, 0.23, Certainty.UNSURE, others=(Alternative(8, 0.73), Alternative(None, 0.04)))
    likelier, other = (choice_words(Joint(1, claim), each, {}) for each in claim.others)
    assert "not with the rest of the page" in likelier[-1]
    assert not any("rest of the page" in said for said in other)
