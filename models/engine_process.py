"""The engines in a process of their own: however they load and work there, this process goes on."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from models.child_process import ChildProcess
from models.engines import Engines
from models.errors import EnginesDied


class EngineProcess(ChildProcess[Engines]):
    """See ChildProcess."""

    def __init__(self, cache: Path, learnt: Path | None = None) -> None:
        super().__init__(partial(Engines, cache, learnt), EnginesDied)
