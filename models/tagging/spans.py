"""Names found in running text, with where they stand and why they are names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import confidence
from models.tagging.tokens import Passage

STOPS = frozenset(("p", "c", "u", "uj", "ul", "uv", "uz", "ud", "ug", "d", "r", "y", "e", "k", "ad", "zg", "t", "m", "q", "mq"))
"""Word classes that no name of a place or body runs across."""
NEVER_INSIDE = frozenset(
    "的在和与及等有是为到从将被把对向于以并了着过个这那该各全无其所至由又也都就还不可要会能更最很多他们我你她"
)
"""Characters that no name of a place holds."""
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Span:
    """A name at `start`:`end` of its passage."""

    name: str
    start: int
    end: int
    reasons: tuple[Reason, ...]


def cut(passage: Passage, start: int, end: int, *reasons: Reason) -> Span:
    """The name at `start`:`end` of `passage`, as printed."""
    return Span(passage.printed[start:end], start, end, reasons)


def is_han(text: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in text)


def sure(spans: Iterable[Span]) -> list[Span]:
    """The spans that other names are not looked for in."""
    return [span for span in spans if confidence(span.reasons) >= _SURE]


def outside_of(spans: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """The spans that do not touch any of `others`."""
    return [span for span in spans if all(span.end <= other.start or span.start >= other.end for other in others)]


def distinct(field: Field, spans: Iterable[Span]) -> tuple[Suggested, ...]:
    """One suggestion a name, with the best reasons any mention has, in the order of first mention."""
    best: dict[str, Span] = {}
    for span in spans:
        if span.name not in best or confidence(span.reasons) > confidence(best[span.name].reasons):
            best[span.name] = span
    return tuple(Suggested(field, span.name, confidence(span.reasons), span.reasons) for span in best.values())
