"""Opening archive.sqlite: recognised, locked to one program, brought to today's schema after a backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

from peewee import DatabaseError, SqliteDatabase

from models.errors import ArchiveDiffers, ArchiveInUse, ArchiveNewer, DiskFull, KnownError, NotAnArchive, NotWritable
from models.store.migrations import MIGRATIONS
from models.store.tables import TABLES, columns

APPLICATION_ID = 0x4A42_414F
"""SQLite's application_id of our archives: "JBAO"."""

PRAGMAS = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": "full", "busy_timeout": 5000}
"""synchronous=full: what an editor has done is on the disk when the key is up, even if the power goes."""


class Store:
    """One open archive.sqlite; the tables are bound to it, so a process has one at a time."""

    def __init__(self, path: Path) -> None:
        """Makes the file when it is missing.

        Raises NotAnArchive, ArchiveDiffers, ArchiveNewer, ArchiveInUse, NotWritable or DiskFull.
        """
        if any(table._meta.database is not None for table in TABLES):
            raise RuntimeError(f"another archive is open in this process, {path} would be mistaken for it")
        self.path = path
        self._database = SqliteDatabase(path, pragmas=PRAGMAS, lock_type="IMMEDIATE")
        try:
            with _said_plainly(path):
                _recognise(path)
                self._database.connect()
                _migrate(self._database, path)
                _compare(self._database, path)
        except BaseException:
            self._database.close()
            raise
        self._database.bind(TABLES)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; a full disk or a lost right to write is said as such."""
        with _said_plainly(self.path), self._database.atomic():
            yield

    @property
    def in_transaction(self) -> bool:
        """Whether what was written on this thread can still be taken back."""
        return bool(self._database.in_transaction())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the archive for as long as it takes, on a connection of the calling thread's own."""
        borrowed = nullcontext() if not self._database.is_closed() else self._database.connection_context()
        with borrowed, self._database.atomic("DEFERRED"):
            yield

    def close(self) -> None:
        """May be called again."""
        self._database.close()
        for table in TABLES:
            if table._meta.database is self._database:
                table.bind(None)


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error


def _known(error: BaseException | None, path: Path) -> KnownError | None:
    if not isinstance(error, DatabaseError | sqlite3.Error):
        return error if isinstance(error, KnownError) else None
    words = str(error).lower()
    if "no transaction is active" in words or "no such savepoint" in words:
        # A full disk makes SQLite roll back on its own, and what fails then is only peewee's rollback.
        return _known(error.__context__, path)
    if "disk is full" in words:
        return DiskFull(path)
    if "is locked" in words:
        return ArchiveInUse(path)
    if "not a database" in words or "malformed" in words:
        return NotAnArchive(path)
    if "readonly database" in words or "unable to open" in words:
        return NotWritable(path)
    return None


def _recognise(path: Path) -> None:
    """Refuses what is not ours to open, before any pragma can write to it."""
    bare = SqliteDatabase(path)
    with bare.connection_context():
        version = bare.user_version
        if (version or bare.get_tables()) and bare.application_id != APPLICATION_ID:
            raise NotAnArchive(path)
        if version > len(MIGRATIONS):
            raise ArchiveNewer(path, version, len(MIGRATIONS))


def _migrate(database: SqliteDatabase, path: Path) -> None:
    version = database.user_version
    if 0 < version < len(MIGRATIONS):
        backup(path, path.with_name(f"{path.stem}-before-schema-{version + 1}.sqlite"))
    for step in range(version, len(MIGRATIONS)):
        with database.atomic():
            for statement in MIGRATIONS[step]:
                database.execute_sql(statement)
            database.application_id = APPLICATION_ID
            database.user_version = step + 1


def _compare(database: SqliteDatabase, path: Path) -> None:
    """Once, so that a table which lacks a column is said at the door and not in the middle of the work."""
    for table in TABLES:
        known = {column.column_name for column in columns(table)}
        if known != {column.name for column in database.get_columns(table._meta.table_name)}:
            raise ArchiveDiffers(path)


def backup(path: Path, target: Path) -> None:
    """A whole copy of the live database at `path`, through SQLite's own backup; raises DiskFull or NotWritable."""
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except sqlite3.OperationalError as error:
        raise (DiskFull(target) if "full" in str(error).lower() else NotWritable(target)) from error
