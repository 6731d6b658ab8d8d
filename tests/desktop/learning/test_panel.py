"""The panel of learning: the curve in words and paint, and the way between versions."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop import colours
from desktop.learning.curve import CurveView, running, summary
from desktop.learning.list_model import NAME, REFEREE, STATE
from desktop.learning.panel import LearningPanel
from models.learning.curve import Point
from models.learning.school import Record
from models.segmenting.versions import DUMPS, PRINTED, Version

WHEN = datetime.datetime(2031, 5, 6, 9, 30, tzinfo=datetime.UTC)
VERSIONS = tuple(Version(DUMPS, number, WHEN, 4 + number, 2, 1.5, 1.25) for number in (1, 2, 3))


def record(*versions: Version, in_force: int = 0) -> Record:
    points = tuple(Point(page, page, 4, 12 - page) for page in range(12))
    return Record(points, {DUMPS: versions, PRINTED: ()}, {DUMPS: in_force, PRINTED: 0})


@pytest.fixture
def panel(qtbot: QtBot) -> LearningPanel:
    panel = LearningPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 200)
    panel.show()
    return panel


def column(panel: LearningPanel, number: int) -> list[str]:
    rows = range(panel.list_model.rowCount())
    return [panel.list_model.index(row, number).data() for row in rows]


def test_versions_are_listed_newest_first_and_what_ships_last(panel: LearningPanel) -> None:
    panel.show_record(record(*VERSIONS, in_force=2))
    assert column(panel, NAME) == ["3", "2", "1", "Shipped"]
    assert column(panel, STATE) == ["", "In force", "", ""]
    assert column(panel, REFEREE)[0] == "1.50 → 1.25 on 2 pages"


def test_what_is_said_of_learning_has_room_in_a_narrow_dock(panel: LearningPanel, qtbot: QtBot) -> None:
    panel.resize(620, 200)
    panel.show_progress(True, "Learning…")
    qtbot.waitUntil(lambda: panel.status.width() >= panel.status.sizeHint().width())
    assert panel.curve.width() > 250
    panel.show_progress(False, "")
    assert not panel.status.isVisible()


def test_back_goes_to_the_version_before_and_at_last_to_what_ships(panel: LearningPanel, qtbot: QtBot) -> None:
    asked = []
    panel.version_chosen.connect(lambda kind, number: asked.append((kind, number)))
    for in_force in (3, 2, 1):
        panel.show_record(record(*VERSIONS, in_force=in_force))
        panel.back.click()
    assert asked == [(DUMPS, 2), (DUMPS, 1), (DUMPS, 0)]
    panel.show_record(record(*VERSIONS))
    assert not panel.back.isEnabled()
    panel.view.selectRow(0)
    with qtbot.waitSignal(panel.version_chosen) as forward:
        panel.use.click()
    assert forward.args == [DUMPS, 3]


def test_what_can_not_be_used_is_listed_and_passed_over(panel: LearningPanel) -> None:
    first, second, third = VERSIONS
    panel.show_record(record(replace(first, outdated=True), replace(second, damaged=True), third, in_force=3))
    assert column(panel, STATE) == ["In force", "Damaged", "Of an earlier program", ""]
    assert panel.list_model.before() == 0
    for row in (0, 1, 2):
        panel.view.selectRow(row)
        assert not panel.use.isEnabled()


def test_printed_pages_have_versions_of_their_own(panel: LearningPanel) -> None:
    panel.show_record(record(*VERSIONS, in_force=3))
    panel.kind.setCurrentIndex(panel.kind.findData(PRINTED))
    assert column(panel, NAME) == ["Shipped"]
    assert column(panel, STATE) == ["In force"]


def test_nothing_can_be_asked_for_while_it_is_being_done(panel: LearningPanel) -> None:
    panel.show_progress(True, "Learning…")
    assert not panel.learn.isEnabled()
    panel.show_progress(False, "")
    assert panel.learn.isEnabled()


def test_the_curve_is_the_mean_of_the_last_ten_pages() -> None:
    assert running([4.0, 2.0]) == [4.0, 3.0]
    assert running([10.0] + [1.0] * 10)[-1] == 1.0
    assert "2.5 repairs an article" in summary([3.0, 2.0])
    assert "10 pages: 3.0 repairs an article; the last 10: 1.0" in summary([3.0] * 10 + [1.0] * 10)


def test_the_curve_is_painted_and_told_to_a_screen_reader(qtbot: QtBot) -> None:
    view = CurveView()
    qtbot.addWidget(view)
    view.resize(400, 160)
    view.show_points([Point(page, page, 4, 12 - page) for page in range(12)])
    picture = view.grab().toImage()
    wanted = colours.article_colour(0, colours.is_dark(view.palette())).rgb()
    assert any(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))
    assert "the last 10" in view.accessibleDescription()


def test_pages_of_which_nothing_is_known_are_no_part_of_it(qtbot: QtBot) -> None:
    view = CurveView()
    qtbot.addWidget(view)
    view.show_points([Point(1, 1, 4, 0, known=False)])
    assert "None has been finished yet" in view.accessibleDescription()
