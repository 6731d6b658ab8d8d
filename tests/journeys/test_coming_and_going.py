"""Files come in by drop and command line, bad ones among good ones; languages and themes change under the open archive."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QApplication

from desktop.dialogs.import_summary import ImportSummary
from desktop.dialogs.preferences import Preferences
from desktop.settings import Language, Theme
from tests.journeys.conftest import BLOCKED, Desktop, LoopWatch, OpenDesk

NEWS = "白鹭湾渡口恢复通航\n\n本报讯 记者 江雨眠 白鹭湾渡口今天恢复通航，首班渡船载客六十二人。\n"


@pytest.fixture
def batch(tmp_path: Path) -> list[Path]:
    """A good file, an empty one, garbage, and the good one again under another name."""
    contents = {
        "1 good.txt": NEWS.encode(),
        "2 empty.txt": b"",
        "3 garbage.txt": bytes(range(256)) * 8,
        "4 again.txt": NEWS.encode(),
    }
    folder = tmp_path / "batch"
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return sorted(folder.iterdir())


def drop(desk: Desktop, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    given = QPoint(200, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(*given)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(given[0].toPointF(), *given[1:]))


@pytest.mark.timeout(120)
def test_bad_files_among_good_ones(open_desk: OpenDesk, watch: LoopWatch, batch: list[Path]) -> None:
    with open_desk() as desk:
        desk.wait_for_samples()
        with desk.qtbot.waitSignal(desk.desk.importing.finished, timeout=60_000), watch.loop("import by drop"):
            drop(desk, batch)
        assert len(desk.desk.bridge.pages()) == 6
        summary = desk.window.findChild(ImportSummary)
        assert summary is not None
        said = summary.text.toPlainText().splitlines()
        assert [line.split(":")[0] for line in said] == ["Failed", "Failed", "Already there", "Filed"]
        assert "empty" in said[0]
        assert "not a text file" in said[1]
        summary.close()
        desk.settle("after the import")
    print(f"\nLongest turns of the event loop:\n{watch.report()}")
    assert watch.longest()[0].worked < BLOCKED


@pytest.mark.timeout(120)
def test_files_of_the_command_line_are_imported_and_an_import_can_be_stopped(open_desk: OpenDesk, batch: list[Path]) -> None:
    with open_desk(batch[0]) as desk:
        desk.qtbot.waitUntil(lambda: len(desk.desk.bridge.pages()) >= 1, timeout=60_000)
        desk.desk.runner.cancel_all()
        desk.settle("cancelled import")
        kept = {page.id for page in desk.desk.bridge.pages()}
    with open_desk() as desk:
        assert {page.id for page in desk.desk.bridge.pages()} == kept, "what was filed stays"


@pytest.mark.timeout(120)
def test_language_and_theme_change_while_the_archive_is_open(open_desk: OpenDesk, tmp_path: Path) -> None:
    with open_desk() as desk:
        desk.wait_for_samples()
        desk.press("N")
        before, page = desk.window, desk.page
        assert desk.window.statusBar().findChildren(type(desk.window.statusBar())) == []
        chosen = Preferences(Language.CHINESE, Theme.DARK, tmp_path / "archive", {"split": "B"})
        desk.window.preferred.emit(chosen)
        desk.qtbot.waitUntil(lambda: desk.window is not before)
        assert desk.window.actions_table["split"].text() == "在此拆分"
        assert desk.page == page, "the same page is open"
        palette = QApplication.palette()
        assert palette.color(QPalette.ColorRole.Window).lightness() < 80
        desk.qtbot.waitUntil(desk.window.isActiveWindow)
        desk.window.panels.canvas.setFocus()
        articles = len(desk.page.articles)
        desk.press("N")
        while desk.article.lines[0] in desk.selected:
            desk.press("N")
        desk.press("B")
        assert len(desk.page.articles) == articles + 1
        desk.settle("tagging")
    with open_desk(language=Language.CHINESE) as desk:
        assert desk.window.actions_table["split"].shortcut().toString() == "B"
