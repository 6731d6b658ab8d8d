"""What both programs tell of themselves."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path


class Stopwatch:
    """Starts when it is made."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self.marks: dict[str, float] = {}

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._start

    def restart(self) -> None:
        self._start = time.perf_counter()

    def mark(self, name: str) -> None:
        self.marks[name] = self.seconds

    def tell(self) -> None:
        """One line of JSON: the marks in seconds, and the most memory in megabytes."""
        print(json.dumps({**self.marks, "megabytes": _most_memory() / 1e6}))


def _most_memory() -> float:
    """In bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # What the system says of a process by the other way counts the one that started it, too.
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
