"""What can be seen of one line and its neighbours, as named numbers for the chain of roles."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from models.domain.line import Regime
from models.domain.text import ends_sentence, open_end, open_start, starts_item, text_width
from models.segmenting import lexicon, seam
from models.segmenting.paragraphs import Paragraph, block_names, paragraphs
from models.segmenting.print_features import Surroundings
from models.segmenting.printed import Printed
from models.segmenting.repair import Clean

_COUPLET = re.compile(r"[㐀-鿿”》]\s+[㐀-鿿“《]")
_LETTER_SPACED = re.compile(r"(?:[㐀-鿿][^\S\n]+){3}")
_WHOLE_BOLD = re.compile(r"^\s*(?:#+\s*)?\*\*[^*]+\*\*\s*$")
_PUNCTUATION = re.compile(r"[，。、；：？！“”‘’（）《》]")
_SIGNS = re.compile(r"^[^\w\s，。、；：？！“”‘’（）《》]{1,3}|[^\w\s，。、；：？！“”‘’（）《》]{1,3}$")
"""The marks of a newspaper's own that a line begins and ends with, in which punctuation has no part."""
_SQUEEZE = 0.4
_GLYPHS = ((0.9, "glyphs_small"), (1.2, "glyphs_usual"), (1.9, "glyphs_large"), (math.inf, "glyphs_huge"))
"""Height of a line's glyphs in parts of the usual, and its name."""
_LENGTHS = (2, 4, 8, 12, 16, 22, 30, 45, 80)


@dataclass(frozen=True)
class Layout:
    """What is usual on a page, against which its lines are seen."""

    lines: Sequence[Clean]
    regime: Regime
    widths: Sequence[float]
    columns: Sequence[float]
    """Width of the column each line stands in: of the column above and that below it the nearer to its own."""
    around: Sequence[tuple[float, float]]
    """Widths of the columns above and below each line."""
    usual_blanks: int
    said: Counter[str]
    marked: bool
    """The page has markdown headings at all."""
    glyph: float | None
    """The usual glyph height, where the reader saw any."""
    printed: Surroundings | None = None
    """Where the lines stand on the printed page, in the same order; None for a dump."""

    @cached_property
    def coarse(self) -> list[tuple[str, ...]]:
        """What the next but one line needs to know of each."""
        return [tuple(_coarse(self, i)) for i in range(len(self.lines))]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraph that each line stands in."""
        wrapped = self.regime is Regime.WRAPPED

        def unfinished(i: int) -> bool:
            close = self.lines[i + 1].line.marks.blanks_before <= self.usual_blanks
            return wrapped and close and "open_end" in self.coarse[i]

        return paragraphs(self.lines, unfinished)

    @cached_property
    def blocks(self) -> list[str | None]:
        """What tells of the block each line stands in, where gaps part a dump's printed lines."""
        if self.regime is not Regime.WRAPPED or self.printed is not None:
            return [None] * len(self.lines)
        return block_names(self.lines, lambda i: self.lines[i].line.marks.blanks_before > self.usual_blanks)

    @cached_property
    def outlines(self) -> list[tuple[str, ...]]:
        """What a neighbour needs to know of each line."""
        return [tuple(_outline_of(self, i)) for i in range(len(self.lines))]


def layout(lines: Sequence[Clean], regime: Regime, printed: Printed | None = None) -> Layout:
    """Measure a page once for all its lines, which `printed` has too, in this order."""
    surroundings = None
    if printed is None:
        widths = [set_width(line.text) for line in lines]
        opened = [goes_on(line.text) for line in lines]
        around = [_columns(widths, opened, i) for i in range(len(lines))]
    else:
        surroundings = Surroundings(printed)
        widths = printed.lengths.tolist()
        around = [(column, column) for column in surroundings.column_widths.tolist()]
    blanks = Counter(line.line.marks.blanks_before for line in lines[1:])
    heights = [line.line.glyph_height for line in lines if line.line.glyph_height]
    return Layout(
        lines,
        regime,
        widths,
        [min(sides, key=lambda side: abs(side - width)) for sides, width in zip(around, widths, strict=True)],
        around,
        blanks.most_common(1)[0][0] if blanks else 0,
        Counter(line.text for line in lines),
        any(line.line.marks.heading for line in lines),
        median(heights) if heights else None,
        surroundings,
    )


