"""The desk learns from what an editor finishes, in the background and one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.shell.desk import Desk
from desktop.shell.window import MainWindow
from desktop.tasks import Task
from models.archive import Archive, learnt
from models.domain.role import Role
from models.editing.blocks import SetRole
from models.editing.pages import FinishPage
from models.learning.school import Record
from models.segmenting.versions import DUMPS, SHIPPED, Versions

PAGES = 6


@pytest.fixture
def six(archive: Archive, file_page: Callable[..., int]) -> list[int]:  # noqa: ARG001
    return [file_page(name=f"{number}.txt", doubtful=False) for number in range(PAGES)]


@pytest.fixture
def learning_desk(archive: Archive, settings: Settings, six: list[int]) -> Iterator[Desk]:  # noqa: ARG001
    desk = Desk(archive, settings)
    yield desk
    desk.selection.select_page(None)
    desk.runner.quit()
    desk.deleteLater()


def finish(desk: Desk, page_id: int) -> None:
    desk.bridge.perform(SetRole((1,), Role.KICKER), page_id)
    desk.bridge.perform(FinishPage(), page_id)


def test_finished_pages_become_a_version_that_the_panel_shows(qtbot: QtBot, learning_desk: Desk, six: list[int]) -> None:
    desk = learning_desk
    window = MainWindow(desk)
    qtbot.addWidget(window)
    for page_id in six:
        finish(desk, page_id)

    def in_force(record: Record) -> bool:
        return len(record.points) == PAGES and record.in_force[DUMPS] > SHIPPED

    with qtbot.waitSignal(desk.learning.recorded, check_params_cb=in_force, timeout=60_000):
        desk.learning.learn()
    panel = window.panels.learning
    assert panel.list_model.in_force > SHIPPED
    assert panel.status.text()
    panel.back.click()
    qtbot.waitUntil(lambda: panel.list_model.in_force == SHIPPED)
    assert not panel.status.text(), "what was said of the version before is no longer so"
    assert desk.bridge.archive.school.versions.in_force(DUMPS) == SHIPPED


def test_one_thing_is_learnt_at_a_time_and_what_came_meanwhile_once_more(qtbot: QtBot, learning_desk: Desk) -> None:
    started: list[Task] = []
    said: list[bool] = []
    learning_desk.runner.started.connect(started.append)
    learning_desk.learning.progressed.connect(lambda running, _words: said.append(running))
    for _ in range(4):
        learning_desk.learning.learn()
    assert len(started) == 1
    qtbot.waitUntil(lambda: said.count(False) == 2 and not learning_desk.runner.busy)
    assert said == [True, False, True, False]


def test_who_does_not_want_it_is_left_alone(learning_desk: Desk, settings: Settings, six: list[int]) -> None:
    settings.learns = False
    lanes: list[Task] = []
    learning_desk.runner.started.connect(lanes.append)
    before = learning_desk.learning
    said: list[bool] = []
    before.progressed.connect(lambda running, _words: said.append(running))
    finish(learning_desk, six[0])
    assert said == []


def test_quitting_gives_up_what_is_being_learnt(learning_desk: Desk, six: list[int]) -> None:
    for page_id in six:
        finish(learning_desk, page_id)
    assert learning_desk.runner.busy
    learning_desk.runner.quit()
    assert Versions(learnt(learning_desk.folder)).chosen()[DUMPS] == SHIPPED


def test_a_damaged_version_is_said_once(qtbot: QtBot, learning_desk: Desk, six: list[int]) -> None:
    folder = learnt(learning_desk.folder)
    learning_desk.bridge.archive.school.versions.use(DUMPS, 7)
    Path(folder / "segmenter-0007.json").write_text("{", "utf-8")
    finish(learning_desk, six[0])
    told: list[object] = []
    learning_desk.bridge.refused.connect(told.append)
    for _ in range(2):
        with qtbot.waitSignal(learning_desk.learning.recorded, timeout=30_000):
            learning_desk.learning.report()
    assert [type(error).__name__ for error in told] == ["VersionDamaged"]
