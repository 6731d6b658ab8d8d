"""Where everything of a dump stands: rows down the page, columns across it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from desktop.page_canvas.look import scaled_font, text_width
from desktop.page_canvas.marks import BAR, badge_size
from desktop.page_canvas.placement import Place, Placement, Standing
from desktop.page_canvas.typesetting import Typesetter
from models.domain.line import Line
from models.domain.role import HEADING_ROLES
from models.i18n import _
from models.wording import line_numbers, role_name

EDGE = 14.0
"""Room around the page, in pixels."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges, in pixels: line numbers, badges, bar, text, tags; and the right edge of it all."""

    numbers: float
    badges: float
    bar: float
    text: float
    tags: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the source on the face."""

    line: Line
    place: Place
    top: float
    height: float
    opens_block: bool
    """The line above is of another block, or is not the one read before."""
    note: str
    """Stands above the row: from where reading comes, or what a repeat repeats; empty for none."""
    note_height: float


@dataclass(frozen=True, slots=True)
class DumpLayout:
    columns: Columns
    rows: tuple[Row, ...]
    tops: tuple[float, ...]
    indexes: dict[int, int]
    width: float
    height: float

    def row(self, line: int) -> Row | None:
        index = self.indexes.get(line)
        return None if index is None else self.rows[index]

    def row_at(self, y: float) -> Row | None:
        """The row at `y`, or the last one that begins above it."""
        return self.rows[max(0, bisect_right(self.tops, y) - 1)] if self.rows else None

    def rows_between(self, top: float, bottom: float) -> tuple[Row, ...]:
        first = max(0, bisect_right(self.tops, top) - 1)
        return self.rows[first : bisect_right(self.tops, bottom)]

    def spot(self, row: Row) -> QPointF:
        """Where the mark of the joint above `row` stands."""
        return QPointF(self.columns.bar + BAR / 2, row.top)

    def rect(self, row: Row) -> QRectF:
        return QRectF(self.columns.bar, row.top, self.columns.right - self.columns.bar, row.height)


def tag_text(place: Place) -> str:
    """What the small tag at a block says."""
    match place.standing:
        case Standing.UNPLACED:
            return _("Belongs to nothing")
    return role_name(place.block.role)


def badge_text(place: Place) -> str:
    """Article number, and the place in its reading order where an article is scattered: 3, 3·1, 3·2."""
    if place.stretch is None or place.stretch.of == 1:
        return str(place.position + 1)
    return f"{place.position + 1}·{place.stretch.ordinal}"


def note_text(place: Place, line: int) -> str:
    """What has to be said above a line, since the line above does not show it."""
    stretch = place.stretch
    if place.standing is Standing.DUPLICATE and place.block.repeats and place.block.lines[0] == line:
        return _("Repeats line {lines}").format(lines=line_numbers(place.block.repeats))
    if stretch is None or stretch.comes_from is None or stretch.lines[0] != line:
        return ""
    text = _("↑ goes on from line {line}") if stretch.comes_from < line else _("↓ goes on from line {line}")
    return text.format(line=stretch.comes_from)


def lay_out(placement: Placement, typesetter: Typesetter, font: QFont, width: float) -> DumpLayout:
    """The page in `font` (with a pixel size) for a view `width` pixels wide."""
    small = scaled_font(font, font.pixelSize() * 0.75)
    columns = _columns(placement, small, width)
    typesetter.use(font, max(columns.tags - columns.text - 10, 6.0 * font.pixelSize()))
    rows: list[Row] = []
    y = EDGE
    for line in placement.page.lines:
        y, row = _next_row(placement, typesetter, rows[-1] if rows else None, line, y)
        rows.append(row)
    columns = _fitted(columns, max((typesetter.line(r.line, is_heading(r.place)).natural for r in rows), default=0.0))
    indexes = {row.line.number: i for i, row in enumerate(rows)}
    return DumpLayout(columns, tuple(rows), tuple(row.top for row in rows), indexes, columns.right + EDGE, y + EDGE)


def is_heading(place: Place) -> bool:
    return place.block.role in HEADING_ROLES


def _columns(placement: Placement, small: QFont, width: float) -> Columns:
    highest = max(placement.source_order, default=0)
    tags = {tag_text(place) for place in placement.places.values()}
    badges = {badge_text(place) for place in placement.places.values() if place.standing is Standing.ARTICLE}
    badges_at = EDGE + round(text_width(small, str(highest))) + 10
    bar = badges_at + round(max((badge_size(small, badge).width() for badge in badges), default=0.0)) + 12
    tag_width = min(max((text_width(small, tag) for tag in tags), default=0.0) + 22, width * 0.25)
    right = max(width - EDGE, bar + tag_width + 8.0 * small.pixelSize())
    return Columns(EDGE, badges_at, bar, bar + BAR + 12, right - tag_width, right)


def _fitted(columns: Columns, natural: float) -> Columns:
    """The tags move up to the widest row of the text, so that eyes need not wander."""
    spare = max(0.0, columns.tags - (columns.text + natural + 24))
    return Columns(columns.numbers, columns.badges, columns.bar, columns.text, columns.tags - spare, columns.right - spare)


def _next_row(placement: Placement, typesetter: Typesetter, above: Row | None, line: Line, y: float) -> tuple[float, Row]:
    place = placement.places[line.number]
    opens = above is None or above.place.block.id != place.block.id
    note = note_text(place, line.number)
    room = round(typesetter.row_height * 0.85) if note else 0.0
    top = y + room + (_gap(above, place, typesetter.row_height) if above is not None and opens else 0.0)
    height = typesetter.line(line, is_heading(place)).rows * typesetter.row_height
    return top + height, Row(line, place, top, height, opens or bool(note), note, room)


def _gap(above: Row, place: Place, row_height: float) -> float:
    same = above.place.article is not None and above.place.article == place.article
    return round(row_height * (0.12 if same else 0.5))
