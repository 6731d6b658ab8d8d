"""What stands under the line: how two readings of it differ, as rich text."""

from __future__ import annotations

import html
from collections.abc import Iterator
from difflib import SequenceMatcher


def differing(text: str, other: str) -> str:
    """`text` with what `other` has otherwise in bold, as HTML; what is only in `other` shows as a small gap mark."""
    return "".join(_pieces(text, other))


def _pieces(text: str, other: str) -> Iterator[str]:
    for kind, start, end, _other_start, _other_end in SequenceMatcher(None, text, other, autojunk=False).get_opcodes():
        piece = html.escape(text[start:end])
        if kind == "equal":
            yield piece
        else:
            yield f"<b><u>{piece or '‸'}</u></b>"
