"""Whether a PDF page's text layer holds the page's text, or must give way to a reader of pictures."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from models.domain.line import Line
from models.domain.text import is_cjk
from models.reading.encoding import commonness

_MEANINGLESS = 0.1
"""Share of characters without a meaning from which a text layer is worth nothing."""
_UNCOMMON = 0.5
"""Real Chinese text scores 1.3 and more; characters of a font without a table of its codes score next to nothing."""
_CHINESE = 20
"""Characters from which a text counts as Chinese."""
_FOREIGN = 0.3
"""Share of accented Latin letters; GB codes read as Latin have nearly nothing else, French and Vietnamese up to a fifth."""
_SIGNS = 0.6
"""Share of ASCII signs; codes of an unnamed font that were read as ASCII have more, tables and addresses less than half."""
_ENOUGH = 20
"""Characters from which shares tell anything."""
_PLACES = 0.5
"""Characters that stand at fewer different places than this share of their number lie in a heap."""
_COVERED = 0.05
"""Part of the page that the text of a page covers at least: full newspaper pages have 0.3 to 0.45, a scanner's stamp 0.005."""


def makes_sense(text: str) -> bool:
    """Whether `text` is text, not nothing, private codes, codes of other fonts or characters picked at random."""
    letters = [char for char in text if not char.isspace()]
    if not letters or _share(letters, _is_meaningless) > _MEANINGLESS:
        return False
    if sum(map(is_cjk, letters)) >= _CHINESE:
        return commonness(text) >= _UNCOMMON
    if len(letters) < _ENOUGH:
        return True
    return _share(letters, _is_accented) <= _FOREIGN and _share(letters, _is_sign) <= _SIGNS


def _share(letters: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, letters)) / len(letters)


def _is_meaningless(char: str) -> bool:
    return char == "�" or unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs")


def _is_accented(char: str) -> bool:
    return "\x80" <= char <= "\u024f" and char not in "·×°§±÷"


def _is_sign(char: str) -> bool:
    return char.isascii() and not char.isalnum()


def is_heap(places: Sequence[tuple[float, float]], size: float) -> bool:
    """Whether characters with their middles at `places` are printed on one another; `size` is that of the type."""
    step = max(size / 2, 0.1)
    different = {(round(x / step), round(y / step)) for x, y in places}
    return len(places) >= _ENOUGH and len(different) < _PLACES * len(places)


def is_whole(lines: Sequence[Line]) -> bool:
    """Whether `lines` cover as much of their page as its text must, where the page is known to be full."""
    outlines = [line.outline for line in lines if line.outline is not None]
    return sum(outline.width * outline.height for outline in outlines) >= _COVERED
