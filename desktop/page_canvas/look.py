"""What the canvas shows apart from the page itself: colours of the theme, selection, pointer, cursor."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

from desktop import colours
from desktop.page_canvas.choosing import Drop
from desktop.page_canvas.placement import Place, Standing


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the palette that painting needs."""

    dark: bool
    base: QColor
    text: QColor
    quiet: QColor
    accent: QColor

    @classmethod
    def of(cls, palette: QPalette) -> Theme:
        role = QPalette.ColorRole
        return cls(
            colours.is_dark(palette),
            palette.color(role.Base),
            palette.color(role.Text),
            colours.quiet_colour(palette),
            palette.color(role.Highlight),
        )

    def strong(self, place: Place) -> QColor:
        """The colour of a line's bar and badge."""
        match place.standing:
            case Standing.ARTICLE:
                return colours.article_colour(place.position, self.dark)
            case Standing.UNPLACED:
                return colours.alarm_colour(self.dark)
        return self.quiet

    def tint(self, place: Place, strength: float) -> QColor:
        return colours.mixed(self.base, self.strong(place), strength)


@dataclass(frozen=True, slots=True)
class Look:
    """What is selected, pointed at and being dragged."""

    theme: Theme
    article: int | None = None
    lines: frozenset[int] = frozenset()
    hovered: int | None = None
    """Id of the block under the pointer."""
    cursor: int | None = None
    """The line where S splits and the keyboard starts from."""
    drop: Drop | None = None
    photo: int | None = None
    """Id of the photo that is selected."""
    pointed: int | None = None
    """A line that the bubble speaks of."""

    def strength(self, place: Place, line: int) -> float:
        """How strongly a line's ground is tinted, 0..1."""
        if line in self.lines:
            return 0.3
        if place.article is not None and place.article == self.article:
            return 0.17
        return 0.12 if place.block.id == self.hovered else 0.07


def scaled_font(font: QFont, pixels: float, bold: bool = False) -> QFont:
    scaled = QFont(font)
    scaled.setPixelSize(max(1, round(pixels)))
    scaled.setBold(bold)
    return scaled


def text_width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
