"""Chinese text across line ends: plain lines, joined headlines, reflowed paragraphs; the lines themselves never change."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from models.domain.line import Line, Regime

_HEADING_MARK = re.compile(r"^\s*#{1,6}\s*")
_BOLD_MARK = re.compile(r"\*\*|(?<![\w*])__(?=\S)|(?<=\S)__(?![\w*])")
_CLOSERS = "”’」』）)】》〉\"'"
_SENTENCE_END = "。！？!?…"
_TAIL_IN_BRACKETS = re.compile(r"[（(][^（）()]{1,24}[）)]\s*$")
_SHUT_END = _SENTENCE_END + "：:—─"
_ITEM = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[●■◆▲★·•])"
)
_NEVER_FIRST = "，。、；：？！”’」』）】》〉,.;:?!)%％…"

_LONG = 20.0
"""Characters from which an unfinished line of paragraph text reads as cut, not as a heading or signature."""


def plain(line: Line) -> str:
    """The line's text without markdown marks (#, **) and without white space at either end."""
    text = _HEADING_MARK.sub("", line.text, count=1) if line.marks.heading else line.text
    return _BOLD_MARK.sub("", text).strip()


def text_width(text: str) -> float:
    """How many full-width characters wide `text` is; a half-width character counts a half, a combining mark nothing."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0.0
    # Quotes, dashes and dots are "ambiguous": in Chinese text they are set full width.
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def ends_sentence(text: str) -> bool:
    """Whether `text` ends a sentence, closing quotes and a name in brackets after it left aside."""
    bare = text.rstrip().rstrip(_CLOSERS).rstrip()
    if bare.endswith(tuple(_SENTENCE_END)):
        return True
    if bare.endswith(".") and len(bare) > 1 and is_cjk(bare[-2]):
        return True
    without_tail = _TAIL_IN_BRACKETS.sub("", text).rstrip()
    return without_tail != text.rstrip() and without_tail.rstrip(_CLOSERS).endswith(tuple(_SENTENCE_END))


def open_end(text: str) -> bool:
    """Whether `text` can go on after its end: no sentence end, colon or dash closes it."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return bool(bare) and not ends_sentence(text) and not bare.endswith(tuple(_SHUT_END))


def open_start(text: str) -> bool:
    """Whether `text` begins with a character that can not begin a line of its own, so that something stands before it."""
    return text.lstrip().startswith(tuple(_NEVER_FIRST))


def starts_item(text: str) -> bool:
    """Whether `text` begins with a number or bullet of an enumeration."""
    return _ITEM.match(text) is not None


