"""One line of the journal: who did what to which page, when, and whether it holds."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.domain.label import Origin


class EntryState(StrEnum):
    DONE = "done"
    UNDONE = "undone"
    """Waits to be redone."""
    ABANDONED = "abandoned"
    """Undone, and then the editor went another way."""


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    gesture: int
    origin: Origin
    name: str
    """The edit's class name."""
    detail: dict[str, Any]
    """The edit's fields."""
    page: int
    at: datetime.datetime
    state: EntryState
