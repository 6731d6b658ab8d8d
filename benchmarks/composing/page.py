"""Pieces of several stories become one source in an order that readers leave behind, with the true order kept."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace

from benchmarks.composing.corpus import Story
from benchmarks.composing.notices import notice
from benchmarks.composing.piece import HEADINGS, TEXTS, Piece
from benchmarks.composing.pieces import OLD_DATELINE, furniture, label, pieces, subject
from benchmarks.composing.small_things import HEADS_SEVERAL, briefs, hint, index_box
from benchmarks.composing.wrong_characters import misread_pieces


@dataclass
class Style:
    """How a page was read and what went wrong."""

    wrapped: bool
    markdown: bool = False
    headings_after: bool = False
    halves_swapped: float = 0.0
    interrupted: float = 0.0
    repeated: float = 0.0
    truncated: float = 0.0
    untitled: float = 0.0
    column_cuts: float = 0.0
    labels: float = 0.0
    notices: float = 0.0
    spaced_headings: float = 0.0
    statements: float = 0.0
    furniture: float = 0.0
    briefs: float = 0.0
    index: float = 0.0
    continued: float = 0.0
    beheaded: float = 0.0
    """Share of articles whose beginning stands on no page at hand: they start in mid-sentence."""
    midst: float = 0.0
    """Share of articles with their heading in the midst of the body."""
    both_ways: float = 0.0
    """Share of pages on which about half of the headings stand on the other side of their bodies."""
    misread: float = 0.0
    """Share of pages on which some characters were read wrongly."""


@dataclass
class Composed:
    """Pieces in source order; `articles` in reading order; `repeats` pairs of (copy, original)."""

    source: list[Piece]
    articles: list[list[Piece]]
    furniture: list[Piece] = field(default_factory=list)
    repeats: list[tuple[Piece, Piece]] = field(default_factory=list)


def compose(stories: list[Story], rng: random.Random, style: Style) -> Composed:
    """Choose stories, put them in order and damage the order as `style` says."""
    count = min(len(stories), rng.randint(4, 11))
    chosen = rng.sample(stories, count)
    longest = rng.choice((500, 900, 1500, 2500))
    speeches = rng.randint(2, min(6, count)) if rng.random() < style.statements else 0
    articles = [
        pieces(story, rng, longest if rng.random() < 0.5 else 600, "statement" if i >= count - speeches else None)
        for i, story in enumerate(chosen)
    ]
    spoken = articles[count - speeches :]
    tellable = [story for story in stories if not story.whole]
    short = briefs(rng.sample(tellable, min(len(tellable), rng.randint(2, 5))), rng) if rng.random() < style.briefs else []
    if rng.random() < style.notices:
        articles.insert(rng.randrange(len(articles) + 1), notice(rng))
    for article in articles:
        _continue(article, rng, style)
    articles += short
    page = Composed([], articles)
    for number, article in enumerate(articles):
        _prepare(article, number, rng, style)
    mixed = rng.random() < style.both_ways
    blocks = [_ordered(article, rng, style, 0.5 if mixed else 0.92 if style.headings_after else 0.03) for article in articles]
    page.source = _assembled(blocks, rng)
    _drop_in(page, rng)
    _label(page, rng, style)
    if speeches:
        _label_all(page, spoken, rng)
    if short:
        _head_several(page, short, rng)
    _head_page(page, rng)
    _repeat(page, rng, style)
    _furnish(page, rng, style)
    if rng.random() < style.misread:
        misread_pieces(page.source, rng)
        for copy, original in page.repeats:
            copy.text = original.text
    return page


def _drop_in(page: Composed, rng: random.Random) -> None:
    """Some notices stand in the midst of another article, as small things do that fill a column."""
    for article in page.articles:
        if not any(piece.role == "notice" for piece in article) or rng.random() >= 0.4:
            continue
        rest = [piece for piece in page.source if piece not in article]
        inside = [i for i in range(1, len(rest)) if rest[i].article == rest[i - 1].article]
        if inside:
            at = rng.choice(inside)
            page.source = [*rest[:at], *(piece for piece in page.source if piece in article), *rest[at:]]


def _continue(article: list[Piece], rng: random.Random, style: Style) -> None:
    """Now and then an article began on another page of the issue or goes on there."""
    texts = [i for i, piece in enumerate(article) if piece.role in TEXTS]
    if not texts or rng.random() >= style.continued:
        return
    if rng.random() < 0.5:
        last = article[texts[-1]]
        if rng.random() < 0.5 and len(last.text) > 60:
            last.text = last.text[: rng.randint(40, len(last.text) - 8)].rstrip("。！？；”，、 ")
        article.insert(texts[-1] + 1, hint(rng, forward=True))
    else:
        article.insert(texts[0], hint(rng, forward=False))


def _head_several(page: Composed, short: list[list[Piece]], rng: random.Random) -> None:
    """One label over all briefs belongs to the page."""
    piece = Piece("section_label", rng.choice(HEADS_SEVERAL), -2)
    page.source.insert(min(page.source.index(part) for part in short[0]), piece)
    page.furniture.append(piece)


def _head_page(page: Composed, rng: random.Random) -> None:
    """Now and then the subject of the page stands over its first article."""
    first = page.source[0]
    if rng.random() < 0.08 and first.role in (*HEADINGS, *TEXTS) and first.role != "section_label" and first.article >= 0:
        piece = Piece("section_label", label(rng) if rng.random() < 0.5 else subject(rng), first.article)
        page.source.insert(0, piece)
        page.articles[first.article].insert(0, piece)


def _label_all(page: Composed, articles: list[list[Piece]], rng: random.Random) -> None:
    """The same label over most of a group's articles."""
    text = label(rng)
    for article in articles:
        if article[0].role == "headline" and rng.random() < 0.85:
            piece = Piece("section_label", text, article[0].article)
            page.source.insert(page.source.index(article[0]), piece)
            article.insert(0, piece)


