"""Batches: a file that is still being written is not filed under another file's digest."""

from __future__ import annotations

from pathlib import Path

from models.engines import Engines
from models.errors import FileChanged
from models.importing.run import Failed, Importer, Prepared
from models.job import Quiet
from models.scans.shelf import Shelf

NEWS = "## 白塔镇桥梁通车\n\n本报讯（记者陈望）白塔镇桥梁昨天通车，两岸群众往来不再绕行。\n"


class GrowingShelf(Shelf):
    """The scanner writes on while the page is being read."""

    def put(self, source: Path) -> str:
        source.write_text(NEWS * 2, encoding="utf-8")
        return super().put(source)


def outcome_of(path: Path, shelf: Shelf, cache: Path) -> object:
    (outcome,) = Importer(shelf, Engines(cache), lambda _sha256: None).outcomes([path], Quiet())
    return outcome


def test_a_file_that_changes_while_it_is_read_fails_and_can_come_again(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(NEWS, encoding="utf-8")
    outcome = outcome_of(path, GrowingShelf(tmp_path / "shelf"), tmp_path / "cache")
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, FileChanged)
    assert isinstance(outcome_of(path, Shelf(tmp_path / "shelf"), tmp_path / "cache"), Prepared)
