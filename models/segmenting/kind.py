"""The kinds of lines of a page."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a line can be before it is known which article it belongs to."""

    TEXT = "text"
    HEADING = "heading"
    LABEL = "label"
    BYLINE = "byline"
    CAPTION = "caption"
    SIGNATURE = "signature"
    FURNITURE = "furniture"
