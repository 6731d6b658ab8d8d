"""Learns from finished pages: what it has looked at it remembers, so that a refit is quick."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from models.domain.finished import Key
from models.learning.lesson import LEAST, Lesson
from models.learning.referee import judge, parted
from models.learning.refit import Seen, look, refit
from models.segmenting.versions import SHIPPED, Version, Versions
from models.segmenting.weights import Weights, shipped


class Learner:
    """Remembers every lesson it was shown, and files what it has learnt among the versions in a folder."""

    def __init__(self, folder: Path) -> None:
        self._versions = Versions(folder)
        self._seen: dict[Key, Seen] = {}

    def missing(self, keys: Sequence[Key]) -> list[Key]:
        return [key for key in keys if key not in self._seen]

    def show(self, key: Key, lesson: Lesson) -> None:
        self._seen[key] = look(lesson)

    def forget_all_but(self, keys: Sequence[Key]) -> None:
        self._seen = {key: self._seen[key] for key in keys if key in self._seen}

    def learn(self, kind: str, keys: Sequence[Key], turn: int) -> Version | None:
        """From those of `keys` that are of the kind, oldest first; None where there is nothing new, or the referee refuses it.

        The weights that the referee judges have not seen his pages; those that are filed then have.
        """
        known = [key for key in keys if self._seen[key].kind == kind]
        if len(known) < LEAST:
            return None
        to_learn, to_judge = parted(known, turn)
        candidate = self._refit(to_learn, kind)
        first = self._versions.version(kind) is None
        verdict = judge([self._seen[key].lesson for key in to_judge], self._as_of(to_learn, kind), candidate, first)
        if not verdict.accepts:
            return None
        weights = self._refit(known, kind)
        if weights == self._versions.weights(kind):
            return None
        now, (_, last) = datetime.datetime.now(datetime.UTC), known[-1]
        new = Version(kind, SHIPPED, now, len(known), verdict.pages, verdict.before, verdict.after, last)
        return self._versions.add(new, weights)

    def _as_of(self, keys: Sequence[Key], kind: str) -> Weights:
        """What those in force would be had they been learnt from `keys` only: they may have seen the referee's pages."""
        version = self._versions.version(kind)
        return self._refit([key for key in keys if key[1] <= version.last], kind) if version else shipped(kind)

    def _refit(self, keys: Sequence[Key], kind: str) -> Weights:
        return refit([self._seen[key] for key in keys], shipped(kind))
