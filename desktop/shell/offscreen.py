"""The desk on a machine without a screen: fills the archive, exports it, leaves a picture of the window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from desktop.dialogs.export import ExportRequest
from desktop.dialogs.import_summary import headline_of, lines_of
from desktop.shell.desk import Desk
from desktop.shell.exporting import result
from desktop.shell.options import Options
from desktop.shell.window import MainWindow
from models.archive import ImportReport
from models.errors import KnownError
from models.exporting.csv_file import ExportReport
from models.i18n import _
from models.wording import sentence

SIZE = 1600, 1000
"""Of the window in the picture, in pixels."""


class OffscreenRun(QObject):
    """Import (already started), picture, export, end: each begins when the runner has nothing left to do."""

    def __init__(self, desk: Desk, window: MainWindow, options: Options) -> None:
        super().__init__(desk)
        self._desk, self._window, self._options = desk, window, options
        self._steps = iter((self._look, self._draw, self._export, self._end))
        self.code = 0
        window.resize(*SIZE)
        window.docks.arrange()
        desk.importing.finished.connect(self._on_imported)
        desk.exporting.finished.connect(self._on_exported)
        desk.exporting.failed.connect(self._on_failed)
        desk.runner.idle.connect(self._go_on)
        self._go_on_when_idle()

    def _go_on_when_idle(self) -> None:
        QTimer.singleShot(0, self._on_turned)

    @Slot()
    def _on_turned(self) -> None:
        if not self._desk.runner.busy:
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        next(self._steps)()

    def _look(self) -> None:
        self._desk.open_worst()
        self._go_on_when_idle()

    def _draw(self) -> None:
        path = self._options.picture
        if not self._window.grab().save(str(path)):
            self._complain(_("The picture could not be written to {path}.").format(path=path))
        self._go_on_when_idle()

    def _export(self) -> None:
        self._desk.exporting.start(ExportRequest(self._options.csv, None))

    def _end(self) -> None:
        self._window.close()
        QCoreApplication.exit(self.code)

    @Slot(object)
    def _on_imported(self, report: ImportReport) -> None:
        print(headline_of(report))
        if report.failed or report.broken or report.left:
            self._complain("\n".join(lines_of(report)))

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        print(result(report))
        print(report.path, self._options.picture, sep="\n")

    @Slot(object)
    def _on_failed(self, error: KnownError) -> None:
        said = sentence(error)
        self._complain(f"{said.what} {said.remedy}")

    def _complain(self, words: str) -> None:
        self.code = 1
        print(words, file=sys.stderr)
