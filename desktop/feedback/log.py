"""The log file: what went wrong, with its time, for those who mend it."""

from __future__ import annotations

import datetime
from pathlib import Path

KEPT = 1_000_000
"""Bytes of log from which the old log makes room for a new one."""


def now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def written(log: Path, text: str) -> bool:
    """A log that can not be written must not hide what it was to tell of."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > KEPT:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8") as file:
            file.write(text + "\n")
    except OSError:
        return False
    return True
