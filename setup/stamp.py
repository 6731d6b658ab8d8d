"""What an environment was last filled with; an unfinished set-up leaves its own mark, so that the next one starts clean."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from setup.places import LOCKS

GROUPS = {"run": ("run", "test", "build"), "test": ("test",), "build": ("build",)}
"""The groups whose locks hold everything that a group needs."""


class Stamp:
    """The stamp of the environment in `venv`: the Python and, for each group, the hash of the lock it was filled from."""

    def __init__(self, venv: Path) -> None:
        self._file = venv / "jianbao-set-up.json"
        self._unfinished = venv / "jianbao-set-up.unfinished"
        self._python = ""
        self._locks: dict[str, str] = {}
        if self._file.exists():
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            self._python, self._locks = kept["python"], kept["locks"]

    def is_unfinished(self) -> bool:
        return self._unfinished.exists()

    def is_foreign(self) -> bool:
        """Whether another Python made the environment."""
        return self._python not in ("", python_version())

    def holds(self, group: str) -> bool:
        """Whether all packages of `group` are there as today's locks want them."""
        same_python = self._python == python_version()
        return same_python and any(self._locks.get(name) == lock_hash(name) for name in GROUPS[group])

    def begin(self) -> None:
        self._unfinished.touch()

    def finish(self, group: str) -> None:
        locks = {name: known for name, known in self._locks.items() if known == lock_hash(name)} | {group: lock_hash(group)}
        self._file.write_text(json.dumps({"python": python_version(), "locks": locks}), encoding="utf-8")
        self._unfinished.unlink()


def python_version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def lock_file(group: str) -> Path:
    return LOCKS / f"{group}.txt"


def lock_hash(group: str) -> str:
    return hashlib.sha256(lock_file(group).read_bytes()).hexdigest()
