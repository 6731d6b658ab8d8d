"""A canvas on the screen with a page of the desktop tests, and a hand to use it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.bridge import ArchiveBridge
from desktop.page_canvas.face import Face
from desktop.page_canvas.panel import PageCanvasPanel
from desktop.page_canvas.placement import Placement
from desktop.selection import Selection
from desktop.tasks.runner import Runner
from models.domain.page import Page


@dataclass
class Canvas:
    """What a user can see of the canvas and do to it."""

    panel: PageCanvasPanel
    bridge: ArchiveBridge
    selection: Selection
    page_id: int

    @property
    def page(self) -> Page:
        return self.bridge.page(self.page_id)

    @property
    def placement(self) -> Placement:
        assert self.panel.view.placement is not None
        return self.panel.view.placement

    @property
    def face(self) -> Face:
        assert self.panel.view.face is not None
        return self.panel.view.face

    def lines(self) -> tuple[int, ...]:
        """The selected ones."""
        return self.selection.lines

    def mark(self, line: int) -> QPointF:
        """Where the mark of the joint at `line` stands, in content coordinates."""
        spot = self.face.joint_spot(self.placement.doubts[line])
        assert spot is not None
        return spot

    def at(self, line: int, down: float = 0.5) -> QPoint:
        """The point `down` (0..1) the height of a line, in the viewport."""
        rect = self.face.line_rect(line)
        assert rect is not None
        return self.panel.view.to_viewport(QPointF(rect.left() + 60, rect.top() + down * rect.height())).toPoint()

    def click(self, line: int, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.mouseClick(self.panel.view.viewport(), Qt.MouseButton.LeftButton, held, self.at(line))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Without letting go."""
        viewport = self.panel.view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 6):
            QTest.mouseMove(viewport, start + (end - start) * step / 5)

    def let_go(self, point: QPoint) -> None:
        QTest.mouseRelease(self.panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    def hold(self, key: Qt.Key) -> None:
        QTest.keyPress(self.panel.view, key)

    def free(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.panel.view, key)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.panel.view, key, modifier)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:  # noqa: ARG001
    runner = Runner()
    yield runner
    runner.quit()


Open = Callable[[int], Canvas]


@pytest.fixture
def open_canvas(qtbot: QtBot, bridge: ArchiveBridge, selection: Selection, runner: Runner) -> Open:
    def opened(page_id: int) -> Canvas:
        panel = PageCanvasPanel(bridge, selection, runner)
        qtbot.addWidget(panel)
        panel.resize(700, 600)
        panel.show()
        selection.select_page(page_id)
        return Canvas(panel, bridge, selection, page_id)

    return opened


@pytest.fixture
def canvas(open_canvas: Open, file_page: Callable[..., int]) -> Canvas:
    return open_canvas(file_page(unplaced=True))
