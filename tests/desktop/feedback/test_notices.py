"""Notices say what and what to do; good news passes, trouble stays."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.feedback import notices as notices_module
from desktop.feedback.notices import NoticeBar
from models.errors import LinesLeft


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def test_trouble_is_said_with_its_remedy(bar: NoticeBar) -> None:
    bar.refuse(LinesLeft((3, 4, 9)))
    assert "3–4, 9" in bar.text
    assert "furniture" in bar.text
    assert bar.property("trouble") is True


def test_good_news_passes_and_trouble_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices_module, "GLIMPSE", 1)
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.tell("Done.")
    assert bar.text == "Done."
    qtbot.waitUntil(lambda: bar.text == "")
    bar.tell("Done.")
    bar.refuse(LinesLeft((1,)))
    assert not bar.timer.isActive()


def test_the_button_does_what_it_says(bar: NoticeBar) -> None:
    done = list[bool]()
    bar.tell("Exported.", "Show folder", lambda: done.append(True))
    assert bar.remedy.text() == "Show folder"
    bar.remedy.click()
    assert done == [True]
    bar.tell("Nothing to do.")
    assert bar.remedy.isHidden()