def set_width(text: str) -> float:
    """Width of a printed line in characters; punctuation is squeezed where the line would be too long, so it counts less."""
    return text_width(text) - _SQUEEZE * len(_PUNCTUATION.findall(text))


def _columns(widths: Sequence[float], opened: Sequence[bool], i: int) -> tuple[float, float]:
    """Widths of the columns above and below line `i`; the other's where one side does not tell, else the line's own."""
    above = _usual_width(widths, opened, range(max(0, i - 5), i))
    below = _usual_width(widths, opened, range(i + 1, min(len(widths), i + 6)))
    return above or below or widths[i], below or above or widths[i]


def _usual_width(widths: Sequence[float], opened: Sequence[bool], lines: Sequence[int]) -> float:
    """The usual width of those of `lines` that do not end a sentence, since they fill their column; 0 for none."""
    return median([widths[i] for i in lines if opened[i]] or [0.0])


def line_features(page: Layout, i: int) -> dict[str, float]:
    """Named features of line `i`; what is not named is 0."""
    found = dict.fromkeys(_names(page, i), 1.0)
    if page.printed is not None:
        found.update(dict.fromkeys(page.printed.names(i), 1.0))
    for step, side in ((-1, "before"), (1, "after")):
        j = i + step
        if 0 <= j < len(page.lines):
            found.update({f"{side}_{name}": 1.0 for name in page.outlines[j]})
        else:
            found[f"{side}_nothing"] = 1.0
    for step, side in ((-2, "before2"), (2, "after2")):
        if 0 <= i + step < len(page.lines):
            found.update({f"{side}_{name}": 1.0 for name in page.coarse[i + step]})
    return found


def _names(page: Layout, i: int) -> Iterator[str]:
    yield "bias"
    yield f"{page.regime.value}"
    yield from page.outlines[i]
    yield from _form(page, i)
    yield from _space(page, i)
    yield from page.paragraphs[i].names
    block = page.blocks[i]
    if block is not None:
        yield block


def _outline_of(page: Layout, i: int) -> Iterator[str]:
    """What a neighbour needs to know of line `i`."""
    yield from page.coarse[i]
    yield from _marks(page, i)
    if page.printed is not None:
        yield from page.printed.outline_of(i)
    text = page.lines[i].text
    if _LETTER_SPACED.search(page.lines[i].line.text):
        yield "letter_spaced_sentence" if re.search(r"[，。；（）、]", text) else "letter_spaced"
    if text.startswith(("—", "──")):
        yield "starts_dash"
    if text.endswith(("—", "─")):
        yield "ends_dash"
    if text.endswith("："):
        yield "ends_colon"
    if len(text) <= 24 and lexicon.PHOTO_CREDIT.search(text):
        yield "photographer"
    if lexicon.is_byline(text):
        yield "byline"
    elif len(text) <= 16 and lexicon.name_share(text) == 1.0:
        yield "only_names"
    if lexicon.DATE_LINE.match(text):
        yield "date_line"
    if lexicon.INDEX_ENTRY.match(text) and not lexicon.CONTINUED.search(text):
        yield "index_entry"
    if lexicon.NOTICE_HEAD.match(text):
        yield "notice_head"
    if len(text) <= 40 and lexicon.IMPRINT.search(text):
        yield "imprint"


def _coarse(page: Layout, i: int) -> Iterator[str]:
    text, width = page.lines[i].text, page.widths[i]
    if lexicon.DATELINE.match(text):
        yield "dateline"
    if lexicon.ENDS_WITH_REPORTER.search(text):
        yield "ends_with_reporter"
    unfinished = goes_on(text)
    if unfinished:
        yield "open_end"
    elif ends_sentence(text) or lexicon.ENDS_WITH_REPORTER.search(text):
        yield "ends_sentence"
    if page.regime is Regime.WRAPPED:
        yield f"wrapped_{_fill(width, page.columns[i])}"
        if unfinished or text.endswith("，"):
            yield f"wrapped_open_{_fill(width, page.columns[i])}"
    else:
        yield f"length_{next((limit for limit in _LENGTHS if width <= limit), 'more')}"


