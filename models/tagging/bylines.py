"""Who wrote it and for whom: byline lines, datelines, photo credits and names at the end of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.domain.label import Field, Reason, Suggested
from models.tagging.content import Content
from models.tagging.credits import Credit, ends_with_credit, opening_credit, parse_credit
from models.tagging.evidence import Evidence, confidence
from models.tagging.person_names import possible

_PLACES = {
    Evidence.BYLINE_LINE: 2.2,
    Evidence.DATELINE: 3.5,
    Evidence.END_OF_TEXT: 1.8,
    Evidence.PHOTO_CREDIT: 2.0,
    Evidence.SIGNATURE: 1.0,
    Evidence.SPEAKER: 2.0,
}
"""What it speaks for names that they stand there."""
_REPORTER_WORD = 2.0
_GLUED = -0.7
_LONGEST_LINE = 28
"""Characters up to which a line of running text may be a byline."""


@dataclass(slots=True)
class Byline:
    """The names and affiliations found in one article, in printed order, each with its first reasons."""

    authors: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    affiliations: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    dateline: bool = False

    def take(self, credit: Credit, where: Evidence) -> None:
        reasons = [Reason(where, _PLACES[where])]
        if credit.cued:
            reasons.append(Reason(Evidence.REPORTER_WORD, _REPORTER_WORD))
        if credit.glued:
            reasons.append(Reason(Evidence.GLUED_NAMES, _GLUED))
        for name in credit.names:
            self.authors.setdefault(name, tuple(reasons))
        for affiliation in credit.affiliations:
            self.affiliations.setdefault(affiliation, tuple(reasons))

    def take_speaker(self, name: str) -> None:
        """The person whom the headline names as the one who speaks."""
        self.take(Credit((name,)), Evidence.SPEAKER)


def read_bylines(content: Content) -> Byline:
    """Everything the article says about its authors."""
    byline = Byline()
    for line in content.bylines:
        credit = parse_credit(line, trusted=True)
        byline.take(_plausible(credit if credit.whole else ends_with_credit(line) or credit), Evidence.BYLINE_LINE)
    for paragraph in content.paragraphs:
        opening = opening_credit(paragraph)
        if opening is not None:
            byline.dateline = byline.dateline or opening.dateline
            byline.take(opening, Evidence.DATELINE)
    for credit, where in _at_the_edges(content):
        byline.take(credit, where)
    return byline


def _plausible(credit: Credit) -> Credit:
    """Without names where there are several and none looks like one: running text was taken for a byline.

    A single one may be of a people whose names have no surname.
    """
    strange = len(credit.names) > 1 and not any(map(possible, credit.names))
    return replace(credit, names=()) if strange else credit


def _at_the_edges(content: Content) -> Iterator[tuple[Credit, Evidence]]:
    """Credits inside lines of other roles: a first line that is all names, the end of the text, captions, signatures."""
    for line in content.first_lines[:2]:
        credit = parse_credit(line)
        if credit.whole and credit.names and len(line) <= _LONGEST_LINE:
            yield credit, Evidence.BYLINE_LINE
    ending = "".join(content.last_lines)
    for line in (content.last_lines[-1:] or ("",))[0], ending:
        last = ends_with_credit(line)
        if last is not None:
            yield last, Evidence.END_OF_TEXT
            break
    for caption in content.captions:
        photo = ends_with_credit(caption)
        if photo is not None and photo.cued:
            yield photo, Evidence.PHOTO_CREDIT
    if not content.has_notice:
        for line in content.signatures:
            credit = parse_credit(line)
            if credit.whole:
                yield credit, Evidence.SIGNATURE


def suggest_bylines(byline: Byline) -> tuple[Suggested, ...]:
    """AUTHOR for every name, AFFILIATION for the first affiliation."""
    authors = tuple(Suggested(Field.AUTHOR, name, confidence(why), why) for name, why in byline.authors.items())
    return authors + tuple(
        Suggested(Field.AFFILIATION, value, confidence(why), why) for value, why in list(byline.affiliations.items())[:1]
    )
