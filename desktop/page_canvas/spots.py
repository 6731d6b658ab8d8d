"""Where each page of an archive was left: how large it was shown, and what was in the middle."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

KEPT = 300
"""Pages; those left longest ago are forgotten."""


@dataclass(frozen=True, slots=True)
class Spot:
    fits: bool | None
    """See Face.fits."""
    zoom: float
    x: float
    y: float
    """What was in the middle, in parts of the upright page."""


class Spots:
    """Kept in the archive's folder, by the pages' ids; what can not be understood there counts as never seen."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        self._spots: dict[int, Spot] = {}
        for page, *entry in _entries(str(self._store.value("spots", ""))):
            if len(entry) == len(fields(Spot)):
                self._spots[page] = Spot(*entry)

    def get(self, page_id: int) -> Spot | None:
        return self._spots.get(page_id)

    def put(self, page_id: int, spot: Spot) -> None:
        """Writes to the disk; what has not changed since costs nothing."""
        if self._spots.get(page_id) == spot:
            return
        self._spots.pop(page_id, None)
        self._spots[page_id] = spot
        for forgotten in list(self._spots)[:-KEPT]:
            del self._spots[forgotten]
        self._store.setValue("spots", json.dumps([(page, *astuple(kept)) for page, kept in self._spots.items()]))
        self._store.sync()


def _entries(text: str) -> list[tuple[Any, ...]]:
    try:
        entries = json.loads(text or "[]")
        return [(int(page), fits if fits is None else bool(fits), *map(float, rest)) for page, fits, *rest in entries]
    except (ValueError, TypeError):
        return []
