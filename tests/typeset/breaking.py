"""Chinese text broken into lines by the rules of print: nothing forbidden begins or ends a line."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NEVER_FIRST = frozenset("，。、；：？！”’》）」』】…%％,.;:?!)")
NEVER_LAST = frozenset("“‘《（「『【(")
_SQUEEZED = 0.6
"""So many characters may be saved by setting the punctuation of a line closer."""


@lru_cache(maxsize=8192)
def char_width(char: str) -> float:
    """In characters: 1 for Chinese, about a half for Latin letters and digits, more for capitals."""
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return 0.66 if char.isupper() else 0.5


def text_ems(text: str) -> float:
    return sum(map(char_width, text))


def take(text: str, start: int, room: float) -> int:
    """Where the line that begins at `start` ends, in a line of `room` characters' width; always beyond `start`."""
    width, end = 0.0, start
    while end < len(text):
        width += char_width(text[end])
        if width > room + 0.01:
            break
        end += 1
    if end == len(text):
        return end
    if text[end] in NEVER_FIRST and width <= room + _SQUEEZED and text[end + 1 : end + 2] not in NEVER_FIRST:
        return end + 1
    return _moved_back(text, start, end)


def _moved_back(text: str, start: int, end: int) -> int:
    """The last place before `end` where a line may end; `end` itself when there is none near."""
    for at in range(end, max(start + 1, end - 12), -1):
        if text[at] in NEVER_FIRST or text[at - 1] in NEVER_LAST:
            continue
        if _latin(text[at - 1]) and _latin(text[at]):
            continue
        return at
    return end


def _latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".-%")


def broken(text: str, room: float) -> list[str]:
    """The lines of `text`, each at most about `room` characters wide."""
    rows, at = [], 0
    while at < len(text):
        end = take(text, at, room)
        rows.append(text[at:end].strip(" "))
        at = end
    return [row for row in rows if row]


def balanced(text: str, count: int) -> list[str]:
    """A heading in `count` lines of about equal length, broken at its blanks where it has them."""
    parts = text.split()
    if len(parts) == count:
        return parts
    if len(parts) > 1 and count > 1:
        half = len(parts) // 2
        left, right = " ".join(parts[:half]), " ".join(parts[half:])
        return [*balanced(left, count // 2), *balanced(right, count - count // 2)]
    if count <= 1 or len(text) < 2 * count:
        return [text]
    at = _moved_back(text, 0, round(len(text) / count))
    return [text[:at], *balanced(text[at:], count - 1)]
