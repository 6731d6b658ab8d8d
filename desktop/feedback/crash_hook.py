"""What happens to an exception that nobody knows: it is logged and shown with the text to copy; the program goes on."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

from desktop.feedback.log import now, written


class CrashHook(QObject):
    """Lives on the main thread; exceptions of other threads are brought there.

    Whatever was being written has been rolled back by its transaction before the exception gets here.
    """

    crashed = Signal(str, object)
    """The report and the log file it stands in, None when that could not be written."""
    _met = Signal(str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.meet
        threading.excepthook = lambda lost: self.meet(lost.exc_type, lost.exc_value, lost.exc_traceback)

    def meet(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Takes an exception, on any thread.  An interrupt from the keyboard is none of ours."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        lines = "".join(traceback.format_exception(kind, error, trace))
        print(lines, file=sys.stderr)
        self._met.emit(_report(lines))

    @Slot(str)
    def _on_met(self, report: str) -> None:
        self.crashed.emit(report, self._log if written(self._log, report) else None)


def _report(lines: str) -> str:
    system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{now()} · {system}\n{lines}"
