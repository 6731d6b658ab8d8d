"""What Qt says goes into the log, but for what it says of every window without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from desktop.feedback.qt_messages import heard_in


def test_all_but_what_is_no_news_is_logged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "logs" / "jianbao.log"
    hear = heard_in(log)
    hear(QtMsgType.QtWarningMsg, QMessageLogContext(), "This plugin does not support propagateSizeHints()")
    assert not log.exists()
    hear(QtMsgType.QtWarningMsg, QMessageLogContext(), "This plugin does not support raise()")
    assert "QtWarningMsg: This plugin does not support raise()" in log.read_text(encoding="utf-8")
    assert capsys.readouterr().err == "This plugin does not support raise()\n"
