"""What the tagger says of an article follows what an editor makes of its words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.shell.desk import Desk
from desktop.shell.window import MainWindow
from models.domain.page import untagged
from models.editing.words import CorrectLine


def test_an_article_whose_words_were_corrected_is_tagged_again(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    page_id = desk.selection.page
    assert page_id is not None
    assert window.isVisible()
    desk.bridge.perform(CorrectLine(2, "本报讯 记者林小满报道，青石镇夜校今天开班。"), page_id)
    assert untagged(desk.bridge.page(page_id))
    qtbot.waitUntil(lambda: not untagged(desk.bridge.page(page_id)), timeout=60_000)
    desk.bridge.undo()
    assert not untagged(desk.bridge.page(page_id))
