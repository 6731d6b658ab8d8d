"""A page as an editor sees it: its lines, the articles they make, and the law that no line is lost or doubled."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.domain.article import AS_READ, Article, Block, needs_tagging
from models.domain.continuation import Continuation
from models.domain.correction import Correction, with_corrections
from models.domain.geometry import WHOLE, Rect
from models.domain.graphics import NOTHING, Graphics
from models.domain.joint import Certainty, Joint
from models.domain.label import Verdict
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.photo import Photo
from models.domain.role import LOOSE_ROLES
from models.domain.view import AS_IT_LIES, View


class PageState(StrEnum):
    UNREAD = "unread"
    """The source has a picture but no text yet."""
    OPEN = "open"
    FINISHED = "finished"
    DELETED = "deleted"
    """Out of sight, with everything that was said of it, until restored."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of the paper a page comes from; None wherever nobody has said."""

    newspaper: str | None = None
    date: datetime.date | None = None
    issue_number: str | None = None
    """总期号, as printed."""
    number: str | None = None
    """版次, as printed: A1, 08, 第二版."""
    name: str | None = None
    """版名."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page was read from.  `sheet` is the 0-based page inside the file; sizes in points or pixels, 0 for a dump."""

    sha256: str
    file_name: str
    kind: SourceKind
    sheet: int = 0
    width: float = 0.0
    height: float = 0.0
    region: Rect = WHOLE
    """The part of the sheet that is this page, as of a double page."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a reader made of a page: kept for ever, also when the page has taken another."""

    id: int = 0
    """0 for a page that no archive holds."""
    reader: str = ""
    """Name and version; empty where a program before schema 2 filed it."""
    view: View = AS_IT_LIES
    graphics: Graphics = NOTHING
    lines: tuple[Line, ...] = ()
    """As the machine read them."""


@dataclass(frozen=True, slots=True)
class Page:
    id: int
    header: Header
    source: Source
    state: PageState
    regime: Regime
    lines: tuple[Line, ...]
    """Those of `reading` with the corrections that hold."""
    articles: tuple[Article, ...]
    """In reading order."""
    loose: tuple[Block, ...] = ()
    """Blocks in no article; settled when furniture or duplicate, else waiting for an editor."""
    joints: tuple[Joint, ...] = ()
    reading: PageReading = PageReading()
    corrections: tuple[Correction, ...] = ()
    """Oldest first; several of one line stand beside each other."""
    photos: tuple[Photo, ...] = ()
    continuations: tuple[Continuation, ...] = ()
    """Of articles that begin here and go on on another page."""

    def blocks(self) -> Iterator[Block]:
        for article in self.articles:
            yield from article.blocks
        yield from self.loose

    def line(self, number: int) -> Line:
        """Raises KeyError for a number that is not on the page."""
        return self.line_map()[number]

    def line_map(self) -> dict[int, Line]:
        return {line.number: line for line in self.lines}

    def corrected(self) -> Mapping[int, str]:
        """The texts, by line, that are not the machine's."""
        return {line.number: line.text for line in self.lines if line.machine is not None} if self.corrections else AS_READ

    def article(self, article_id: int) -> Article | None:
        return next((article for article in self.articles if article.id == article_id), None)

    def article_of_line(self, number: int) -> Article | None:
        return next((article for article in self.articles if number in article.lines), None)

    def block_of_line(self, number: int) -> Block | None:
        return next((block for block in self.blocks() if number in block.lines), None)


@dataclass(frozen=True, slots=True)
class PageSummary:
    """What a list of pages shows of one of them."""

    id: int
    header: Header
    source: Source
    state: PageState
    articles: int
    unplaced: int
    """Lines that belong to nothing."""
    doubtful: int
    """Joints and continuations that are not sure and await a verdict."""
    doubt: float
    """Expected number of wrong joints and continuations plus unplaced lines."""

    @property
    def waiting(self) -> int:
        """What waits for the editor: doubtful joints and unplaced lines."""
        return self.doubtful + self.unplaced

    @property
    def urgency(self) -> tuple[int, float]:
        """Greater is worse."""
        return self.waiting, self.doubt


def summary_of(page: Page) -> PageSummary:
    left, waiting = len(unplaced(page)), len(doubtful(page)) + len(doubtful_continuations(page))
    return PageSummary(page.id, page.header, page.source, page.state, len(page.articles), left, waiting, doubt(page))


def reading_with(page: Page, lines: tuple[Line, ...]) -> Reading:
    """What a segmenter is given of a page: its `lines`, as they are read or corrected, with all else that is known of it."""
    read, source = page.reading, page.source
    form = (source.kind, page.regime, source.width, source.height)
    return Reading(lines, *form, reader=read.reader, view=read.view, region=source.region, graphics=read.graphics)


def unplaced(page: Page) -> tuple[int, ...]:
    """Lines that belong to nothing (漏标); a page can not be finished while there is one."""
    return tuple(n for block in page.loose if block.role not in LOOSE_ROLES for n in block.lines)


def keeps_every_line(page: Page) -> bool:
    """Whether every line stands in exactly one block: the law no edit may break."""
    placed = Counter(number for block in page.blocks() for number in block.lines)
    return placed == Counter(line.number for line in page.lines)


def keeps_the_reading(page: Page) -> bool:
    """The lines are the machine's with the corrections that hold, and nothing else: the second law."""
    return page.lines == with_corrections(page.reading.lines, page.corrections)


def untagged(page: Page) -> tuple[Article, ...]:
    """The articles that have changed since the tagger saw them."""
    corrected = page.corrected()
    return tuple(article for article in page.articles if needs_tagging(article, corrected))


def follows(page: Page) -> frozenset[tuple[int | None, int]]:
    """All (left, right) line pairs that hold now: right directly follows left, or starts an article."""
    return frozenset().union(*(article.follows for article in page.articles))


def confidence(page: Page, article: Article) -> float | None:
    """That of the article's least sure joint, an accepted one counting as certain; None where no engine claimed any."""
    now = article.follows
    held = (joint for joint in page.joints if (joint.claim.left, joint.claim.right) in now)
    return min((1.0 if joint.verdict is Verdict.ACCEPTED else joint.claim.confidence for joint in held), default=None)


def doubtful(page: Page) -> tuple[Joint, ...]:
    """Joints that hold, are not sure and await a verdict, least sure first."""
    now = follows(page)
    open_joints = [
        joint
        for joint in page.joints
        if joint.verdict is Verdict.PENDING
        and joint.claim.certainty is not Certainty.SURE
        and (joint.claim.left, joint.claim.right) in now
    ]
    return tuple(sorted(open_joints, key=lambda joint: joint.claim.confidence))


def doubtful_continuations(page: Page) -> tuple[Continuation, ...]:
    """Those that are not sure and await a verdict, of articles for which nothing better is claimed, least sure first."""
    homes = {one.id: article.id for one in page.continuations if (article := page.article_of_line(one.claim.left))}
    settled = {homes[one.id] for one in page.continuations if one.trusted and one.id in homes}
    waiting = [one for one in page.continuations if one.doubtful and one.id in homes and homes[one.id] not in settled]
    return tuple(sorted(waiting, key=lambda one: one.claim.confidence))


def doubt(page: Page) -> float:
    """Expected number of wrong joints and continuations plus unplaced lines: what puts a page at the head of the queue."""
    sure = [joint.claim.confidence for joint in doubtful(page)] + [one.claim.confidence for one in doubtful_continuations(page)]
    return sum(1 - confidence for confidence in sure) + len(unplaced(page))
