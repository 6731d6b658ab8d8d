"""What happens to an exception that nobody knows: it is logged and shown with the text to copy; the program goes on."""

from __future__ import annotations

import datetime
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

KEPT = 1_000_000
"""Bytes of log from which the old log makes room for a new one."""


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
        self.crashed.emit(report, self._log if _written(self._log, report) else None)


def _report(lines: str) -> str:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{now} · {system}\n{lines}"


def _written(log: Path, report: str) -> bool:
    """A log that can not be written must not hide the crash it was to tell of."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > KEPT:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8") as file:
            file.write(report + "\n")
    except OSError:
        return False
    return True
