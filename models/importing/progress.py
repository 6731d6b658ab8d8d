"""How far a batch is: the workers tell, the batch's own thread reports."""

from __future__ import annotations

import threading
from pathlib import Path

from models.job import Job
from models.wording import page_progress

_STEPS = 100
"""Steps of a file in the report's count."""


class Progress:
    def __init__(self, files: int) -> None:
        self._shares = [0.0] * files
        self._what = ""
        self._new = threading.Event()

    def begin(self, path: Path) -> None:
        """A file is looked at."""
        self._say(path.name)

    def tell(self, file: int, path: Path, page: int, pages: int, share: float) -> None:
        """Page `page` (from 1) of the file number `file` (from 0) is read by `share`, in 0..1."""
        self._shares[file] = max(self._shares[file], (page - 1 + share) / pages)
        self._say(page_progress(path.name, page, pages, share))

    def end(self, file: int) -> None:
        self._shares[file] = 1.0
        self._new.set()

    def report(self, job: Job) -> None:
        """What is new since the last time."""
        if self._new.is_set():
            self._new.clear()
            job.report(int(sum(self._shares) * _STEPS), len(self._shares) * _STEPS, self._what)

    def _say(self, what: str) -> None:
        self._what = what
        self._new.set()
