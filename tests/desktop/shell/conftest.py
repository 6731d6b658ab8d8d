"""A desk with two pages filed, and its window, shown and ready for keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.shell.desk import Desk
from desktop.shell.window import MainWindow
from models.archive import Archive


@pytest.fixture
def pages(file_page: Callable[..., int]) -> None:
    """What the archive holds: one page that is whole, one with a line that belongs to nothing."""
    file_page(name="one.txt")
    file_page(name="two.txt", unplaced=True)


@pytest.fixture
def desk(archive: Archive, settings: Settings, pages: None) -> Iterator[Desk]:  # noqa: ARG001
    desk = Desk(archive, settings)
    yield desk
    # As in its own end: nothing asks the archive any more once it is closed.
    desk.selection.select_page(None)
    desk.runner.quit()
    desk.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    desk.open_worst()
    qtbot.waitUntil(lambda: desk.selection.article is not None)
    window.panels.canvas.setFocus()
    return window
