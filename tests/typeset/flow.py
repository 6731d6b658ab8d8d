"""Text poured into columns, round whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.domain.role import Role
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import balanced, broken, take, text_ems
from tests.typeset.sheet import BLACK, Box, Ink

_NARROW = 4.5
"""A column left narrower than so many characters beside a photograph stays empty."""


@dataclass(frozen=True, slots=True)
class Column:
    x0: float
    x1: float
    first: int
    """Row."""
    end: int
    """Row after the last."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for one line."""

    x0: float
    x1: float
    row: int
    run: int
    """Slots of one run stand one under the other and are of one width."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to pour: a paragraph, or with `apart` a short text that stands by itself."""

    text: str
    role: Role = Role.BODY
    article: int = 0
    indent: float = 2.0
    apart: bool = False
    bold: bool = False
    factor: float = 1.0
    """Type size, in that of the text."""
    align: str = "left"
    """left, centre or right; for what stands apart."""
    before: int = 0
    after: int = 0
    """Empty rows."""
    ruled: bool = False
    """Between two rules, or over one where nothing is left empty before it."""
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Poured:
    """`lines` by item's article; `left` is what found no room: (place of the item, its characters already set)."""

    lines: tuple[tuple[int, Placed], ...]
    rules: tuple[Box, ...]
    left: tuple[int, int] | None
    used: int
    """Slots taken, empty ones counted."""


def slots(board: Board, columns: Sequence[Column], obstacles: Iterable[Box]) -> list[Slot]:
    """All room for lines in `columns`, in reading order; each row keeps the widest piece that obstacles leave."""
    in_the_way = list(obstacles)
    found: list[Slot] = []
    run = 0
    for column in columns:
        near = [box for box in in_the_way if box.x0 < column.x1 and box.x1 > column.x0]
        last: Slot | None = None
        for row in range(column.first, column.end):
            y0 = board.y(row)
            x0, x1 = _widest(column, [box for box in near if box.y0 < y0 + board.glyph and box.y1 > y0])
            if x1 - x0 < _NARROW * board.glyph:
                continue
            if last is None or (last.row, last.x0, last.x1) != (row - 1, x0, x1):
                run += 1
            last = Slot(x0, x1, row, run)
            found.append(last)
    return found


def _widest(column: Column, boxes: list[Box]) -> tuple[float, float]:
    if not boxes:
        return column.x0, column.x1
    pieces, x = [], column.x0
    for box in sorted(boxes, key=lambda box: box.x0):
        pieces.append((x, min(box.x0, column.x1)))
        x = max(x, box.x1)
    pieces.append((x, column.x1))
    return max(pieces, key=lambda piece: piece[1] - piece[0])


def pour(board: Board, items: Sequence[Item], room: Sequence[Slot]) -> Poured:
    """Set `items` one after the other into `room`."""
    pouring = _Pouring(board, room)
    for number, item in enumerate(items):
        done = pouring.apart(item) if item.apart else pouring.paragraph(item)
        if done < len(item.text):
            return pouring.result((number, done))
    return pouring.result(None)


