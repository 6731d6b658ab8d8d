"""Paths over fragments become articles: segments with their final roles, labels before, captions last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, zip_longest

from models.domain.proposal import Segment
from models.domain.role import Role
from models.segmenting import lexicon
from models.segmenting.fragments import Fragment
from models.segmenting.headings import heading_roles
from models.segmenting.line_features import goes_on, set_width
from models.segmenting.repair import Clean
from models.segmenting.roles import Kind

_FULL = 1.25
"""Characters by which a printed line may miss its column's width and be full."""


@dataclass
class Draft:
    """An article in the making."""

    path: list[Fragment]
    labels: list[Fragment] = field(default_factory=list)
    captions: list[Fragment] = field(default_factory=list)

    @property
    def texts(self) -> list[Fragment]:
        return [fragment for fragment in self.path if fragment.kind is Kind.TEXT]

    @property
    def first_line(self) -> int:
        return min(n for fragment in (*self.path, *self.labels, *self.captions) for n in fragment.numbers)


def segments(draft: Draft) -> tuple[Segment, ...]:
    """The draft's lines with their roles, in reading order; neighbours of one role in source order are one segment."""
    placed = [*_labels(draft), *_path(draft), *_captions(draft)]
    result: list[Segment] = []
    for role, group in groupby(placed, key=lambda item: item[0]):
        result.append(Segment(role, tuple(line.number for _, line in group)))
    return tuple(result)


def _labels(draft: Draft) -> Iterator[tuple[Role, Clean]]:
    return ((Role.SECTION_LABEL, line) for label in draft.labels for line in label.lines)


def _captions(draft: Draft) -> Iterator[tuple[Role, Clean]]:
    for caption in draft.captions:
        yield from ((Role.BYLINE if caption.credit else Role.CAPTION, line) for line in caption.lines)
        yield from ((Role.BYLINE, line) for line in caption.byline)


def _path(draft: Draft) -> Iterator[tuple[Role, Clean]]:
    heads = _heads(draft.path)
    is_notice = _is_notice(draft, heads)
    leads = _has_lead(draft, heads) and not is_notice
    yield from _heading(draft.path[:heads])
    for fragment, following in zip_longest(draft.path[heads:], draft.path[heads + 1 :]):
        match fragment.kind:
            case Kind.HEADING:
                yield from ((Role.CROSSHEAD, line) for line in fragment.lines)
            case Kind.BYLINE:
                yield from ((Role.BYLINE, line) for line in fragment.lines)
            case _:
                yield from ((_role(fragment, is_notice, leads), line) for line in fragment.lines)
                leads = leads and not ends_paragraph(fragment, following)
        yield from ((Role.BYLINE, line) for line in fragment.byline)


def _role(text: Fragment, is_notice: bool, leads: bool) -> Role:
    if text.picture:
        return Role.CAPTION
    if text.signature:
        return Role.SIGNATURE
    return Role.NOTICE if is_notice else Role.LEAD if leads else Role.BODY


def _is_notice(draft: Draft, heads: int) -> bool:
    """Whether a heading says so, and neither dateline nor byline that it is news of one."""
    news = any(fragment.kind is Kind.BYLINE or fragment.byline for fragment in draft.path)
    news = news or any(lexicon.DATELINE.match(fragment.text) for fragment in draft.texts[:1])
    return not news and any(lexicon.NOTICE_HEAD.match(line.text) for head in draft.path[:heads] for line in head.lines)


def ends_paragraph(fragment: Fragment, following: Fragment | None) -> bool:
    """Whether a paragraph ends with `fragment`; a full printed line goes on in one that is not indented."""
    if goes_on(fragment.text):
        return False
    if not fragment.column or following is None or following.kind is not Kind.TEXT:
        return True
    full = set_width(fragment.lines[-1].text) > fragment.column - _FULL
    return not (full and set_width(following.lines[0].text) > following.column - _FULL)


def _heads(path: Sequence[Fragment]) -> int:
    """How many fragments at the path's start make its heading; a plain heading under a full one is a crosshead."""
    leading = next((i for i, fragment in enumerate(path) if fragment.kind is not Kind.HEADING), len(path))
    if leading < 2:
        return leading
    return 2 if path[1].byline or (not path[0].byline and len(path[0].lines) == 1 and len(path[0].text) <= 10) else 1


def _heading(heads: Sequence[Fragment]) -> Iterator[tuple[Role, Clean]]:
    lines = [line for head in heads for line in head.lines]
    if lines:
        # Paragraphs stand a blank line apart, printed lines close.
        yield from zip(heading_roles(lines, usual_gap=0 if heads[0].column else 1), lines, strict=True)
    yield from ((Role.BYLINE, line) for head in heads for line in head.byline)


def _has_lead(draft: Draft, heads: int) -> bool:
    """Whether the first of several paragraphs is a lead: the article is news, told by its dateline or its form."""
    texts = [fragment for fragment in draft.texts if not fragment.signature]
    if not any(ends_paragraph(*pair) for pair in pairwise(texts)):
        return False
    if lexicon.DATELINE.match(texts[0].text):
        return True
    lines = [line for head in draft.path[:heads] for line in head.lines]
    story = any(line.text.startswith("—") for line in lines) or any(head.byline for head in draft.path[:heads])
    crossheads = any(fragment.kind is Kind.HEADING for fragment in draft.path[heads:])
    return bool(lines) and not story and not crossheads
