"""转版: an article that says it goes on on another page, or began there, and has no other half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.domain.cues import Cue, Way, cues, page_key
from models.domain.finding import Finding, FindingKind
from models.domain.issue import Link, Part
from models.domain.line import Line
from models.domain.page import Page

_KINDS = {Way.ON: FindingKind.NO_CONTINUATION, Way.BACK: FindingKind.NO_BEGINNING}

_EXPLAINED = {
    FindingKind.OPEN_END: Way.ON,
    FindingKind.OPEN_START: Way.BACK,
    FindingKind.NO_TITLE: Way.BACK,
}
"""What is nothing strange of an article that goes on elsewhere, or comes from there."""


def goes_on(line: Line) -> bool:
    """Whether the line says that its article goes on elsewhere."""
    return "下转" in line.text


def went_before(line: Line) -> bool:
    """Whether the line says that its article began elsewhere."""
    return "上接" in line.text


def missing_partners(page: Page, links: Iterable[Link]) -> Iterator[Finding]:
    """下转 and 上接 of articles that no link joins to another page."""
    said = [(line, cue) for line in page.lines for cue in cues(line.text)]
    for way, kind in _KINDS.items():
        linked = {here.article.id: there for here, there in _sides(page, links, way)}
        told = [(line, cue, page.article_of_line(line.number)) for line, cue in said if cue.way is way]
        spoken = {home.id for _, _, home in told if home is not None}
        # A note that was put outside of its article, or into another's, is answered by a link that none tells of.
        spare = [there for article, there in linked.items() if article not in spoken]
        for line, cue, home in told:
            if (home is None or home.id not in linked) and not _taken(cue, spare):
                yield Finding(kind, (line.number,), home.id if home else None, cue.numbers)


def _taken(cue: Cue, spare: list[Part]) -> bool:
    """Whether one of the `spare` links leads to a page that `cue` names; it is used up then."""
    fits = next((part for part in spare if page_key(part.page.header.number or "") in cue.pages), None)
    if fits is not None:
        spare.remove(fits)
    return fits is not None


def explained(finding: Finding, page: Page, links: Sequence[Link]) -> bool:
    """Whether a link accounts for what looks wrong."""
    way = _EXPLAINED.get(finding.kind)
    return way is not None and any(here.article.id == finding.article for here, _ in _sides(page, links, way))


def _sides(page: Page, links: Iterable[Link], way: Way) -> Iterator[tuple[Part, Part]]:
    """The half on `page` and the other one, of the links that lead on from it, or back."""
    for link in links:
        here, there = (link.beginning, link.rest) if way is Way.ON else (link.rest, link.beginning)
        if here.page.id == page.id:
            yield here, there
