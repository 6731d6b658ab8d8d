"""Corpus stories set as a newspaper page, with columns, frames and photographs, and read from it in one of two ways."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.composing.corpus import Story
from benchmarks.composing.dressing import dress
from benchmarks.composing.leads import leads, with_lead
from benchmarks.composing.misread import misread
from benchmarks.composing.names import name
from benchmarks.composing.notices import notice
from benchmarks.composing.piece import Piece
from benchmarks.composing.pieces import caption, clause, pieces
from benchmarks.composing.render import Rendered
from models.domain.line import Reading
from tests.typeset.compose import compose_sheet
from tests.typeset.sheet import Sheet
from tests.typeset.story import Kind, Signed
from tests.typeset.story import Story as SetStory
from tests.typeset.style import any_style
from tests.typeset.truth import page_format, reading

TEXT_LAYER, RECOGNISED = "text_layer", "recognised"
WAYS = (TEXT_LAYER, RECOGNISED)
_BRIEF = 150


def typeset_page(stories: list[Story], rng: random.Random, way: str) -> Rendered:
    """A page of its own style with some of `stories`, as a PDF's text layer or a recogniser of pictures hands it over."""
    sheet = compose_sheet(_as_set(stories, rng), rng, any_style(rng))
    dress(sheet, rng)
    truth = _with_leads(page_format(sheet), sheet)
    found = Rendered(_seen(sheet, rng), truth, {**_roles(truth), **dict.fromkeys(_page_labels(sheet), "section_label")})
    return misread(found, rng) if way == RECOGNISED else found


def _with_leads(truth: dict[str, object], sheet: Sheet) -> dict[str, object]:
    """The truth of `sheet`, its news with leads."""
    texts = {number: sheet.lines[place].text for number, place in enumerate(sheet.painted, start=1)}
    articles = truth["articles"]
    assert isinstance(articles, list)
    for article, placed in zip(articles, sheet.articles, strict=True):
        if leads(placed.story):
            article["segments"] = with_lead(article["segments"], placed.story.paragraphs[0], texts)
    return truth


def _seen(sheet: Sheet, rng: random.Random) -> Reading:
    """Without what stands beside the text on one page of six: not every file tells."""
    seen = reading(sheet)
    return replace(seen, graphics=type(seen.graphics)()) if rng.random() < 0.17 else seen


def _page_labels(sheet: Sheet) -> Iterator[int]:
    """Numbers of the labels over several texts: furniture of the page in a ground of their own, labels to look at."""
    for number, place in enumerate(sheet.painted, start=1):
        line = sheet.lines[place]
        grounds = [f.box for f in sheet.frames if f.box.holds(line.outline) and f.box.height < 2.0 * line.outline.height]
        if line.article is None and grounds:
            yield number


def _roles(truth: dict[str, object]) -> dict[int, str]:
    roles: dict[int, str] = {}
    articles, furniture = truth["articles"], truth["furniture"]
    assert isinstance(articles, list)
    assert isinstance(furniture, list)
    for article in articles:
        for segment in article["segments"]:
            roles.update(dict.fromkeys(segment["lines"]["ids"], segment["role"]))
    for waste in furniture:
        roles.update(dict.fromkeys(waste["lines"]["ids"], "furniture"))
    return roles


def _as_set(stories: list[Story], rng: random.Random) -> list[SetStory]:
    """All stories of a page in new forms, some of them as briefs, a notice among them now and then."""
    chosen = rng.sample(stories, len(stories))
    briefs = rng.randint(2, min(6, len(chosen))) if len(chosen) > 4 and rng.random() < 0.35 else 0
    headed = rng.random() < 0.45
    found = [_brief(story, rng, headed) for story in chosen[:briefs] if not story.whole]
    form = None if rng.random() < 0.7 else "news"
    for story in chosen[briefs:]:
        found.append(_story(pieces(story, rng, rng.choice((600, 1000, 2000, 4000)), form), rng))
    found += [_story(notice(rng), rng) for _ in range(rng.choice((0, 0, 1, 2)))]
    return [story for story in found if story.paragraphs]