class _Pouring:
    def __init__(self, board: Board, room: Sequence[Slot]) -> None:
        self.board, self.room, self.at = board, room, 0
        self.lines: list[tuple[int, Placed]] = []
        self.rules: list[Box] = []

    def result(self, left: tuple[int, int] | None) -> Poured:
        return Poured(tuple(self.lines), tuple(self.rules), left, self.at)

    def paragraph(self, item: Item) -> int:
        """How many characters found room."""
        self._skip(item.before)
        done = 0
        while done < len(item.text) and self.at < len(self.room):
            slot = self.room[self.at]
            done = self._line(item, done, slot)
            self.at += 1
        if done == len(item.text):
            self._skip(item.after)
        return done

    def _line(self, item: Item, done: int, slot: Slot) -> int:
        glyph = self.board.glyph
        x0 = slot.x0 + (item.indent * glyph if done == 0 else 0.0)
        end = take(item.text, done, (slot.x1 - x0) / glyph)
        text = item.text[done:end].strip()
        # The last line of a paragraph keeps its own width; the others are justified.
        x1 = slot.x1 if end < len(item.text) else min(slot.x1, x0 + text_ems(text) * glyph)
        y = self.board.y(slot.row)
        self._put(item, text, Box(x0, y, x1, y + glyph), Face(glyph, item.bold), slot)
        return end

    def apart(self, item: Item) -> int:
        """All of it or nothing, in one run, with two lines of text under it."""
        size = item.factor * self.board.glyph
        keep = 2 if item.role in (Role.CROSSHEAD, Role.HEADLINE) else 0
        while self.at < len(self.room):
            stretch = self._stretch()
            texts = _evenly(item.text, (stretch[0].x1 - stretch[0].x0) / size)
            before = 0 if self._starts() and not item.ruled else item.before
            tall = self.board.rows(len(texts) * size * 1.3) if item.factor > 1 else len(texts)
            if before + tall + item.after + keep <= len(stretch) or (not keep and before + tall <= len(stretch)):
                self._stand(item, texts, stretch, before, tall)
                self.at += min(before + tall + item.after, len(stretch))
                return len(item.text)
            self.at += len(stretch)
        return 0

    def _stand(self, item: Item, texts: list[str], stretch: list[Slot], before: int, tall: int) -> None:
        board, slot = self.board, stretch[before]
        size = item.factor * board.glyph
        step = size * 1.3 if item.factor > 1 else board.pitch
        y = board.y(slot.row) + (tall * board.pitch - (board.pitch - board.glyph) - (len(texts) - 1) * step - size) / 2
        for text in texts:
            wide = min(text_ems(text) * size, slot.x1 - slot.x0)
            spare = slot.x1 - slot.x0 - wide
            x0 = slot.x0 + {"left": 0.0, "centre": spare / 2, "right": spare}[item.align]
            self._put(item, text, Box(x0, y, x0 + wide, y + size), Face(size, item.bold, item.ink), slot)
            y += step
        if item.ruled and item.after:
            above, below = board.y(slot.row) - 0.6 * board.pitch, board.y(slot.row + tall) + 0.2 * board.pitch
            self.rules += [Box(slot.x0, above, slot.x1, above + 0.5)] if before else []
            self.rules.append(Box(slot.x0, below, slot.x1, below + 1.0))

    def _put(self, item: Item, text: str, box: Box, face: Face, slot: Slot) -> None:
        if text:
            self.lines.append((item.article, Placed(text, box, face, item.role, slot.run)))

    def _stretch(self) -> list[Slot]:
        """The rest of the run that is being filled."""
        end = self.at
        while end < len(self.room) and self.room[end].run == self.room[self.at].run:
            end += 1
        return list(self.room[self.at : end])

    def _starts(self) -> bool:
        return self.at == 0 or self.room[self.at - 1].run != self.room[self.at].run

    def _skip(self, rows: int) -> None:
        """Leave rows empty, but none at the head of a column."""
        for _ in range(rows):
            if self.at < len(self.room) and not self._starts():
                self.at += 1


def _evenly(text: str, room: float) -> list[str]:
    """In lines of about equal length, so that none holds a character or two."""
    count = len(broken(text, room))
    texts = balanced(text, count)
    return texts if max(map(text_ems, texts)) <= room else broken(text, room)


def cut(items: Sequence[Item], left: tuple[int, int], *, sentence: bool) -> list[Item]:
    """What of `items` found room, with `sentence` up to the last sentence that ends there."""
    number, done = left
    kept = list(items[:number])
    text = items[number].text[:done] if not items[number].apart else ""
    if sentence and text:
        end = max(text.rfind(mark) for mark in "。！？")
        text = text[: end + 1 + (text[end + 1 : end + 2] in tuple("”’）"))] if end > 0 else ""
    if text:
        kept.append(replace(items[number], text=text))
    while kept and kept[-1].apart:
        kept.pop()
    return kept


def columns_of(x0: float, x1: float, count: int, gutter: float, first: int, end: int) -> list[Column]:
    wide = (x1 - x0 - (count - 1) * gutter) / count
    return [Column(x0 + i * (wide + gutter), x0 + i * (wide + gutter) + wide, first, end) for i in range(count)]


def by_article(poured: Poured) -> Iterator[tuple[int, list[Placed]]]:
    """The poured lines article by article."""
    groups: dict[int, list[Placed]] = {}
    for article, line in poured.lines:
        groups.setdefault(article, []).append(line)
    yield from groups.items()
