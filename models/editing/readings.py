"""A page read again: what was read takes its place, or stands as suggestions beside what an editor has made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any

from models.domain.article import Block
from models.domain.correction import Correction, standing, with_corrections
from models.domain.joint import Claim, Joint
from models.domain.label import Origin, Verdict
from models.domain.line import Line
from models.domain.page import Header, Page, PageReading, PageState
from models.domain.role import Role
from models.editing.continuations import with_lines_moved
from models.editing.edit import NewId
from models.editing.matching import Group, joined, matched, same_words, shared_out

LEAVES_ALONE = frozenset({"DescribePage", "DeletePage", "ReopenPage", "Reread", "SegmentAgain", "TakeReading"})
"""Edits after which a page's articles and words are still the engine's own."""


@dataclass(frozen=True, slots=True)
class Reread:
    """`lines`, of the page or a part of it, were read anew: what differs is suggested, what is new waits to be given.

    No text, article or block changes.
    """

    lines: tuple[Line, ...]
    reader: str

    def apply(self, page: Page, new_id: NewId) -> Page:
        groups = matched(page.lines, self.lines)
        news = tuple(line for group in groups if not group.old for line in group.new if line.text.strip())
        differing = [(line, text) for group in groups if group.old and group.whole for line, text in _differing(group)]
        corrections = (*page.corrections, *_suggestions(page, differing, new_id))
        return _with_more_lines(replace(page, corrections=corrections), news, self.reader, new_id)

    def noted(self) -> dict[str, Any]:
        return {"reader": self.reader, "lines": len(self.lines)}


def _differing(group: Group) -> Iterator[tuple[Line, str]]:
    """The old lines of a group whose words were read differently, with what was read."""
    texts = shared_out(joined(line.text for line in group.new), [line.text for line in group.old])
    return ((line, text) for line, text in zip(group.old, texts, strict=True) if not same_words(line.text, text))


def _suggestions(page: Page, differing: Iterable[tuple[Line, str]], new_id: NewId) -> Iterator[Correction]:
    """What is not known already: neither the machine's first text nor a suggestion, taken or refused."""
    known = {(correction.line, correction.text) for correction in page.corrections if correction.origin is Origin.ENGINE}
    for line, text in differing:
        if (line.number, text) not in known and text != line.machine:
            yield Correction(new_id(), line.number, text, Origin.ENGINE)


def _with_more_lines(page: Page, news: Sequence[Line], reader: str, new_id: NewId) -> Page:
    """The page with `news`, under numbers of their own, as loose blocks: a new reading, the old lines and these."""
    if not news:
        return page
    added = _renumbered(page.reading.lines, news)
    readers = dict.fromkeys(name for name in (*page.reading.reader.split(_AND), reader) if name)
    reading = replace(page.reading, id=new_id(), reader=_AND.join(readers), lines=(*page.reading.lines, *added))
    blocks = tuple(Block(new_id(), Role.BODY, tuple(range(first, last + 1))) for first, last in _runs(news, added))
    return replace(_reading_taken(page, reading), loose=(*page.loose, *blocks))


_AND = " + "
"""Stands between the names of readers whose lines are in one reading."""


def _renumbered(lines: Sequence[Line], added: Iterable[Line]) -> tuple[Line, ...]:
    """`added` with the numbers that follow those of `lines`."""
    last = max((line.number for line in lines), default=0)
    return tuple(replace(line, number=number) for number, line in enumerate(added, last + 1))


