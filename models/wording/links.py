"""What is said of an article that goes on on another page."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.cues import page_key
from models.domain.issue import Link, Part
from models.domain.joint import Certainty
from models.domain.label import Field, Origin, Verdict
from models.domain.text import plain
from models.i18n import _
from models.wording.names import certainty_name
from models.wording.reasons import reason

SHOWN = 30
"""Characters of a title."""


def link_text(link: Link, page_id: int) -> str:
    """The link as it is seen from one of its pages: where the article goes on, or where it began."""
    if link.beginning.page.id == page_id:
        return _("Goes on on page {page}: {title}").format(page=page_name(link.rest), title=part_title(link.rest))
    return _("Began on page {page}: {title}").format(page=page_name(link.beginning), title=part_title(link.beginning))


def page_name(part: Part) -> str:
    """The page's number, else its file."""
    return page_key(part.page.header.number or "") or part.page.source.file_name


def part_title(part: Part) -> str:
    """Its title, else how its text begins."""
    title = part.article.value(Field.TITLE) or plain(part.page.line(part.article.lines[0]))
    return title if len(title) <= SHOWN else f"{title[:SHOWN]}…"


def link_certainty(link: Link) -> str:
    """How sure the link is, and who says so."""
    one = link.continuation
    if one.origin is Origin.EDITOR:
        return _("Linked by you")
    if one.verdict is Verdict.ACCEPTED:
        return _("Accepted")
    percent = round(100 * one.claim.confidence)
    return _("{certainty} · {percent} %").format(certainty=certainty_name(shown_certainty(link)), percent=percent)


def shown_certainty(link: Link) -> Certainty:
    return Certainty.SURE if link.continuation.trusted else link.continuation.claim.certainty


def link_reasons(link: Link) -> Iterator[str]:
    """What speaks for the link, and then what speaks against it, a sentence each."""
    claim = link.continuation.claim
    for said in sorted(claim.reasons, key=lambda said: -said.weight):
        yield _("For: {fact}").format(fact=reason(said))
    if claim.against is not None:
        yield _("Against: {fact}").format(fact=reason(claim.against))
