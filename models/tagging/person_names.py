"""How much a few characters look like a Chinese person's name, and where glued names part."""

from __future__ import annotations

from models.tagging.vocabulary import weights

RARE_GIVEN = 0.6
"""Log-odds of a character never counted: rare characters live on in given names."""
_THREE = 0.6
_TWO = -0.6
_GIVEN_LEAST, _GIVEN_MOST = -6.0, 3.0


def surname_of(name: str) -> str:
    """The surname `name` begins with, two characters long where there is such a surname; empty when there is none."""
    surnames = weights("surnames")
    if name[:2] in surnames and len(name) > 2:
        return name[:2]
    return name[:1] if name[:1] in surnames else ""


def surname_weight(name: str) -> float:
    """Log-odds for a name from its surname alone; strongly negative without one."""
    surname = surname_of(name)
    return min(4.5, max(-1.0, weights("surnames")[surname])) if surname else -6.0


def given_weight(name: str) -> float:
    """Log-odds for a name from the characters after its surname and from its length."""
    given = name[len(surname_of(name)) or 1 :]
    table = weights("given_names")
    parts = (max(_GIVEN_LEAST, min(_GIVEN_MOST, table.get(char, RARE_GIVEN))) for char in given)
    return sum(parts) + (_THREE if len(given) == 2 else _TWO)


def name_weight(name: str) -> float:
    return surname_weight(name) + given_weight(name)


def possible(name: str) -> bool:
    """Whether `name` has the shape of a Han name: a known surname and one or two more characters."""
    surname = surname_of(name)
    return bool(surname) and 1 <= len(name) - len(surname) <= 2


def parted(run: str) -> tuple[str, ...]:
    """`run`, names printed without a gap, as the likeliest names; empty when it can not be read as names."""
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(run)
    for end in range(2, len(run) + 1):
        for size in (2, 3, 4):
            before = best[end - size] if size <= end else None
            name = run[end - size : end]
            if before is None or not possible(name):
                continue
            score = before[0] + name_weight(name)
            current = best[end]
            if current is None or score > current[0]:
                best[end] = (score, (*before[1], name))
    result = best[len(run)]
    return result[1] if result else ()
