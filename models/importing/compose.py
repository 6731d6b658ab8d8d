"""A page from what was read, proposed and suggested, with an identity for everything."""

from __future__ import annotations

from dataclasses import replace

from models.domain.article import Article, Block, fingerprint
from models.domain.joint import Joint
from models.domain.label import Suggested
from models.domain.page import Page, PageReading, PageState
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.editing.edit import NewId
from models.editing.labels import distinct, filed
from models.importing.photos import photos
from models.importing.prepare import PreparedPage


def compose(prepared: PreparedPage, new_id: NewId) -> Page:
    reading, proposal = prepared.reading, prepared.proposal
    articles = tuple(
        _article(segments, suggestions, new_id)
        for segments, suggestions in zip(proposal.articles, prepared.suggestions, strict=True)
    )
    return Page(
        id=new_id(),
        header=prepared.header,
        source=prepared.source,
        state=PageState.UNREAD if reading.unread else PageState.OPEN,
        regime=reading.regime,
        lines=reading.lines,
        articles=articles,
        loose=_loose(proposal, new_id),
        joints=tuple(Joint(new_id(), claim) for claim in proposal.claims),
        reading=PageReading(new_id(), reading.reader, reading.view, reading.graphics, reading.lines),
        photos=photos(reading, articles, new_id),
    )


def _article(segments: tuple[Segment, ...], suggestions: tuple[Suggested, ...], new_id: NewId) -> Article:
    blocks = tuple(Block(new_id(), segment.role, segment.lines) for segment in segments)
    article = Article(new_id(), blocks, tuple(filed(suggested, new_id) for suggested in distinct(suggestions).values()))
    return replace(article, tagged=fingerprint(article))


def _loose(proposal: Proposal, new_id: NewId) -> tuple[Block, ...]:
    furniture = (Block(new_id(), Role.FURNITURE, lines) for lines in proposal.furniture)
    repeats = (Block(new_id(), Role.DUPLICATE, repeat.lines, repeat.of) for repeat in proposal.repeats)
    waiting = (Block(new_id(), Role.BODY, lines) for lines in proposal.unplaced)
    return (*furniture, *repeats, *waiting)
