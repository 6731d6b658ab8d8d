"""What a long piece of work is given: somewhere to report to, and a place to be cancelled at."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """The user asked the work to stop; nothing of it stays."""


class Job(Protocol):
    def report(self, done: int, total: int, what: str) -> None:
        """`done` of `total` steps are through; `what` names the step in hand, as a file name."""

    def checkpoint(self) -> None:
        """Raises Cancelled when the user asked to stop."""


class Quiet:
    """A job nobody watches."""

    def report(self, done: int, total: int, what: str) -> None:
        pass

    def checkpoint(self) -> None:
        pass
