"""An archive's page segmented again by engines in a process of their own, also after the archive was closed and opened."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from models.archive import Archive
from models.domain.page import Page, follows
from models.editing.articles import MergeArticles, SplitArticle
from models.editing.segmenting import SegmentAgain
from models.editing.words import CorrectLine
from models.engine_process import EngineProcess
from models.job import Quiet

TEXT = """## 石桥村接通自来水

本报讯（记者田小满）昨天，石桥村三百户人家第一次用上自来水，老井从此封存。

水从十二公里外的青崖水库引来，管道翻过两座山。村民每吨只付一元八角。

## 渔港添了制冰机

本报讯（记者陆晚舟）月湾渔港的新制冰机上周开动，一天能出冰四十吨，渔船不必再去邻县装冰。

制冰机由渔业合作社集资购置。社长说，冰价便宜了三成，鱼货能多放两天。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with one page."""
    dump = tmp_path / "page.txt"
    dump.write_text(TEXT, encoding="utf-8")
    with closing(opened(tmp_path / "archive")) as archive:
        archive.import_files([dump], Quiet())
    return tmp_path / "archive"


def opened(folder: Path) -> Archive:
    return Archive(folder, EngineProcess(folder / "cache"))


def segmented_again(archive: Archive, page: Page) -> Page:
    proposal = archive.segmented_again(page, archive.locks(page.id), Quiet())
    archive.perform(SegmentAgain(proposal), page.id)
    return archive.page(page.id)


def test_nothing_changes_where_nobody_has_done_anything(folder: Path) -> None:
    with closing(opened(folder)) as archive:
        page = archive.page(archive.pages()[0].id)
        assert segmented_again(archive, page) == page
        assert not archive.can_undo()


def test_decisions_outlive_the_program(folder: Path) -> None:
    with closing(opened(folder)) as archive:
        page = archive.page(archive.pages()[0].id)
        first, second = page.articles
        archive.perform(MergeArticles(first.id, second.id), page.id)
        archive.perform(SplitArticle(first.id, 9), page.id)
        archive.perform(CorrectLine(11, "制冰机由渔业合作社集资购置。"), page.id)
    with closing(opened(folder)) as archive:
        before = archive.page(page.id)
        assert archive.locks(page.id).follows == {(5, 7), (None, 9)}
        after = segmented_again(archive, before)
        assert {(5, 7), (None, 9)} <= follows(after)
        assert (7, 9) not in follows(after)
        assert after.line(11).text == "制冰机由渔业合作社集资购置。"
        assert first.id in {article.id for article in after.articles}
        assert segmented_again(archive, after) == after
        if after != before:
            archive.undo()
        assert archive.page(page.id) == before
