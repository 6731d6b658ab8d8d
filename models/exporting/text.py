"""An article's text as it reads: paragraphs, whatever columns, pictures and pages stood between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from models.domain.article import Article, Block
from models.domain.cues import Way, without_cues
from models.domain.issue import Part
from models.domain.line import Line, Regime
from models.domain.role import TEXT_ROLES, Role
from models.domain.text import join, open_end, paragraphs, starts_item

_PROSE = frozenset({Role.LEAD, Role.BODY})

Lines = Mapping[int, Line]
Run = tuple[Role, tuple[str, ...]]
"""Paragraphs of one role that follow one another."""


def shown_lines(parts: Sequence[Part]) -> tuple[Lines, ...]:
    """The lines of each part by their numbers, without the notes that lead from one part to the other."""
    last = len(parts) - 1
    return tuple(
        _without(part, ([Way.ON] if place < last else []) + ([Way.BACK] if place else [])) for place, part in enumerate(parts)
    )


def _without(part: Part, ways: list[Way]) -> Lines:
    lines = part.page.line_map()
    for number in part.article.lines if ways else ():
        text = lines[number].text
        for way in ways:
            text = without_cues(text, way)
        lines[number] = replace(lines[number], text=text)
    return lines


def running_text(parts: Sequence[Part], lines: Sequence[Lines]) -> str:
    """The text of all parts, a paragraph a line; `lines` are those of `shown_lines`."""
    told: list[Run] = []
    for part, own in zip(parts, lines, strict=True):
        runs = list(_runs(part.article, own, part.page.regime))
        if told and runs and _goes_on(told[-1], runs[0]):
            role, before = told.pop()
            _, after = runs.pop(0)
            told.append((role, (*before[:-1], join(before[-1], after[0]), *after[1:])))
        told.extend(runs)
    return "\n".join(paragraph for _, run in told for paragraph in run)


def _goes_on(before: Run, after: Run) -> bool:
    """Whether the sentence that one page breaks off goes on on the next."""
    prose = before[0] in _PROSE and after[0] in _PROSE
    return prose and open_end(before[1][-1]) and not starts_item(after[1][0])


def _runs(article: Article, lines: Lines, regime: Regime) -> Iterator[Run]:
    # Neighbours of one role are reflowed as one, since a sentence goes on where a picture or another article cut in.
    for role, blocks in groupby(article.with_roles(TEXT_ROLES), key=lambda block: block.role):
        if told := _paragraphs(list(blocks), lines, regime):
            yield role, told


def caption_text(parts: Sequence[Part], lines: Sequence[Lines]) -> str:
    """What stands under the article's pictures, a paragraph a line."""
    captions = (
        paragraph
        for part, own in zip(parts, lines, strict=True)
        for block in part.article.with_roles({Role.CAPTION})
        for paragraph in _paragraphs([block], own, part.page.regime)
    )
    return "\n".join(captions)


def _paragraphs(blocks: Sequence[Block], lines: Lines, regime: Regime) -> tuple[str, ...]:
    return paragraphs([lines[number] for block in blocks for number in block.lines], regime)
