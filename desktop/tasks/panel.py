"""How far the running tasks are, with a button to stop; seen only when one takes longer than half a second."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from desktop.icons import icon_button
from desktop.tasks.runner import Runner
from desktop.tasks.task import Task
from models.i18n import _

PATIENCE = 500
"""Milliseconds a task may take before anyone is told."""


class ProgressPanel(QWidget):
    """Shows the oldest task that has a title."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self.what = QLabel()
        self.what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.what.setMinimumWidth(180)
        self.what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.stop = icon_button("close", _("Stop; what is done stays"))
        self.stop.clicked.connect(self._on_stop_clicked)
        self._layout_parts()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show)
        self.hide()
        runner.started.connect(self.watch)

    def _layout_parts(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.what, self.bar, self.stop):
            layout.addWidget(part)

    @Slot(object)
    def watch(self, task: Task) -> None:
        """Takes in a task that has just been started."""
        if not task.title:
            return
        self._tasks.append(task)
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._on_ended)
        if len(self._tasks) == 1:
            self._begin(task)

    def _begin(self, task: Task) -> None:
        self.what.setText(task.title)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self._patience.start()

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, what: str) -> None:
        task = self.sender()
        if not self._tasks or task is not self._tasks[0]:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.what.setText(_("{title}: {what}").format(title=self._tasks[0].title, what=what) if what else self._tasks[0].title)

    @Slot()
    def _on_ended(self) -> None:
        task = self.sender()
        self._tasks = [other for other in self._tasks if other is not task]
        if self._tasks:
            self._begin(self._tasks[0])
        else:
            self._patience.stop()
            self.hide()

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._tasks:
            self._tasks[0].cancel()
            self.stop.setEnabled(False)
