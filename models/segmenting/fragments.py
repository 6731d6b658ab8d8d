"""Lines that surely belong together, over-segmented on purpose: what the decode joins into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from models.domain.line import Regime
from models.domain.locks import NO_LOCKS, Locks
from models.domain.text import join, open_end
from models.segmenting import lexicon, terms
from models.segmenting.line_features import Layout, goes_on
from models.segmenting.parting import parting
from models.segmenting.placement import near, same_paragraph
from models.segmenting.repair import Clean
from models.segmenting.roles import Kind

ON_PATHS = frozenset({Kind.HEADING, Kind.TEXT, Kind.BYLINE})
"""Kinds of fragments that the decode puts in order; the others are attached to what it finds."""
_SUBJECT = 7
"""Characters of the subject of a page at most."""
_LOOKED_AT = 600
"""Characters of a text that its heading is compared with."""
_LONG_CAPTION = 36
"""Characters from which a caption tells enough to stand alone."""
_LABELS_IN_PRINT = {Kind.LABEL, Kind.FURNITURE}
"""A label over several texts belongs to the page, as furniture does."""


@dataclass(frozen=True, eq=False)
class Fragment:
    """Lines of one kind in source order.  A heading may bring the byline printed under it, a text the names that sign it."""

    kind: Kind
    lines: tuple[Clean, ...]
    byline: tuple[Clean, ...] = ()
    signature: bool = False
    column: float = 0.0
    """Width of its printed column in characters; 0 where lines are paragraphs."""
    under_label: bool = False
    """A label stands before it in the source, at most a caption between."""
    credit: bool = False
    """A caption that does nothing but name the photographer."""
    picture: bool = False
    """The text of a picture, of which there is no other text."""

    @cached_property
    def text(self) -> str:
        text = self.lines[0].text
        for line in self.lines[1:]:
            text = join(text, line.text)
        return text

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        return tuple(line.number for line in (*self.lines, *self.byline))


def fragments(page: Layout, kinds: Sequence[Kind], locks: Locks = NO_LOCKS) -> tuple[Fragment, ...]:
    """All lines of the page as fragments, in source order, cut wherever `locks` part two lines."""
    if page.printed is None and _is_subject(page, kinds) and page.lines[0].number not in locks.roles:
        kinds = (Kind.LABEL, *kinds[1:])
    groups: list[list[int]] = []
    for i in range(len(kinds)):
        if groups and _safe(page, kinds, i - 1, i) and not locks.part(page.lines[i - 1].number, page.lines[i].number):
            groups[-1].append(i)
        else:
            groups.append([i])
    if page.printed is None:
        groups = list(_headings_parted(page, kinds, groups))
    found = _with_bylines(page, [_fragment(page, kinds[group[0]], group) for group in groups], locks)
    if page.printed is not None:
        found = [_as_credit(fragment) for fragment in found]
        return tuple(
            replace(fragment, under_label=_under_label(found, i, _LABELS_IN_PRINT)) for i, fragment in enumerate(found)
        )
    found = [_as_picture(found, i, locks) for i in range(len(found))]
    return tuple(replace(fragment, under_label=_under_label(found, i, {Kind.LABEL})) for i, fragment in enumerate(found))


def _is_subject(page: Layout, kinds: Sequence[Kind]) -> bool:
    """Whether a few words at the top of a dump, of which the text under them says nothing, are the subject of the page."""
    if len(kinds) < 2 or kinds[0] is not Kind.HEADING or kinds[1] is not Kind.TEXT or len(page.lines[0].text) > _SUBJECT:
        return False
    return not terms.coverage([page.lines[0].text], [_text(page, kinds, 1, 1)]).any()


def _headings_parted(page: Layout, kinds: Sequence[Kind], groups: Sequence[list[int]]) -> Iterator[list[int]]:
    """The groups of a dump, those cut in two that are a heading of the text above and one of the text below."""
    for group in groups:
        place = None
        if kinds[group[0]] is Kind.HEADING and len(group) > 1:
            above, below = _text(page, kinds, group[0] - 1, -1), _text(page, kinds, group[-1] + 1, 1)
            place = parting(above, [page.lines[i].text for i in group], below)
        yield from (group[:place], group[place:]) if place else (group,)


def _text(page: Layout, kinds: Sequence[Kind], begin: int, step: int) -> str:
    """What the text says that begins with line `begin` and goes on in the direction of `step` up to a heading."""
    found: list[str] = []
    i = begin
    while 0 <= i < len(kinds) and kinds[i] in (Kind.TEXT, Kind.BYLINE) and sum(map(len, found)) < _LOOKED_AT:
        found.append(page.lines[i].text)
        i += step
    return "".join(found[::step])


def _as_credit(fragment: Fragment) -> Fragment:
    """On a printed page a photographer's name stands at the photograph, wherever the text around it goes on."""
    is_credit = fragment.kind is Kind.BYLINE and lexicon.PHOTO_CREDIT.search(fragment.text)
    return replace(fragment, kind=Kind.CAPTION, credit=True) if is_credit else fragment


