"""Numbers as people read them: runs of lines, sizes of files."""

from __future__ import annotations

from collections.abc import Iterable

_SHOWN_RUNS = 8


def line_numbers(lines: Iterable[int]) -> str:
    """Line numbers as "3, 7–9, 12"; after eight runs "…" stands for the rest."""
    runs: list[list[int]] = []
    for number in sorted(set(lines)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ["–".join(map(str, run)) for run in runs[:_SHOWN_RUNS]]
    return ", ".join(shown + ["…"] * (len(runs) > _SHOWN_RUNS))


def size(count: int) -> str:
    """A number of bytes as people say it: "812 KB", "61.4 MB"; a KB is 1024 bytes, as in the limits."""
    amount = float(count)
    for unit in ("B", "KB", "MB"):
        if amount < 1000:
            return f"{amount:.3g} {unit}"
        amount /= 1024
    return f"{amount:.3g} GB"
