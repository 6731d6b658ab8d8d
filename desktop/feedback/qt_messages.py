"""What Qt itself has to say: kept in the log, but for what is no news."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.feedback.log import now, written

NO_NEWS = "This plugin does not support propagateSizeHints()"
"""Said for every window where there is no screen."""


def listen(log: Path) -> None:
    """From now on, on any thread."""
    qInstallMessageHandler(heard_in(log))


def heard_in(log: Path) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if text.strip() != NO_NEWS:
            print(text, file=sys.stderr)
            written(log, f"{now()} · {kind.name}: {text}")

    return hear