def _brief(story: Story, rng: random.Random, headed: bool) -> SetStory:
    """The first sentences of a story, signed with a name in brackets; the briefs of a page all have headlines or none has."""
    text = story.paragraphs[0]
    end = text.find("。", rng.randint(40, _BRIEF))
    text = text[: end + 1] if end > 0 else text[:_BRIEF] + "。"
    signed = rng.choice((Signed.END, Signed.END, Signed.END_LINE))
    headline = (story.headings[-1:] or (clause(text, rng) or "",))[0][:22] if headed else ""
    return SetStory(headline, (text,), Kind.BRIEF, byline=name(rng) if rng.random() < 0.8 else "", signed=signed)


def _story(parts: list[Piece], rng: random.Random) -> SetStory:
    """Pieces by their roles."""

    def said(role: str) -> list[str]:
        return [part.text.strip("*") for part in parts if part.role == role]

    texts = [part for part in parts if part.role in ("lead", "body", "notice", "crosshead")]
    paragraphs = [part.text.replace("**", "") for part in texts if part.role != "crosshead"]
    if rng.random() < 0.35:
        # Crossheads set as lines of text, of no other size and with no space round them.
        texts = [replace(part, role="body") if part.role == "crosshead" else part for part in texts]
        paragraphs = [part.text.replace("**", "") for part in texts]
    crossheads = []
    for i, part in enumerate(texts):
        if part.role == "crosshead" and i + 1 < len(texts):
            crossheads.append((sum(p.role != "crosshead" for p in texts[:i]), _longer(part.text, texts[i + 1].text, rng)))
    shown = said("caption")
    if paragraphs and not any(part.role == "notice" for part in parts) and rng.random() < 0.5:
        shown = shown or [part.text for part in caption(paragraphs, rng, name(rng)) if part.role == "caption"]
    captions = [rng.choice(("", "", "▲", "▼", "◀", "▶", "图①：")) + text for text in shown]
    is_notice = any(part.role == "notice" for part in parts)
    is_picture = not paragraphs and bool(captions)
    own = [part for part in parts if part.role == "byline" and not part.text.endswith("摄")]
    last = bool(own) and parts.index(own[0]) > len(parts) / 2
    return SetStory(
        " ".join(said("headline")) or (captions[0][:10].rstrip("，。") if is_picture else ""),
        tuple(paragraphs or captions),
        Kind.NOTICE if is_notice else Kind.PICTURE if is_picture else Kind.ARTICLE,
        kicker="".join(said("kicker")).rstrip("：—"),
        subtitle="".join(said("subtitle")),
        label="".join(said("section_label")[:1]),
        byline=own[0].text if own else "",
        signed=rng.choice((Signed.END, Signed.END_LINE)) if last else rng.choice((Signed.LINE, Signed.ACROSS)),
        crossheads=tuple(crossheads),
        captions=tuple(captions) if not is_picture else _said_besides(captions[0], rng),
        signature=tuple(said("signature")),
        continued_from=str(rng.randint(1, 8)) if rng.random() < 0.04 and not is_notice and not is_picture else "",
    )


def _said_besides(text: str, rng: random.Random) -> tuple[str, ...]:
    """A caption of its own for some photographs with a headline and a text."""
    found = clause(text, rng, 8, 20) if rng.random() < 0.5 else None
    return (f"{rng.choice(('▲', '图为', ''))}{found}。",) if found else ()


def _longer(crosshead: str, below: str, rng: random.Random) -> str:
    """Now and then a crosshead takes two lines of a column."""
    more = clause(below, rng, 6, 14) if rng.random() < 0.3 and "——" not in crosshead else None
    return f"{crosshead}，{more}" if more and more not in crosshead else crosshead