def is_cjk(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    return "㐀" <= char <= "鿿" or "豈" <= char <= "﫿" or "\U00020000" <= char <= "\U0003ffff"


def close_up(text: str) -> str:
    """`text` with letter spacing taken out (我 省 开 展 → 我省开展); a wider gap between two parts becomes one space."""
    words = text.split()
    single = sum(sum(map(is_cjk, word)) <= 1 for word in words)
    if len(words) < 2 or single < 0.6 * len(words):
        return " ".join(words)
    gaps = [text_width(gap) for gap in re.findall(r"\s+", text.strip())]
    usual = Counter(gaps).most_common(1)[0][0]
    pieces = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        pieces.append(" " + word if gap > usual else word)
    return "".join(pieces)


def join(left: str, right: str) -> str:
    """Two consecutive lines as one text: nothing between Chinese characters or digits, a space between Latin words."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return left + right
    a, b = left[-1], right[0]
    latin_follows = b.isascii() and b.isalpha()
    if latin_follows and a.isascii() and (a.isalpha() or a in ",.;:!?"):
        return f"{left} {right}"
    return left + right


def headline(lines: Sequence[Line]) -> str:
    """A heading's lines as one title: letter spacing closed up, one space between halves."""
    parts = [close_up(plain(line)) for line in lines]
    parts = [part for part in parts if part]
    if not parts:
        return ""
    title = parts[0]
    for before, part in itertools.pairwise(parts):
        title = f"{title} {part}" if _are_halves(before, part) else join(title, part)
    return title


def _are_halves(a: str, b: str) -> bool:
    """Lines of one length are set as a couplet; lines of different length are one sentence broken where it fits."""
    return " " in a or " " in b or abs(text_width(a) - text_width(b)) < 0.75


def count_characters(lines: Iterable[Line]) -> int:
    """字数: how many characters `lines` hold, white space and markdown marks left aside."""
    return sum(len("".join(plain(line).split())) for line in lines)


def paragraphs(lines: Sequence[Line], regime: Regime) -> tuple[str, ...]:
    """The text of `lines`, in reading order, as paragraphs, for reading, tagging and export."""
    lines = [line for line in lines if line.text.strip()]
    if not lines:
        return ()
    texts = [_body_text(line) for line in lines]
    breaks = _wrapped_breaks(lines, texts) if regime is Regime.WRAPPED else _plain_breaks(lines, texts)
    result = [texts[0]]
    for text, new in zip(texts[1:], breaks, strict=True):
        if new:
            result.append(text)
        else:
            result[-1] = join(result[-1], text)
    return tuple(result)


def _body_text(line: Line) -> str:
    """Only a line spaced through and through is closed up: a few single characters may be names (王 萌 赵 博 摄)."""
    text = plain(line)
    return close_up(text) if re.search(r"(?:[㐀-鿿][^\S\n]+){5}", text) else text


def _plain_breaks(lines: Sequence[Line], texts: Sequence[str]) -> list[bool]:
    """For each joint, whether a paragraph ends there, in text of one line a paragraph."""
    return [not _cut(*pair) for pair in zip(lines, lines[1:], texts, texts[1:], strict=False)]


def _cut(a: Line, b: Line, a_text: str, b_text: str) -> bool:
    """Whether line `a` stops in mid-sentence and `b` goes on."""
    if a.marks.heading or b.marks.heading or b.marks.bold or starts_item(b_text) or not open_end(a_text):
        return False
    return open_start(b_text) or a_text.endswith(("，", "、", ",", "；", ";")) or text_width(a_text) >= _LONG


def _wrapped_breaks(lines: Sequence[Line], texts: Sequence[str]) -> list[bool]:
    """For each joint, whether a paragraph ends there, in text that breaks where the printed column ends."""
    widths = [text_width(text) for text in texts]
    columns = [_column_width(widths, i) for i in range(len(lines))]
    indents = [_indent(lines, texts, i) for i in range(len(lines))]
    usual_blanks = Counter(line.marks.blanks_before for line in lines[1:]).most_common(1)
    usual = usual_blanks[0][0] if usual_blanks else 0
    breaks: list[bool] = []
    starts = True
    for i in range(len(lines) - 1):
        # The first line of a paragraph lacks the two characters of its indent in a dump.
        room = columns[i] - widths[i] - (2.0 if starts and widths[i] >= columns[i] - 2.5 else 0.0)
        new = lines[i].marks.heading > 0 or lines[i + 1].marks.heading > 0
        if ends_sentence(texts[i]):
            indented = indents[i + 1] or 1.5 <= columns[i + 1] - widths[i + 1] <= 2.5
            new = new or room >= 1.5 or indented or lines[i + 1].marks.blanks_before > usual
        elif not texts[i].endswith(("，", "、", ",", "；")):
            spaced = lines[i + 1].marks.blanks_before > usual or indents[i + 1]
            new = new or (room >= 0.25 * columns[i] and (spaced or not open_end(texts[i])))
        breaks.append(new)
        starts = new
    return breaks


def _column_width(widths: Sequence[float], i: int) -> float:
    """Width of the column around line `i`: the narrower of those before and after it, since columns change their width."""
    before, after = widths[max(0, i - 5) : i + 1], widths[i : i + 6]
    return min(max(side) for side in (before, after) if len(side) > 2 or side is before)


def _indent(lines: Sequence[Line], texts: Sequence[str], i: int) -> bool:
    """Whether line `i` begins about two characters right of its column's edge, by its outline or its own blanks."""
    line = lines[i]
    if line.outline is None:
        return 1.5 <= text_width(line.text) - text_width(line.text.lstrip()) <= 4.0
    around = [other.outline for other in lines[max(0, i - 4) : i + 5] if other.outline is not None]
    column = [rect for rect in around if rect.x0 < line.outline.x1 and rect.x1 > line.outline.x0]
    glyph = line.outline.width / max(text_width(texts[i]), 1.0)
    return 1.2 <= (line.outline.x0 - min(rect.x0 for rect in column)) / max(glyph, 1e-9) <= 3.5
