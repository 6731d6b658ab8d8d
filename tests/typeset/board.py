"""The page while it is being set: a grid of text lines, and what stands on it already."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from models.domain.role import Role
from tests.typeset.sheet import BLACK, Box, Frame, Ink, Photo, Rule, SetArticle, SetLine, Sheet
from tests.typeset.story import Story
from tests.typeset.style import Style


@dataclass(frozen=True, slots=True)
class Face:
    """How a line looks: `size` in points."""

    size: float
    bold: bool = False
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its place, not yet entered on the sheet.  Lines of one `run` and role make one block."""

    text: str
    box: Box
    face: Face
    role: Role
    run: int = 0
    vertical: bool = False


class Board:
    """A sheet, its style, its dice, and its grid of rows (one text line each)."""

    def __init__(self, sheet: Sheet, style: Style, rng: random.Random) -> None:
        self.sheet, self.style, self.rng = sheet, style, rng
        self.glyph = style.glyph
        self.pitch = style.glyph * style.leading
        self.top = 0.0
        self._blocks = 0

    def y(self, row: float) -> float:
        return self.top + row * self.pitch

    def rows(self, height: float) -> int:
        """How many rows something so tall takes."""
        return max(0, -int(-(height - 0.01) // self.pitch))

    def end_row(self, boxes: Iterable[Box]) -> int:
        """The row after the lowest of `boxes`."""
        return self.rows(max((box.y1 for box in boxes), default=self.top) - self.top)

    def open_article(self, story: Story, *, boxed: bool = False) -> int:
        self.sheet.articles.append(SetArticle(story, (), boxed=boxed))
        return len(self.sheet.articles) - 1

    def enter(self, article: int | None, placed: list[Placed]) -> None:
        """Set `placed`, in reading order, as lines of `article`."""
        last: tuple[Role, int, bool] | None = None
        numbers = []
        for line in placed:
            kind = (line.role, line.run, line.vertical)
            self._blocks += kind != last
            last = kind
            numbers.append(len(self.sheet.lines))
            face = line.face
            self.sheet.lines.append(
                SetLine(
                    line.text, line.box, face.size, line.role, article, self._blocks, line.vertical, face.bold, face.ink
                )
            )  # fmt: skip
        if article is not None:
            found = self.sheet.articles[article]
            lines = (*found.lines, *numbers)
            self.sheet.articles[article] = SetArticle(found.story, lines, found.continued_to, found.boxed)

    def continued(self, article: int, page: str) -> None:
        found = self.sheet.articles[article]
        self.sheet.articles[article] = SetArticle(found.story, found.lines, page, found.boxed)

    def rule(self, box: Box, ink: Ink = BLACK) -> None:
        self.sheet.rules.append(Rule(box, ink))

    def level_rule(self, x0: float, x1: float, y: float, thick: float = 0.5, ink: Ink = BLACK) -> None:
        self.rule(Box(x0, y - thick / 2, x1, y + thick / 2), ink)

    def upright_rule(self, x: float, y0: float, y1: float, thick: float = 0.5, ink: Ink = BLACK) -> None:
        self.rule(Box(x - thick / 2, y0, x + thick / 2, y1), ink)

    def frame(self, box: Box, border: float = 0.5, tint: Ink | None = None, ink: Ink = BLACK) -> None:
        self.sheet.frames.append(Frame(box, border, tint, ink))

    def photo(self, box: Box, article: int | None) -> None:
        self.sheet.photos.append(Photo(box, article, self.rng.randrange(1 << 30)))
