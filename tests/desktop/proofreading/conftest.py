"""A page of a scan whose reader doubted two lines, in a panel that is on screen."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pytestqt.qtbot import QtBot

from desktop.bridge import ArchiveBridge
from desktop.proofreading.panel import ProofreadingPanel
from desktop.selection import Selection
from desktop.tasks.runner import Runner
from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.page import Header, Source
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage
from models.scans.shelf import Shelf

WIDTH, HEIGHT = 600, 800
LINES = (
    Line(1, "渡口新桥通车", Rect(0.1, 0.05, 0.9, 0.10), 0.05, confidence=0.99),
    Line(2, "　　本报讯 新桥昨曰通车。", Rect(0.1, 0.15, 0.9, 0.18), 0.03, confidence=0.96, unsure=(9,)),
    Line(3, "两岸居民前来观看。", Rect(0.1, 0.20, 0.9, 0.23), 0.03, confidence=0.97),
    Line(4, "桥长三百二十米。", Rect(0.1, 0.25, 0.9, 0.28), 0.03, confidence=0.61),
    Line(5, "江上春早", Rect(0.85, 0.40, 0.92, 0.72), 0.07, confidence=0.98, vertical=True),
)


@pytest.fixture
def page_id(archive: Archive, tmp_path: Path) -> int:
    picture = tmp_path / "page.png"
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    for line in LINES:
        assert line.outline is not None
        x0, y0, x1, y1 = line.outline.x0, line.outline.y0, line.outline.x1, line.outline.y1
        draw.rectangle((x0 * WIDTH, y0 * HEIGHT, x1 * WIDTH, y1 * HEIGHT), fill=(20 * line.number, 0, 0))
    image.save(picture)
    sha256 = Shelf(archive.folder / "shelf").put(picture)
    source = Source(sha256, picture.name, SourceKind.PICTURE, width=WIDTH, height=HEIGHT)
    reading = Reading(LINES, SourceKind.PICTURE, Regime.WRAPPED, WIDTH, HEIGHT, reader="test 1")
    first = (Segment(Role.HEADLINE, (1,)), Segment(Role.BODY, (2, 3, 4)))
    proposal = Proposal((first, (Segment(Role.HEADLINE, (5,)),)))
    header = Header("渡口日报", datetime.date(2031, 3, 4), None, "01", "要闻")
    prepared = PreparedPage(header, source, reading, proposal, ((), ()))
    (page_id,) = archive.file(Prepared(picture, (prepared,))).pages
    return page_id


@pytest.fixture
def panel(qtbot: QtBot, bridge: ArchiveBridge, selection: Selection, page_id: int) -> ProofreadingPanel:
    runner = Runner()
    panel = ProofreadingPanel(bridge, selection, runner)
    runner.setParent(panel)
    qtbot.addWidget(panel, before_close_func=lambda _panel: runner.quit())
    panel.resize(640, 200)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    selection.select_page(page_id)
    return panel
