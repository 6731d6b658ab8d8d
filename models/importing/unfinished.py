"""Batches that were begun and not ended: a small file for each, found again when the program comes back from a crash."""

from __future__ import annotations

import contextlib
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.files import write_whole


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch was asked to do."""

    paths: tuple[Path, ...]
    split: bool = False
    """Whether both halves of a double page become pages."""


class Unfinished:
    """A folder of begun batches."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, batch: Batch) -> str:
        """Remembers a batch and gives its name; raises DiskFull, NotWritable."""
        name = uuid.uuid4().hex
        write_whole(self._path(name), json.dumps({"paths": [str(path) for path in batch.paths], "split": batch.split}))
        return name

    def end(self, name: str) -> None:
        """Forgets a batch."""
        self._path(name).unlink(missing_ok=True)

    def left(self) -> dict[str, Batch]:
        """All that were not ended, by name."""
        return dict(self._left())

    def _left(self) -> Iterator[tuple[str, Batch]]:
        for path in sorted(self._folder.glob("*.json")):
            # A damaged one can not be gone on with; nobody loses more than a reminder.
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                said = json.loads(path.read_text(encoding="utf-8"))
                yield path.stem, Batch(tuple(map(Path, said["paths"])), bool(said["split"]))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"