def _as_picture(found: Sequence[Fragment], i: int, locks: Locks) -> Fragment:
    """A long caption is the text of its heading where that is not of the text above, and no text goes on below."""
    caption, heading = found[i], found[i - 1] if i else None
    if (
        caption.kind is not Kind.CAPTION
        or len(caption.text) < _LONG_CAPTION
        or not locks.roles.keys().isdisjoint(caption.numbers)
    ):
        return caption
    below = found[i + 1].kind if i + 1 < len(found) else Kind.FURNITURE
    if (
        heading is None
        or heading.kind is not Kind.HEADING
        or below is Kind.TEXT
        or (below is Kind.BYLINE and not caption.byline)
    ):
        return caption
    above = "".join(fragment.text for fragment in found[: i - 1] if fragment.kind is Kind.TEXT)[-_LOOKED_AT:]
    here, there = terms.coverage([heading.text], [caption.text, above])[0]
    return replace(caption, kind=Kind.TEXT, picture=True) if here >= there else caption


def _under_label(found: Sequence[Fragment], i: int, labels: Set[Kind]) -> bool:
    above = (fragment.kind for fragment in reversed(found[:i]) if fragment.kind is not Kind.CAPTION)
    return next(above, None) in labels


def _fragment(page: Layout, kind: Kind, group: Sequence[int]) -> Fragment:
    lines = tuple(page.lines[i] for i in group)
    column = page.columns[group[0]] if page.regime is Regime.WRAPPED else 0.0
    if kind is Kind.SIGNATURE:
        return Fragment(Kind.TEXT, lines, signature=True, column=column)
    return Fragment(kind, lines, column=column)


def _safe(page: Layout, kinds: Sequence[Kind], left: int, right: int) -> bool:
    """Whether two neighbours are one fragment beyond doubt."""
    if kinds[left] is not kinds[right]:
        return False
    match kinds[right]:
        case Kind.HEADING:
            together = near(page, left, right)
            text = page.lines[right].text
            begins = lexicon.NOTICE_HEAD.match(text) or (page.printed is None and _ends_heading(page.lines[left].text, text))
            return (together and not begins) or text.startswith("（")
        case Kind.BYLINE | Kind.SIGNATURE:
            return near(page, left, right)
        case Kind.CAPTION if page.printed is not None:
            return bool(page.printed.page.stack[left] == page.printed.page.stack[right])
        case Kind.CAPTION:
            return page.regime is Regime.WRAPPED and _caption_goes_on(page, left, right)
        case Kind.TEXT:
            return page.regime is Regime.WRAPPED and _goes_on(page, left, right)
        case _:
            return False


def _goes_on(page: Layout, left: int, right: int) -> bool:
    """Whether a column's line goes on in the next: unfinished, full, and no wider gap or other column after it."""
    a, b = page.lines[left].text, page.lines[right].text
    if lexicon.DATELINE.match(b):
        return False
    if page.printed is not None:
        return same_paragraph(page.printed, left, right)
    if not (open_end(a) or a.endswith(("，", "：", "—"))):
        return False
    if b_has_gap(page, right):
        return False
    return page.widths[left] >= page.columns[left] - 2.75 and abs(page.columns[left] - page.columns[right]) < 2.5


def _ends_heading(line: str, following: str) -> bool:
    """Whether a subtitle after a dash is over, so that another heading begins under it."""
    return line.startswith(("—", "─")) and not following.startswith(("—", "─", "（"))


def _caption_goes_on(page: Layout, left: int, right: int) -> bool:
    """Whether a caption's line goes on in the next, however wide: no article has two captions with nothing between."""
    unfinished = goes_on(page.lines[left].text) or page.widths[left] >= page.columns[left] - 1.25
    return unfinished and not b_has_gap(page, right)


def b_has_gap(page: Layout, i: int) -> bool:
    """Whether more blank lines than usual stand before line `i`."""
    return page.lines[i].line.marks.blanks_before > page.usual_blanks


def _with_bylines(page: Layout, found: Iterable[Fragment], locks: Locks) -> list[Fragment]:
    """A byline directly under a heading or caption is part of it."""
    result: list[Fragment] = []
    for fragment in found:
        last = result[-1] if result else None
        if (
            last
            and fragment.kind is Kind.BYLINE
            and not last.byline
            and not locks.part(last.numbers[-1], fragment.numbers[0])
            and (_signed_by(page, last, fragment) or (_takes_byline(last, fragment) and _close(page, last, fragment)))
        ):
            result[-1] = replace(last, byline=fragment.lines)
        else:
            result.append(fragment)
    return result


def _signed_by(page: Layout, text: Fragment, byline: Fragment) -> bool:
    """On a printed page names in brackets right under a text sign it."""
    if page.printed is None or text.kind is not Kind.TEXT or not lexicon.names_in_brackets(byline.text):
        return False
    stack = page.printed.page.stack
    return bool(stack[page.lines.index(text.lines[-1])] == stack[page.lines.index(byline.lines[0])])


def _close(page: Layout, above: Fragment, below: Fragment) -> bool:
    return near(page, page.lines.index(above.lines[-1]), page.lines.index(below.lines[0]))


def _takes_byline(above: Fragment, byline: Fragment) -> bool:
    """A heading takes any byline under it, a caption only that of a photographer."""
    return above.kind is Kind.HEADING or (above.kind is Kind.CAPTION and lexicon.PHOTOGRAPHER.search(byline.text) is not None)


def source_runs(nodes: Sequence[Fragment]) -> list[int]:
    """A first guess at articles: the number of the run of text each node stands in, broken at headings and datelines."""
    runs = [0] * len(nodes)
    for i, (before, node) in enumerate(pairwise(nodes), start=1):
        fresh = node.kind is Kind.HEADING or before.kind is not Kind.TEXT or bool(lexicon.DATELINE.match(node.lines[0].text))
        runs[i] = runs[i - 1] + (fresh and not (before.kind is Kind.TEXT and node.kind is Kind.BYLINE))
    return runs
