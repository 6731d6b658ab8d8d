"""What a field holds, what the program suggests for it, and how the two stand to each other; knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from models.domain.article import Article
from models.domain.label import MANY, Field, Label, Origin, Verdict
from models.i18n import _
from models.wording import genre_name, reason, topic_name

SINGLE = (Field.KICKER, Field.TITLE, Field.SUBTITLE, Field.AFFILIATION, Field.COLUMN, Field.GENRE, Field.TOPIC)
"""In the order of the form; the many-valued ones are tag bars."""


class Standing(Enum):
    EMPTY = auto()
    """Nobody has said anything."""
    SUGGESTED = auto()
    """The program's value, which waits for a verdict."""
    CONFIRMED = auto()
    """The program's value, accepted."""
    OWN = auto()
    """The editor's value, where the program had nothing to say."""
    CHANGED = auto()
    """The editor's value, or none, in place of the program's."""


@dataclass(frozen=True, slots=True)
class FieldState:
    value: str
    standing: Standing
    suggestion: Label | None
    """What the program would say, where it says anything."""


def state_of(article: Article, field: Field) -> FieldState:
    current = next(iter(article.current(field)), None)
    suggested = [label for label in article.labels if label.field is field and label.origin is Origin.ENGINE]
    best = max(suggested, key=lambda label: label.confidence, default=None)
    if current is None:
        return FieldState("", Standing.CHANGED if best else Standing.EMPTY, best)
    if current.origin is Origin.EDITOR:
        return FieldState(current.value, Standing.CHANGED if best else Standing.OWN, best)
    standing = Standing.CONFIRMED if current.verdict is Verdict.ACCEPTED else Standing.SUGGESTED
    return FieldState(current.value, standing, current)


def tags_of(article: Article, field: Field) -> tuple[Label, ...]:
    """Labels to show, in the order they came, without rejected ones."""
    return tuple(label for label in article.labels if label.field is field and label.verdict is not Verdict.REJECTED)


def shown_value(field: Field, value: str) -> str:
    """A value as people read it: genres and topics by their name."""
    if field is Field.GENRE:
        return genre_name(value)
    return topic_name(value) if field is Field.TOPIC else value


def evidence(label: Label) -> str:
    """How sure the program is and why, a line each."""
    sure = _("Suggested with {percent} % confidence").format(percent=round(100 * label.confidence))
    return "\n".join([sure, *(f"· {reason(one)}" for one in label.reasons)])


def tip(field: Field, state: FieldState) -> str:
    """What the mark beside a field means."""
    suggestion = state.suggestion
    match state.standing:
        case Standing.EMPTY:
            return ""
        case Standing.OWN:
            return _("Yours")
        case Standing.CONFIRMED if suggestion is not None:
            return _("Accepted. {evidence}").format(evidence=evidence(suggestion))
        case Standing.SUGGESTED if suggestion is not None:
            return _("Click to accept. {evidence}").format(evidence=evidence(suggestion))
        case _:
            assert suggestion is not None
            said = shown_value(field, suggestion.value)
            return _("Suggested: {value}\nClick to go back to it. {evidence}").format(value=said, evidence=evidence(suggestion))


def words_in(typed: str) -> list[str]:
    """What was typed or pasted into a tag bar, cut at its separators, each word once."""
    for separator in SEPARATORS:
        typed = typed.replace(separator, "\n")
    return list(dict.fromkeys(word for part in typed.split("\n") if (word := part.strip())))


SEPARATORS = "；;，,、\t"

assert set(SINGLE).isdisjoint(MANY)
