"""All rules on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from models.checking.characters import foreign_words, suspicious_characters
from models.checking.continuations import explained, missing_partners
from models.checking.headings import far_headlines, lone_bylines, missing_titles, second_titles
from models.checking.placing import unplaced_lines
from models.checking.repeats import repeated_text
from models.checking.sentences import open_ends, open_starts
from models.domain.finding import Finding, FindingKind
from models.domain.issue import Link
from models.domain.page import Page

Rule = Callable[[Page], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    unplaced_lines,
    missing_titles,
    second_titles,
    lone_bylines,
    open_starts,
    open_ends,
    repeated_text,
    far_headlines,
    foreign_words,
    suspicious_characters,
)

_GRAVITY = {kind: place for place, kind in enumerate(FindingKind)}


def check(page: Page, links: Sequence[Link] = ()) -> tuple[Finding, ...]:
    """What looks wrong on `page`, gravest first, then in the order of the page; `links` join its articles to other pages."""
    found = [finding for rule in RULES for finding in rule(page) if not explained(finding, page, links)]
    found.extend(missing_partners(page, links))
    return tuple(sorted(found, key=lambda finding: (_GRAVITY[finding.kind], finding.lines)))