def _furnish(page: Composed, rng: random.Random, style: Style) -> None:
    """Folio and editors' lines at the ends of the page, or between two articles."""
    for _ in range(rng.randint(1, 3) if rng.random() < style.furniture else 0):
        starts = [i for i, p in enumerate(page.source) if i and p.article != page.source[i - 1].article and p.role in HEADINGS]
        at = rng.choice((0, 0, len(page.source), len(page.source), *starts[:2]))
        piece = Piece("furniture", furniture(rng), -2)
        page.source.insert(at, piece)
        page.furniture.append(piece)
    if rng.random() < style.index:
        lines = index_box(page.articles, rng)
        at = rng.choice((0, len(page.source)))
        page.source[at:at] = lines
        page.furniture.extend(lines)


def _prepare(article: list[Piece], number: int, rng: random.Random, style: Style) -> None:
    """Take titles off, cut paragraphs at column ends, cut the end off."""
    if rng.random() < style.untitled and any(p.role in TEXTS for p in article):
        article[:] = [p for p in article if p.role not in HEADINGS and not (p.role == "byline" and p is not article[-1])]
        for piece in article:
            # Without a heading only its dateline tells that a text is news.
            if piece.role == "lead" and not OLD_DATELINE.match(piece.text):
                piece.role = "body"
    if rng.random() < style.beheaded:
        _behead(article, rng)
    i = 0
    while i < len(article):
        piece = article[i]
        if piece.role in TEXTS and len(piece.text) > 60 and rng.random() < style.column_cuts:
            article[i : i + 1] = _cut(piece, rng)
            i += 1
        i += 1
    last = next((p for p in reversed(article) if p.role == "body"), None)
    if last is not None and len(last.text) > 60 and rng.random() < style.truncated and article[-1] is last:
        last.text = last.text[: rng.randint(30, len(last.text) - 8)].rstrip("。！？；”，、 ")
    for piece in article:
        piece.article = number


def _behead(article: list[Piece], rng: random.Random) -> None:
    """Leave what follows a cut in mid-sentence."""
    long = [piece for piece in article if piece.role in TEXTS and len(piece.text) > 60]
    if not long or any(piece.role == "notice" for piece in article):
        return
    piece = rng.choice(long[:3])
    parts = _cut(piece, rng)
    if len(parts) == 2:
        rest = replace(parts[1], role="body")
        article[:] = [rest, *(p for p in article[article.index(piece) + 1 :] if p.role not in HEADINGS)]


def _cut(piece: Piece, rng: random.Random) -> list[Piece]:
    """One paragraph as two pieces, cut in mid-sentence at any character."""
    places = [
        m.start() for m in re.finditer(r"(?<=[㐀-鿿，、\d])(?=[㐀-鿿“])", piece.text) if 12 < m.start() < len(piece.text) - 8
    ]
    if not places:
        return [piece]
    at = rng.choice(places)
    first = Piece(piece.role, piece.text[:at], piece.article, goes_on=True, continues=piece.continues)
    return [first, Piece(piece.role, piece.text[at:], piece.article, goes_on=piece.goes_on, continues=True)]


