"""What a card says of an article, and a row of a loose block; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.domain.article import Article, Block
from models.domain.finding import Finding
from models.domain.issue import Link
from models.domain.joint import Certainty
from models.domain.label import Field
from models.domain.line import Line
from models.domain.page import Page, doubtful, doubtful_continuations
from models.domain.role import LOOSE_ROLES, TEXT_ROLES
from models.domain.text import count_characters, headline, plain
from models.i18n import _
from models.wording import certainty_name, finding_name, genre_name, role_name
from models.wording.links import link_certainty, link_text


@dataclass(frozen=True, slots=True)
class Card:
    """An article as the list shows it."""

    id: int
    position: int
    """0-based, in reading order."""
    title: str
    """Empty when it has none."""
    kicker: str
    line: str
    """Author, genre and length."""
    certainty: Certainty = Certainty.SURE
    findings: tuple[str, ...] = ()
    """What looks wrong with it, in words, each said once."""
    links: tuple[str, ...] = ()
    """Where it goes on and where it began, and how sure that is."""

    @property
    def heading(self) -> str:
        return self.title or _("(no title)")


@dataclass(frozen=True, slots=True)
class LooseRow:
    """A block in no article; the first of its section carries the section's name."""

    lines: tuple[int, ...]
    text: str
    name: str
    waiting: bool
    """Belongs to nothing, and the page can not be finished while it does."""
    section: str | None = None


Row = Card | LooseRow


def rows(page: Page, findings: Iterable[Finding], links: Iterable[Link] = ()) -> list[Row]:
    """Cards in reading order, then waiting lines, then settled ones; `links` join articles to other pages."""
    linked = _linked(page, links)
    lines = page.line_map()
    doubts = _certainties(page)
    said: dict[int | None, dict[str, None]] = {}
    for finding in findings:
        said.setdefault(finding.article, {})[finding_name(finding.kind)] = None
    cards: list[Row] = [
        replace(
            _card(article, position, lines),
            certainty=doubts.get(article.id, Certainty.SURE),
            findings=tuple(said.get(article.id, ())),
            links=tuple(linked.get(article.id, ())),
        )
        for position, article in enumerate(page.articles)
    ]
    waiting = [block for block in page.loose if block.role not in LOOSE_ROLES]
    settled = [block for block in page.loose if block.role in LOOSE_ROLES]
    return [
        *cards,
        *_loose(waiting, lines, _("Unplaced lines: {count}")),
        *_loose(settled, lines, _("Lines of furniture and repeats: {count}")),
    ]


def _card(article: Article, position: int, lines: dict[int, Line]) -> Card:
    text = (lines[number] for block in article.with_roles(TEXT_ROLES) for number in block.lines)
    genre = article.value(Field.GENRE)
    parts = (
        "、".join(article.values(Field.AUTHOR)),
        genre_name(genre) if genre else "",
        _("{count} characters").format(count=count_characters(text)),
    )
    return Card(
        article.id,
        position,
        article.value(Field.TITLE) or "",
        article.value(Field.KICKER) or "",
        " · ".join(part for part in parts if part),
    )


def _linked(page: Page, links: Iterable[Link]) -> dict[int, list[str]]:
    """What is said of each article's other parts; where it began first."""
    said: dict[int, list[str]] = {}
    for link in sorted(links, key=lambda link: link.beginning.page.id == page.id):
        for here in (link.beginning, link.rest):
            if here.page.id == page.id:
                said.setdefault(here.article.id, []).append(f"{link_text(link, page.id)} · {link_certainty(link)}")
    return said


def _certainties(page: Page) -> dict[int, Certainty]:
    """The least certain of what waits for a verdict in each article."""
    homes = {number: article.id for article in page.articles for number in article.lines}
    claims = [(homes[joint.claim.right], joint.claim.certainty) for joint in doubtful(page)]
    claims += [(homes[one.claim.left], one.claim.certainty) for one in doubtful_continuations(page)]
    worst: dict[int, Certainty] = {}
    for home, certainty in claims:
        if worst.get(home) is not Certainty.UNSURE:
            worst[home] = certainty
    return worst


def _loose(blocks: list[Block], lines: dict[int, Line], section: str) -> Iterable[LooseRow]:
    count = sum(len(block.lines) for block in blocks)
    for i, block in enumerate(blocks):
        text = headline([lines[number] for number in block.lines[:2]]) or plain(lines[block.lines[0]])
        yield LooseRow(
            block.lines,
            text,
            role_name(block.role),
            block.role not in LOOSE_ROLES,
            section.format(count=count) if i == 0 else None,
        )


def sentence(row: Row) -> str:
    """The whole row for those who hear it."""
    if isinstance(row, LooseRow):
        return " · ".join(part for part in (row.section, row.name, row.text) if part)
    said = [
        _("Article {number}").format(number=row.position + 1),
        *([row.kicker] if row.kicker else []),
        row.heading,
        row.line,
        _("Boundaries: {certainty}").format(certainty=certainty_name(row.certainty)),
        *row.links,
        *row.findings,
    ]
    return "; ".join(said)


def tip(row: Row) -> str:
    if isinstance(row, LooseRow):
        return row.text
    warnings = (f"⚠ {name}" for name in row.findings)
    return "\n".join(part for part in (row.kicker, row.heading, row.line, *row.links, *warnings) if part)
