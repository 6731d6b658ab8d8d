"""Opening archive.sqlite: what is ours, what is newer, what is foreign, and who else has it open."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from models.domain.page import Page
from models.editing.articles import SplitArticle
from models.editing.history import History
from models.errors import ArchiveDiffers, ArchiveInUse, ArchiveNewer, NotAnArchive, NotWritable
from models.store import queries
from models.store.connection import APPLICATION_ID, Store, backup
from models.store.migrations import MIGRATIONS
from models.store.tables import TABLES, PageTable, columns


def test_new_archive_says_what_it_is(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert database.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_tables_are_those_that_the_migrations_make(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as database:
        made = {
            name: {row[1]: not row[3] and not row[5] for row in database.execute(f'PRAGMA table_info("{name}")')}
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    assert made == {table._meta.table_name: {column.column_name: column.null for column in columns(table)} for table in TABLES}


def test_newer_archive_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    Store(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 3}")
    held = path.read_bytes()
    with pytest.raises(ArchiveNewer) as refused:
        Store(path)
    assert (refused.value.found, refused.value.known) == (len(MIGRATIONS) + 3, len(MIGRATIONS))
    assert path.read_bytes() == held
    assert list(tmp_path.iterdir()) == [path]


def test_tables_of_another_make_are_refused_when_the_archive_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    Store(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE page DROP COLUMN doubt")
    with pytest.raises(ArchiveDiffers) as refused:
        Store(path)
    assert refused.value.path == path
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE page ADD COLUMN doubt REAL")
    Store(path).close()


@pytest.mark.parametrize("version", [0, 1, 99])
def test_foreign_database_is_refused_and_not_touched(tmp_path: Path, version: int) -> None:
    path = tmp_path / "archive.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"CREATE TABLE notes (text); PRAGMA user_version = {version};")
    held = path.read_bytes()
    with pytest.raises(NotAnArchive):
        Store(path)
    assert path.read_bytes() == held


@pytest.mark.parametrize("length", [10, 5000])
def test_garbage_is_refused_and_not_touched(tmp_path: Path, length: int) -> None:
    path = tmp_path / "archive.sqlite"
    path.write_bytes(bytes(range(1, 251)) * (length // 250 + 1))
    held = path.read_bytes()
    with pytest.raises(NotAnArchive):
        Store(path)
    assert path.read_bytes() == held


def test_damaged_archive_is_refused(store: Store, page: Page) -> None:
    store.close()
    held = store.path.read_bytes()
    store.path.write_bytes(held[:100] + b"\xff" * (len(held) - 100))
    with pytest.raises(NotAnArchive):
        Store(store.path)
    assert page


def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").mkdir()
    with pytest.raises(NotWritable):
        Store(tmp_path / "archive.sqlite")


def test_edits_wait_no_longer_than_they_should_for_a_foreign_writer(store: Store, history: History, page: Page) -> None:
    PageTable._meta.database.execute_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveInUse):
            history.perform(SplitArticle(page.articles[0].id, 2), page.id)
        other.execute("ROLLBACK")
    assert history.perform(SplitArticle(page.articles[0].id, 2), page.id).pages == {page.id}


def test_backup_of_an_open_archive_is_whole(store: Store, history: History, page: Page, tmp_path: Path) -> None:
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    now = queries.page(page.id)
    backup(store.path, tmp_path / "copy.sqlite")
    store.close()
    copy = Store(tmp_path / "copy.sqlite")
    assert queries.page(page.id) == now
    copy.close()


def test_a_second_archive_in_one_process_is_a_bug_that_hurts_neither(store: Store, page: Page, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        Store(tmp_path / "other.sqlite")
    assert queries.page(page.id) == page
    store.close()
    with closing(Store(tmp_path / "other.sqlite")):
        assert queries.summaries() == []


def test_backup_to_nowhere(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        backup(store.path, tmp_path / "missing" / "copy.sqlite")


def test_what_was_done_survives_a_killed_program(tmp_path: Path) -> None:
    """The process ends without closing anything; the journal in the write-ahead log is read at the next opening."""
    path = tmp_path / "archive.sqlite"
    script = "import os, sys, pathlib; from models.store.connection import Store; from models.store import journal\n"
    script += "s = Store(pathlib.Path(sys.argv[1]))\nwith s.transaction(): journal.next_number('id')\nos._exit(9)"
    ended = subprocess.run([sys.executable, "-c", script, str(path)], check=False, cwd=Path(__file__).parents[3])
    assert ended.returncode == 9
    store = Store(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT value FROM counter WHERE name = 'id'").fetchone() == (1,)
    store.close()
