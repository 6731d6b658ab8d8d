"""The weights that an archive has learnt: one file a version, kept for ever, and which of them is in force."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import VersionDamaged
from models.files import write_whole
from models.resources import RESOURCES

if TYPE_CHECKING:
    from models.segmenting.weights import Weights

FOLDER = RESOURCES / "weights"
DUMPS, PRINTED = "segmenter.json", "printed.json"
"""Files of weights for text dumps and for printed pages, whose lines have outlines."""
KINDS = (DUMPS, PRINTED)
SHIPPED = 0
"""The number of what came with the program."""


@dataclass(frozen=True, slots=True)
class Version:
    """When and of what it was learnt, and what the referee measured."""

    kind: str
    number: int
    made: datetime.datetime
    pages: int
    """Finished pages it was learnt from."""
    judged: int
    """Finished pages that the referee kept for himself."""
    before: float
    """Repairs an article on those, with the weights that were in force."""
    after: float
    last: int = 0
    """The journal's entry that finished the last of them."""
    damaged: bool = False
    outdated: bool = False
    """Learnt upon other weights than this program comes with: it does not hold any more."""

    @property
    def usable(self) -> bool:
        return not (self.damaged or self.outdated)


class Versions:
    """A folder of them.  Whatever is damaged there, the shipped weights stand in for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self, kind: str) -> list[Version]:
        """Oldest first, those that can not be used too."""
        return [self._version(path, kind) for path in sorted(self._folder.glob(f"{Path(kind).stem}-*.json"))]

    def chosen(self) -> Mapping[str, int]:
        """The number in force by kind; SHIPPED for none, or where the choice can not be read."""
        try:
            said = json.loads(self._choice.read_text(encoding="utf-8"))
            return {kind: int(said.get(kind, SHIPPED)) for kind in KINDS}
        except (OSError, ValueError, TypeError, AttributeError):
            return dict.fromkeys(KINDS, SHIPPED)

    def in_force(self, kind: str) -> int:
        """The number whose weights hold: SHIPPED where the chosen version can not be used."""
        number = self.chosen()[kind]
        return number if number and self._version(self._path(kind, number), kind).usable else SHIPPED

    def weights(self, kind: str) -> Weights:
        """Those in force."""
        # Listing versions needs no numbers, and the desk need not wait for what reckons with them.
        from models.segmenting.weights import made, shipped

        number = self.in_force(kind)
        return made(self._read(self._path(kind, number))["weights"]) if number else shipped(kind)

    def version(self, kind: str) -> Version | None:
        """The one in force; None for what ships."""
        number = self.in_force(kind)
        return self._version(self._path(kind, number), kind) if number else None

    def trouble(self) -> VersionDamaged | None:
        """What is wrong with a version that should be in force, if anything is."""
        for kind, number in self.chosen().items():
            if number and self._version(self._path(kind, number), kind).damaged:
                return VersionDamaged(self._path(kind, number))
        return None

    def use(self, kind: str, number: int) -> None:
        """From now on these hold; raises DiskFull, NotWritable."""
        write_whole(self._choice, _written({**self.chosen(), kind: number}))

    def add(self, version: Version, weights: Weights) -> Version:
        """Files it under the next number and puts it in force; raises DiskFull, NotWritable."""
        number = max((known.number for known in self.all(version.kind)), default=SHIPPED) + 1
        new = replace(version, number=number)
        about = {**asdict(new), "made": new.made.isoformat(), "upon": _upon(new.kind)}
        told = asdict(weights)
        whole = {"about": about, "digest": _digest([about, told]), "weights": told}
        write_whole(self._path(new.kind, number), _written(whole))
        self.use(new.kind, number)
        return new

    @property
    def _choice(self) -> Path:
        return self._folder / "in_force.json"

    def _path(self, kind: str, number: int) -> Path:
        return self._folder / f"{Path(kind).stem}-{number:04}.json"

    def _version(self, path: Path, kind: str) -> Version:
        try:
            about = dict(self._read(path)["about"])
            upon, when = about.pop("upon"), datetime.datetime.fromisoformat(about.pop("made"))
            return replace(Version(made=when, **about), outdated=upon != _upon(kind))
        except (VersionDamaged, KeyError, TypeError, ValueError):  # another program may tell other things of its versions
            number = path.stem.rpartition("-")[2]
            return Version(kind, int(number) if number.isdecimal() else SHIPPED, _NEVER, 0, 0, 0.0, 0.0, damaged=True)

    def _read(self, path: Path) -> dict[str, Any]:
        """What the file holds, whole; raises VersionDamaged."""
        try:
            data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if data["digest"] != _digest([data["about"], data["weights"]]):
                raise VersionDamaged(path)
            return data
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise VersionDamaged(path) from error


_NEVER = datetime.datetime.fromtimestamp(0, datetime.UTC)


def _written(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=0)


def _digest(content: object) -> str:
    """The same for what is told before it is written and after it is read."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@cache
def _upon(kind: str) -> str:
    """What tells the shipped weights of two programs apart."""
    return hashlib.sha256((FOLDER / kind).read_bytes()).hexdigest()[:16]