def _runs(news: Sequence[Line], added: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last new number of each stretch that was read without a break."""
    gaps = [(line.number - other.number, other.number) for line, other in zip(news, added, strict=True)]
    for _, run in groupby(gaps, key=lambda gap: gap[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1]


def _reading_taken(page: Page, reading: PageReading) -> Page:
    return replace(page, reading=reading, lines=with_corrections(reading.lines, page.corrections))


@dataclass(frozen=True, slots=True)
class TakeReading:
    """The page takes the reading of `fresh`, the same sheet composed anew; the old one's rows stay where they are.

    Unless it was `worked_on`, or had no lines to work on, the page takes the engine's articles too.  Else what an editor made
    goes on on the new lines that lie where the old ones lay: articles and blocks, corrections, verdicts, photos.
    """

    fresh: Page
    worked_on: bool
    described: bool
    """Whether an editor has said what paper the page is from."""

    def apply(self, page: Page, new_id: NewId) -> Page:
        if not self.fresh.lines:
            return page
        if self.worked_on and page.lines:
            return _carried(page, self.fresh, new_id)
        onward = with_lines_moved(page.continuations, last_lines(self.moved(page)))
        header = _filled(page.header, self.fresh.header) if self.described else _filled(self.fresh.header, page.header)
        state = page.state if page.state is PageState.DELETED else self.fresh.state
        photos = (page.photos if self.worked_on else ()) or self.fresh.photos
        return replace(
            self.fresh, id=page.id, source=page.source, header=header, state=state, photos=photos, continuations=onward
        )

    def moved(self, page: Page) -> dict[int, tuple[int, ...]]:
        """The lines of the page afterwards that stand where each line of `page` stood; none for some."""
        groups = matched(page.lines, self.fresh.lines)
        return _kept(page, self.fresh, groups)[1] if self.worked_on else _successors(groups)

    def noted(self) -> dict[str, Any]:
        return {"reader": self.fresh.reading.reader, "reading": self.fresh.reading.id}


def _filled(header: Header, other: Header) -> Header:
    """`header`, and `other` where it says nothing."""
    return Header(*(getattr(header, field.name) or getattr(other, field.name) for field in fields(Header)))


def _carried(page: Page, fresh: Page, new_id: NewId) -> Page:
    groups = matched(page.lines, fresh.lines)
    kept, successors = _kept(page, fresh, groups)
    after = replace(
        page,
        header=_filled(page.header, fresh.header),
        # Words that nobody has read are not finished.
        state=page.state if page.state is PageState.DELETED else PageState.OPEN,
        regime=fresh.regime,
        corrections=tuple(_carried_corrections(groups, standing(page.corrections), successors, new_id)),
        articles=tuple(replace(a, blocks=_blocks(a.blocks, successors)) for a in page.articles),
        loose=(*_blocks(page.loose, successors), *_waiting(fresh, groups, new_id)),
        joints=tuple(_judged(page.joints, fresh.joints, successors)),
        photos=page.photos or fresh.photos,
        continuations=with_lines_moved(page.continuations, last_lines(successors)),
    )
    return _reading_taken(after, replace(fresh.reading, lines=(*fresh.reading.lines, *kept)))


def _kept(page: Page, fresh: Page, groups: Iterable[Group]) -> tuple[tuple[Line, ...], dict[int, tuple[int, ...]]]:
    """The lines of an editor's words that nobody reads any more, behind those of `fresh`; and what comes of each old line."""
    decided, read = standing(page.corrections), {line.number: line for line in page.reading.lines}
    orphans = [group.old[0].number for group in groups if not group.new and group.old[0].number in decided]
    kept = _renumbered(fresh.lines, (read[number] for number in orphans))
    return kept, {**_successors(groups), **{old: (line.number,) for old, line in zip(orphans, kept, strict=True)}}


def last_lines(successors: Mapping[int, tuple[int, ...]]) -> dict[int, int]:
    """For text that stops at a line."""
    return {old: new[-1] for old, new in successors.items() if new}


def first_lines(successors: Mapping[int, tuple[int, ...]]) -> dict[int, int]:
    """For text that starts at a line."""
    return {old: new[0] for old, new in successors.items() if new}


def _successors(groups: Iterable[Group]) -> dict[int, tuple[int, ...]]:
    """The new lines that stand where each old one stood; every new line in the place of one old line at most."""
    return {
        old.number: tuple(line.number for line in group.new if group.home(line) is old)
        for group in groups
        if group.new
        for old in group.old
    }


def _carried_corrections(
    groups: Iterable[Group],
    decided: Mapping[int, Correction],
    successors: Mapping[int, tuple[int, ...]],
    new_id: NewId,
) -> Iterator[Correction]:
    """An editor's words go on standing, cut where the new lines break."""
    for group in groups:
        if not any(line.number in decided for line in group.old):
            continue
        text = joined(line.text for line in group.old)
        numbers = [line.number for line in group.new] or list(successors[group.old[0].number])
        for number, part in zip(numbers, shared_out(text, [line.text for line in group.new or group.old]), strict=True):
            yield Correction(new_id(), number, part, Origin.EDITOR, Verdict.ACCEPTED)


def _blocks(blocks: Iterable[Block], successors: Mapping[int, tuple[int, ...]]) -> tuple[Block, ...]:
    """The same blocks with the new lines; one that has none is no more."""

    def new(lines: Iterable[int]) -> tuple[int, ...]:
        return tuple(number for line in lines for number in successors.get(line, ()))

    moved = (replace(block, lines=new(block.lines), repeats=new(block.repeats)) for block in blocks)
    return tuple(block for block in moved if block.lines)


def _waiting(fresh: Page, groups: Iterable[Group], new_id: NewId) -> Iterator[Block]:
    """Lines that the old reading did not have, as the engine put them together."""
    news = {line.number for group in groups if not group.old for line in group.new}
    for block in fresh.blocks():
        lines = tuple(number for number in block.lines if number in news)
        if lines:
            yield Block(new_id(), Role.BODY, lines)


def _judged(old: Iterable[Joint], new: Iterable[Joint], successors: Mapping[int, tuple[int, ...]]) -> Iterator[Joint]:
    """The engine's new claims, with the editor's verdict where the same was claimed before."""
    verdicts = {_moved(joint.claim, successors): joint.verdict for joint in old}
    for joint in new:
        yield replace(joint, verdict=verdicts.get((joint.claim.left, joint.claim.right), joint.verdict))


def _moved(claim: Claim, successors: Mapping[int, tuple[int, ...]]) -> tuple[int | None, int] | None:
    """The new lines that a claim is about: the last piece of its left line, the first of its right; None where one is gone."""
    rights, lefts = successors.get(claim.right), () if claim.left is None else successors.get(claim.left)
    if not rights or (claim.left is not None and not lefts):
        return None
    return lefts[-1] if lefts else None, rights[0]
