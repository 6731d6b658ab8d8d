"""What an archive learns from its editors: lessons, versions, the curve."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.domain.finished import Finished, Key
from models.errors import VersionDamaged
from models.job import Job
from models.learning.curve import Curve, FinishedPages, Point
from models.learning.lesson import LEAST, lesson_of
from models.learning.process import LearnerProcess, learn, missing, show
from models.segmenting.versions import KINDS, Version, Versions

RECENT, SURPRISING = 18, 6
"""Pages that are learnt from: those finished last, and of those before them the ones the engine had most wrong.

More would take more than some seconds, and what was wrong long ago has been learnt or will not be.
"""


@dataclass(frozen=True)
class Record:
    """The curve, the versions of each kind of weights, oldest first, and the number of that in force, 0 for what ships."""

    points: tuple[Point, ...]
    """In the order in which pages were finished."""
    versions: Mapping[str, tuple[Version, ...]]
    in_force: Mapping[str, int]
    trouble: VersionDamaged | None = None


class School:
    """Slow; any thread may ask, one at a time.  Writes no row of the archive, and files of its own in one folder."""

    def __init__(self, folder: Path, pages: FinishedPages) -> None:
        self.versions = Versions(folder)
        self._pages = pages
        self._curve = Curve(folder / "curve.json", pages)
        self._process = LearnerProcess(folder)

    def close(self) -> None:
        """Learning that is under way is given up."""
        self._process.close()

    def record(self, job: Job) -> Record:
        """What has been learnt so far; raises DiskFull, NotWritable, Cancelled."""
        versions = {kind: tuple(self.versions.all(kind)) for kind in KINDS}
        in_force = {kind: self.versions.in_force(kind) for kind in KINDS}
        return Record(tuple(self._curve.points(self._pages.all(), job)), versions, in_force, self.versions.trouble())

    def look_ahead(self, job: Job) -> None:
        """Looks at the finished pages before there is anything to learn, so that learning is quick; raises as `learn`."""
        if len(self._pages.all()) >= LEAST:
            self._shown(job)

    def learn(self, job: Job) -> list[Version]:
        """A version of each kind of weights that the referee accepts; raises EnginesDied, Cancelled, DiskFull, NotWritable."""
        if len(self._pages.all()) < LEAST:
            return []
        keys, points = self._shown(job)
        turn = len(points)
        found = [self._process.call(learn, job, kind, keys, turn) for kind in KINDS]
        return [version for version in found if version is not None]

    def _shown(self, job: Job) -> tuple[list[Key], list[Point]]:
        """The lessons that the learner has now looked at, oldest first."""
        finished = self._pages.all()
        points = self._curve.points(finished, job)
        keys = _chosen(finished, points)
        left = self._process.call(missing, job, keys)
        for done, key in enumerate(left):
            job.report(done, len(left), "")
            self._process.call(show, job, key, lesson_of(self._pages.page(key[0])))
        return keys, points


def _chosen(finished: Sequence[Finished], points: Sequence[Point]) -> list[Key]:
    old = sorted(points[:-RECENT], key=lambda point: (-point.repairs, -point.entry))[:SURPRISING]
    wanted = {point.entry for point in (*old, *points[-RECENT:])}
    return [each.key for each in finished if each.entry in wanted]