def _ordered(article: list[Piece], rng: random.Random, style: Style, headings_after: float) -> list[list[Piece]]:
    """The article as one or two stretches in source order; two where another article may come between."""
    after = rng.random() < headings_after
    head = [
        p
        for p in article
        if p.role in HEADINGS or (p.role == "byline" and any(q.role in TEXTS for q in article[article.index(p) :]))
    ]
    caption_at = next((i for i, p in enumerate(article) if p.role == "caption"), len(article))
    captions = article[caption_at:] if caption_at else []
    rest = [p for p in article if p not in head and p not in captions]
    if any(p.role == "notice" for p in article) or not any(p.role in TEXTS for p in article):
        return [article[:]]
    if rng.random() < style.midst + 0.3 * style.interrupted and len(rest) > 1 and head:
        a, b = _split(article, rest, rng)
        return [_with_captions([*a, *head, *b], captions, rng)]
    whole = rest
    if rng.random() < style.halves_swapped and len(rest) > 1:
        a, b = _split(article, rest, rng)
        return [_with_captions([*head, *b, *a] if not after else [*b, *a, *head], captions, rng)]
    if rng.random() < style.interrupted and len(rest) > 1:
        a, b = _split(article, rest, rng)
        return [_with_captions([*head, *a] if not after else a, captions, rng), b if not after else [*b, *head]]
    return [_with_captions([*whole, *head] if after else [*head, *whole], captions, rng)]


def _with_captions(stretch: list[Piece], captions: list[Piece], rng: random.Random) -> list[Piece]:
    if captions:
        at = rng.choice((0, len(stretch), len(stretch), rng.randint(0, len(stretch))))
        return [*stretch[:at], *captions, *stretch[at:]]
    return stretch


def _split(article: list[Piece], rest: list[Piece], rng: random.Random) -> tuple[list[Piece], list[Piece]]:
    """The body in two, cut inside a paragraph three times of four."""
    texts = [p for p in rest if p.role in TEXTS and len(p.text) > 40 and not p.goes_on]
    if texts and rng.random() < 0.75:
        piece = rng.choice(texts)
        parts = _cut(piece, rng)
        article[article.index(piece) : article.index(piece) + 1] = parts
        rest[rest.index(piece) : rest.index(piece) + 1] = parts
        at = rest.index(parts[-1])
    else:
        at = rng.randint(1, len(rest) - 1)
    return rest[:at], rest[at:]


def _assembled(blocks: list[list[list[Piece]]], rng: random.Random) -> list[Piece]:
    """All stretches in one order; a second stretch comes one or two articles later."""
    line: list[list[Piece]] = []
    waiting: list[tuple[int, list[Piece]]] = []
    for stretches in blocks:
        line.append(stretches[0])
        waiting = [(left - 1, stretch) for left, stretch in waiting]
        line.extend(stretch for left, stretch in waiting if left <= 0)
        waiting = [(left, stretch) for left, stretch in waiting if left > 0]
        if len(stretches) > 1:
            waiting.append((rng.randint(1, 2), stretches[1]))
    line.extend(stretch for _, stretch in waiting)
    return [piece for stretch in line for piece in stretch]


def _label(page: Composed, rng: random.Random, style: Style) -> None:
    """A column's label before one article, before each of several, or heading several."""
    if rng.random() >= style.labels:
        return
    heads = [next((p for p in article if p.role in HEADINGS), None) for article in page.articles]
    owners = [(a, h) for a, h in zip(page.articles, heads, strict=True) if h is not None]
    if not owners:
        return
    text = label(rng)
    chosen = rng.sample(owners, min(len(owners), rng.choice((1, 1, 2, 4))))
    for number, (article, head) in enumerate(chosen):
        if len(chosen) > 1 and number and rng.random() < 0.2:
            continue
        piece = Piece("section_label", text, head.article)
        # A reader may put the label on the column where the text begins, far from the heading.
        body = next((p for p in article if p.role in TEXTS), head)
        under = body if rng.random() < 0.2 else head
        page.source.insert(page.source.index(under), piece)
        article.insert(0, piece)


def _repeat(page: Composed, rng: random.Random, style: Style) -> None:
    """Some paragraphs said again at another place."""
    if rng.random() >= style.repeated:
        return
    long = [p for p in page.source if p.role in TEXTS and len(p.text) >= 50]
    if not long:
        return
    first = page.source.index(rng.choice(long))
    run = [p for p in page.source[first : first + rng.randint(1, 4)] if p.role in TEXTS and len(p.text) >= 45]
    at = rng.choice([i for i in range(len(page.source)) if not first < i <= first + 4] or [0])
    copies = [Piece("duplicate", p.text, -1) for p in run]
    page.source[at:at] = copies
    page.repeats.extend(zip(copies, run, strict=True))
