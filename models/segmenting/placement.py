"""How lines stand to each other on the printed page, where the reader saw outlines."""

from __future__ import annotations

from models.domain.geometry import Rect
from models.domain.line import Line


def follows_in_column(above: Line, below: Line) -> bool:
    """Whether one line stands right under another in the same column; true where nothing is known."""
    if above.outline is None or below.outline is None:
        return True
    height = max(above.outline.height, below.outline.height)
    gap = below.outline.y0 - above.outline.y1
    return -0.5 * height < gap < 1.6 * height and overlap(above.outline, below.outline) > 0.0


def near(above: Line, below: Line) -> bool:
    """Whether two lines of one heading stand together: one under the other, or side by side; true where nothing is known."""
    if above.outline is None or below.outline is None:
        return True
    height = max(above.outline.height, below.outline.height)
    apart = max(0.0, below.outline.x0 - above.outline.x1, above.outline.x0 - below.outline.x1)
    return abs(below.outline.y0 - above.outline.y1) < 2.0 * height and apart < 0.05


def overlap(a: Rect, b: Rect) -> float:
    """Shared width in parts of the narrower."""
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    return shared / max(1e-6, min(a.width, b.width))
