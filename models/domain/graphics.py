"""What stands on a page beside its text: rules, frames and photographs."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.geometry import Rect


@dataclass(frozen=True, slots=True)
class Graphics:
    """All in parts of the page's width and height, as lines' outlines are."""

    rules: tuple[Rect, ...] = ()
    """Printed lines that part one thing from another, upright or level; as thin as they are printed."""
    frames: tuple[Rect, ...] = ()
    """Closed borders and tinted grounds round what belongs together."""
    photos: tuple[Rect, ...] = ()
    """Areas with ink that is no text."""


NOTHING = Graphics()
