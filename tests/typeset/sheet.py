"""A set newspaper page in points, origin top left: printed lines, graphics, and what belongs to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from models.domain.role import Role
from tests.typeset.story import Story

Ink = tuple[float, float, float]
BLACK: Ink = (0.08, 0.08, 0.08)
WHITE: Ink = (1.0, 1.0, 1.0)
RED: Ink = (0.78, 0.09, 0.12)
BLUE: Ink = (0.08, 0.25, 0.55)


@dataclass(frozen=True, slots=True)
class Box:
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def grown(self, across: float, down: float | None = None) -> Box:
        down = across if down is None else down
        return Box(self.x0 - across, self.y0 - down, self.x1 + across, self.y1 + down)

    def meets(self, other: Box) -> bool:
        """Whether the two share some ground."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        return (
            self.x0 - slack <= other.x0
            and self.y0 - slack <= other.y0
            and self.x1 + slack >= other.x1
            and self.y1 + slack >= other.y1
        )


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of `boxes`, which are not none."""
    all_of = list(boxes)
    return Box(min(b.x0 for b in all_of), min(b.y0 for b in all_of), max(b.x1 for b in all_of), max(b.y1 for b in all_of))


@dataclass(frozen=True, slots=True)
class SetLine:
    """One printed line.  `outline` is as wide as the line is set, justified, and as tall as its type size."""

    text: str
    outline: Box
    size: float
    role: Role
    article: int | None = None
    """Its place in `Sheet.articles`; None for furniture."""
    block: int = 0
    """Lines of one block stand one under the other in one column, with nothing between them."""
    vertical: bool = False
    bold: bool = False
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Rule:
    box: Box
    """As thin as it is printed."""
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Frame:
    """A border, a tinted ground, or both."""

    box: Box
    border: float = 0.5
    """Thickness; 0 for none."""
    tint: Ink | None = None
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Photo:
    box: Box
    article: int | None
    seed: int = 0
    """Of the picture that is drawn in it."""


@dataclass(frozen=True, slots=True)
class SetArticle:
    """A story as it was set; what found no room is not on the page."""

    story: Story
    lines: tuple[int, ...]
    """Places in `Sheet.lines`, in reading order."""
    continued_to: str = ""
    boxed: bool = False


@dataclass(slots=True)
class Sheet:
    width: float
    height: float
    glyph: float
    """Type size of the text."""
    lines: list[SetLine] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    articles: list[SetArticle] = field(default_factory=list)
    painted: list[int] = field(default_factory=list)
    """Places in `lines` in the order in which they are painted."""
    front: bool = False
    folio: str = "1"
    newspaper: str = ""
    date: str = ""

    @property
    def furniture(self) -> list[int]:
        return [i for i, line in enumerate(self.lines) if line.article is None]

    def moved(self, move: Callable[[Box], Box], factor: float) -> Sheet:
        """The same page with each box where `move` puts it and type `factor` times as large; width and height stay."""
        return replace(
            self,
            glyph=self.glyph * factor,
            lines=[replace(line, outline=move(line.outline), size=line.size * factor) for line in self.lines],
            rules=[replace(rule, box=move(rule.box)) for rule in self.rules],
            frames=[replace(frame, box=move(frame.box), border=frame.border * factor) for frame in self.frames],
            photos=[replace(photo, box=move(photo.box)) for photo in self.photos],
        )
