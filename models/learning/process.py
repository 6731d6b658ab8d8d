"""The learner in a process of its own: nothing of what it needs is loaded here, and nobody waits for it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.child_process import ChildProcess
from models.domain.finished import Key
from models.errors import EnginesDied
from models.learning.lesson import Lesson
from models.segmenting.versions import Version

if TYPE_CHECKING:
    from models.learning.learner import Learner


class LearnerProcess(ChildProcess["Learner"]):
    """Gives way to other programs; see ChildProcess."""

    def __init__(self, folder: Path) -> None:
        """`folder` is that of the versions."""
        super().__init__(partial(_made, folder), EnginesDied, background=True)


def _made(folder: Path) -> Learner:
    # Its sums are small: threads that wait for each other make them ten times as slow.  Read when numpy is loaded.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    from models.learning.learner import Learner

    return Learner(folder)


def missing(learner: Learner, keys: Sequence[Key]) -> list[Key]:
    """Those of the pages that the learner was not shown; it forgets all others."""
    learner.forget_all_but(keys)
    return learner.missing(keys)


def show(learner: Learner, key: Key, lesson: Lesson) -> None:
    learner.show(key, lesson)


def learn(learner: Learner, kind: str, keys: Sequence[Key], turn: int) -> Version | None:
    return learner.learn(kind, keys, turn)
