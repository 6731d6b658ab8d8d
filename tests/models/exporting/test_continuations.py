"""An article over several pages in the table: one row, whole, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.archive import Archive
from models.domain.label import Verdict
from models.domain.page import doubtful_continuations
from models.editing.continuations import JudgeContinuation, Relink
from models.editing.pages import FinishPage
from tests.models.newspaper_issue import (
    first,
    pages,
    table,
)


def test_one_row_with_all_pages(issue: Archive, tmp_path: Path) -> None:
    rows = table(issue, tmp_path)
    assert [row["篇名"] for row in rows] == ["青石江大桥昨日通车", "白鹭小学开出劳动课", "渡口今起停运", "江边的老茶馆"]
    whole = rows[0]
    assert (whole["版次"], whole["版名"]) == ("第1版；第2版；第3版", "要闻；综合；副刊")
    assert (whole["转版"], whole["来源文件"]) == ("下转第2版；下转第3版", "1.txt；2.txt；3.txt")
    assert "九十个昼夜，终于" in whole["正文"]
    assert "两岸连接线，方便" in whole["正文"]
    assert "下转" not in whole["正文"]
    assert "上接" not in whole["正文"]
    assert int(whole["字数"]) == len("".join(whole["正文"].split()))
    assert [row["转版"] for row in rows[1:]] == ["", "", ""]


def test_every_character_is_exported_once(issue: Archive, tmp_path: Path) -> None:
    """One row or three, the text is the same but for the notes."""
    joined = "".join(row["正文"] for row in table(issue, tmp_path))
    for link in (first(issue), first(issue, "2")):
        issue.perform(JudgeContinuation(link.continuation.id, Verdict.REJECTED), link.beginning.page.id)
    rows = table(issue, tmp_path)
    assert len(rows) == 6
    parted = "".join(row["正文"] for row in rows)
    for note in ("（下转第2版）", "（下转第3版）", "（上接第1版）", "（上接第2版）"):
        parted = parted.replace(note, "")
    assert sorted("".join(joined.split())) == sorted("".join(parted.split()))
    assert [row["转版"] for row in rows if row["篇名"] == "青石江大桥昨日通车"] == ["下转第2版"]


@pytest.mark.parametrize("numbers", ["1", "2", "3", "31"])
def test_some_pages_have_the_article_whole_and_once(issue: Archive, tmp_path: Path, numbers: str) -> None:
    rows = [row for row in table(issue, tmp_path, numbers) if "合龙" in row["正文"]]
    assert [row["版次"] for row in rows] == ["第1版；第2版；第3版"]
    assert rows[0]["状态"] == "待审"


def test_what_is_in_doubt_stays_two_rows(issue: Archive, tmp_path: Path) -> None:
    """It waits among the doubtful joints of the page where it begins, until the editor says yes."""
    page, claim = pages(issue)["1"], first(issue).continuation.claim
    before = next(summary for summary in issue.pages() if summary.id == page.id)
    issue.follow_up(Relink(()), page.id)
    alone = {row["置信度"] for row in table(issue, tmp_path) if "合龙" in row["正文"]}
    unsure = type(claim)(claim.left, claim.page, claim.right, 0.5, claim.certainty.UNSURE)
    issue.follow_up(Relink((unsure,)), page.id)
    assert {row["置信度"] for row in table(issue, tmp_path) if "合龙" in row["正文"]} == alone, (
        "what joins nothing says nothing"
    )
    (waiting,) = doubtful_continuations(pages(issue)["1"])
    after = next(summary for summary in issue.pages() if summary.id == page.id)
    assert (after.doubtful, round(after.doubt - before.doubt, 3)) == (before.doubtful + 1, 0.5)
    assert [row["版次"] for row in table(issue, tmp_path) if "合龙" in row["正文"]] == ["第1版", "第2版；第3版"]
    issue.perform(JudgeContinuation(waiting.id, Verdict.ACCEPTED), page.id)
    assert doubtful_continuations(pages(issue)["1"]) == ()
    assert [row["版次"] for row in table(issue, tmp_path) if "合龙" in row["正文"]] == ["第1版；第2版；第3版"]


def test_finished_only_when_all_its_pages_are(issue: Archive, tmp_path: Path) -> None:
    for number, state in zip("123", ("待审", "待审", "已审"), strict=True):
        issue.perform(FinishPage(), pages(issue)[number].id)
        assert table(issue, tmp_path)[0]["状态"] == state