def goes_on(text: str) -> bool:
    """Whether a line's sentence is unfinished; names and dates that stand alone or at a text's end finish it."""
    return open_end(text) and not (
        lexicon.is_byline(text) or lexicon.ENDS_WITH_REPORTER.search(text) or lexicon.DATE_LINE.match(text)
    )


def _fill(width: float, column: float) -> str:
    """How far a line fills its column; a paragraph's first line lacks its indent of two characters."""
    room = column - width
    if room < -1.25:
        return "wide"
    if room < 1.25:
        return "full"
    if room < 2.75:
        return "indented"
    return "short" if width >= column * 0.5 else "half"


def _marks(page: Layout, i: int) -> Iterator[str]:
    line = page.lines[i].line
    if line.marks.heading:
        yield "heading_mark"
        yield f"heading_mark_{min(line.marks.heading, 3)}"
    elif page.marked:
        yield "no_mark_on_marked_page"
    if line.marks.bold:
        yield "whole_bold" if _WHOLE_BOLD.match(line.text) else "starts_bold"
    if page.printed is None and page.glyph and line.glyph_height:
        ratio = line.glyph_height / page.glyph
        yield next(name for limit, name in _GLYPHS if ratio <= limit)


def _form(page: Layout, i: int) -> Iterator[str]:
    text = page.lines[i].text
    yield f"characters_{next((limit for limit in _LENGTHS if len(text) <= limit), 'more')}"
    if lexicon.PUNCTUATION_INSIDE.search(text[:-1]):
        yield "sentence_inside"
    if "，" in text:
        left, _, right = text.partition("，")
        yield "even_halves" if len(left) == len(right) else "comma_inside"
    if _COUPLET.search(text) and not lexicon.is_byline(text):
        yield "couplet"
    if text.startswith("（") and text.endswith("）"):
        yield "in_brackets"
    if open_start(text):
        yield "open_start"
    if starts_item(text):
        yield "starts_item"
    yield from _ends_of_words(page, i)
    if lexicon.LABEL.match(text):
        yield "label_word"
    if lexicon.CAPTION.search(text) and len(text) < 90:
        yield "caption_word"
    if lexicon.CAPTION_START.match(text):
        yield "caption_start"
    if len(text) <= 24 and lexicon.BODY_OF_OFFICE.search(text):
        yield "office_end"
    if lexicon.CONTACT.search(text):
        yield "contact"
    if text[-1:].isdigit():
        yield "ends_with_digit"
    if lexicon.CONTINUED.search(text):
        yield "continued"
    if text.startswith(("【", "[", "〔")) and text.endswith(("】", "]", "〕")):
        yield "square_brackets"
    yield from (f"{'ends' if found.start() else 'begins'}_{found[0]}" for found in _SIGNS.finditer(text))
    if "：" in text[2:-4]:
        yield "colon_inside"
    for begin, end in ("“”", "（）", "《》"):
        if text.count(begin) != text.count(end):
            yield "bracket_open" if text.rfind(begin) > text.rfind(end) else "bracket_closes"
    if page.regime is Regime.WRAPPED:
        yield f"above_{_fill(page.widths[i], page.around[i][0])}"
        yield f"below_{_fill(page.widths[i], page.around[i][1])}"
    if i == 0 and 2 < len(text) <= 7:
        yield "short_at_top"
    if page.said[text] > 1 and len(text) <= 14:
        yield "said_again"


def _ends_of_words(page: Layout, i: int) -> Iterator[str]:
    """Whether the line ends with a whole word, and whether a line soon after it completes one."""
    text = page.lines[i].text
    if open_end(text):
        yield "ends_with_word" if seam.ends_with_word(text) else "ends_inside_word"
        later = page.lines[i + 1 : i + 6]
        if any(seam.spanning_word(text, line.text) > 0.5 and not seam.finished_words(text, line.text) for line in later):
            yield "word_goes_on_below"


def _space(page: Layout, i: int) -> Iterator[str]:
    before = page.lines[i].line.marks.blanks_before
    if before > page.usual_blanks:
        yield "more_space_before"
    if before < page.usual_blanks and i:
        yield "less_space_before"
    if i + 1 < len(page.lines):
        after = page.lines[i + 1].line.marks.blanks_before
        if after > page.usual_blanks:
            yield "more_space_after"
        if after < page.usual_blanks:
            yield "less_space_after"
