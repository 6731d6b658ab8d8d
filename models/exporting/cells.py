"""What a spreadsheet may be given in one cell: nothing it runs, changes, refuses or cuts."""

from __future__ import annotations

import re
import unicodedata

CELL_LIMIT = 32_767
"""What Excel holds in one cell, in UTF-16 units."""

GUARD = "'"
"""Put before a cell that Excel would take for a formula, number or date: it shows, but nothing is run or changed."""

_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_CONVERTED = re.compile(
    rf"(?=.*\d)(?:[\d\s.,:/\\%¥$€£()年月日时時分秒号點点-]|(?<=\d)e(?=[+-]?\d)|(?<=e)\+|上午|下午|\s[ap]m?$|{_MONTH})+|true|false",
    re.IGNORECASE | re.DOTALL,
)
_REFUSED = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {
    0x7F: 0x2421,
    0xFFFE: 0xFFFD,
    0xFFFF: 0xFFFD,
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` with \\n for every line end, and a visible sign (U+2400 …, U+FFFD) for each character that Excel refuses."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REFUSED)
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def guard(cell: str) -> str:
    """`cell`, with an apostrophe before it when Excel would not show it as it is; `unguard` takes it off again."""
    return GUARD + cell if _misread(cell) else cell


def unguard(cell: str) -> str:
    return cell[1:] if cell.startswith(GUARD) and _misread(cell[1:]) else cell


def _misread(cell: str) -> bool:
    # Apostrophes of the text's own are looked through, or taking the guard off again would be ambiguous.
    bare = cell.lstrip(GUARD)
    return bare.startswith(("\t", "\r", "\n")) or _is_formula(bare) or _is_converted(bare)


def _is_formula(text: str) -> bool:
    first = next((letter for letter in text if unicodedata.category(letter) not in _INVISIBLE), "")
    return unicodedata.normalize("NFKC", first) in _FORMULA


def _is_converted(text: str) -> bool:
    return len(text) < 64 and _CONVERTED.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def split(text: str) -> tuple[str, ...]:
    """`text` in pieces that each fit a cell with its guard, cut after a line end where there is one; at least one piece."""
    pieces = []
    while len(text) > (fit := _fitting(text)):
        cut = text.rfind("\n", 0, fit) + 1 or fit
        pieces.append(text[:cut])
        text = text[cut:]
    return (*pieces, text)


def _fitting(text: str) -> int:
    """How many leading characters of `text` a guarded cell holds."""
    room = CELL_LIMIT - len(GUARD)
    head = text[:room]
    if len(head.encode("utf-16-le", "surrogatepass")) <= 2 * room:
        return len(head)
    for position, letter in enumerate(head):
        room -= 2 if letter > "\uffff" else 1
        if room < 0:
            return position
    return len(head)
