"""Fields and tags of an article: what an engine suggested and what an editor made of it, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHOR = "author"
    AFFILIATION = "affiliation"
    """作者单位/来源, as 本报 or 新华社."""
    COLUMN = "column"
    """栏目."""
    GENRE = "genre"
    """体裁."""
    TOPIC = "topic"
    """分类."""
    KEYWORD = "keyword"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    CONTINUATION = "continuation"
    """转版."""


MANY = frozenset({Field.AUTHOR, Field.KEYWORD, Field.PERSON, Field.PLACE, Field.ORGANISATION})
"""Fields that hold any number of values; the others hold one."""


class Origin(StrEnum):
    ENGINE = "engine"
    EDITOR = "editor"


class Verdict(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Reason:
    """One named piece of evidence in log-odds: above 0 for, below 0 against.  `models.wording` makes it a sentence."""

    name: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A value an engine proposes for a field, not yet filed under an article."""

    field: Field
    value: str
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """One value of one field of one article.  An editor's own label has confidence 1 and verdict ACCEPTED."""

    id: int
    field: Field
    value: str
    origin: Origin
    verdict: Verdict = Verdict.PENDING
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
