"""A photograph or drawing on a page, and the article it belongs to; its caption is an ordinary block."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.geometry import Rect


@dataclass(frozen=True, slots=True)
class Photo:
    id: int
    outline: Rect
    article: int | None = None
    """None while nobody has said whose it is."""
