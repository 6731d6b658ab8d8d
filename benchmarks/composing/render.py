"""A composed page becomes the text of a dump, and its truth in line numbers."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.composing.headings import dress
from benchmarks.composing.page import Composed, Style
from benchmarks.composing.piece import HEADINGS, TITLES, Piece
from benchmarks.composing.rows import broken, squeezed_width
from models.domain.line import Line, Reading, SourceKind
from models.domain.text import text_width
from models.reading.text_dump import regime, split_lines

_NEVER_FIRST = "，。、；：？！”’》）"
_HALF = str.maketrans("，；：？！（）", ",;:?!()")


@dataclass(frozen=True)
class Rendered:
    """A page as a reader would hand it over, `truth` in the page format, `roles` by line number."""

    reading: Reading
    truth: dict[str, object]
    roles: dict[int, str]


def render(page: Composed, rng: random.Random, style: Style) -> Rendered:
    """Write the page's pieces line by line and note where each went."""
    reading = _dump(page, rng, style)
    originals = {id(copy): original for copy, original in page.repeats}
    truth: dict[str, object] = {
        "articles": [_article(number, article) for number, article in enumerate(page.articles)],
        "furniture": [{"lines": {"ids": p.lines}} for p in page.furniture],
        "duplicates": [{"lines": {"ids": p.lines}, "of": {"ids": originals[id(p)].lines}} for p, _ in page.repeats],
    }
    return Rendered(reading, truth, {n: p.role for p in page.source for n in p.lines})


def _dump(page: Composed, rng: random.Random, style: Style) -> Reading:
    writer = _Writer(rng, style)
    for article in page.articles:
        dress(article, writer.levels, writer.gaps, rng)
    for piece, following in zip(page.source, [*page.source[1:], None], strict=True):
        writer.write(piece, following)
    lines: tuple[Line, ...] = tuple(split_lines("\n".join(writer.out) + "\n"))
    return Reading(lines, SourceKind.DUMP, regime(lines))


def _article(number: int, article: list[Piece]) -> dict[str, object]:
    title = " ".join(p.text for p in article if p.role == "headline") or None
    at = next((i for i, p in enumerate(article) if p.role == "caption" and i), len(article))
    tail = 2 if article[at + 1 : at + 2] and article[at + 1].role == "byline" else 1
    order = [*article[:at], *article[at + tail :], *article[at : at + tail]]
    return {"id": f"a{number:02}", "title": title, "segments": [{"role": p.role, "lines": {"ids": p.lines}} for p in order]}


class _Writer:
    """Writes pieces as the lines of one kind of reader."""

    def __init__(self, rng: random.Random, style: Style) -> None:
        self.rng, self.style, self.out = rng, style, [""] if rng.random() < 0.3 else []
        self.base = rng.choice((11, 13, 14, 16, 17, 19, 20, 22))
        self.column: dict[int, int] = {}
        self.blanks = rng.choice(("double", "blocks", "blocks", "none"))
        self.gaps = style.wrapped and self.blanks != "none"
        self.half = not style.wrapped and rng.random() < 0.25
        self.levels = self._levels()
        self.measure = rng.choice((text_width, text_width, squeezed_width))
        self.spaced = rng.random() < style.spaced_headings

    def _levels(self) -> dict[str, str]:
        """Markdown marks by role; some dumps have none."""
        rng = self.rng
        if not self.style.markdown:
            return {}
        main = rng.choice(("# ", "## ", "## "))
        return {
            "headline": main,
            "kicker": rng.choice((main, "### ", "")),
            "subtitle": rng.choice((main, "### ", "", "")),
            "section_label": rng.choice(("### ", "## ", "", "")),
            "crosshead": rng.choice(("### ", "**", "**", "")),
        }

    def write(self, piece: Piece, following: Piece | None) -> None:
        if self.style.wrapped:
            self._wrapped(piece, following)
        else:
            self._line(piece, self._marked(piece))
            gap = 0 if piece.role == "signature" and self.rng.random() < 0.7 else 1
            self.out.extend([""] * (gap if following is None or following.role != "caption" else self.rng.choice((1, 3))))

    def _line(self, piece: Piece, text: str) -> None:
        self.out.append(text)
        piece.lines.append(len(self.out))

    def _marked(self, piece: Piece) -> str:
        text = piece.text.translate(_HALF) if self.half else piece.text
        mark = piece.mark if piece.role in TITLES else self.levels.get(piece.role, "")
        if piece.role == "section_label" and self.rng.random() < 0.12:
            mark = self.rng.choice(("", "# ", "## ", "### "))
        if mark == "**":
            return f"**{text}**"
        if piece.role in ("lead", "body") and self.levels and text.startswith("本报讯") and self.rng.random() < 0.3:
            return f"**本报讯**{text[3:]}"
        return mark + text

    def _wrapped(self, piece: Piece, following: Piece | None) -> None:
        if piece.role in (*HEADINGS, "crosshead", "byline"):
            rows = [
                " ".join(piece.text) if self.spaced and piece.role == "headline" and self.rng.random() < 0.5 else piece.text
            ]
        else:
            rows = [" ".join(row) if self._stretched(piece) else row for row in self._rows(piece)]
        for i, row in enumerate(rows):
            self._line(piece, row)
            last = i == len(rows) - 1
            close = (
                last
                and following is not None
                and following.role in HEADINGS
                and piece.role in HEADINGS
                and (not piece.gap if piece.role in TITLES else self.rng.random() < 0.7)
            )
            frame = not last and self.blanks == "blocks" and self.rng.random() < 0.01
            ends = last and not close and (self.blanks == "blocks" and (not piece.goes_on or self.rng.random() < 0.5))
            if (self.blanks == "double" and not close) or frame or ends:
                self.out.append("")

    def _stretched(self, piece: Piece) -> bool:
        """A narrow notice is often justified by gaps between its letters."""
        return piece.role == "notice" and self.rng.random() < 0.12

    def _rows(self, piece: Piece) -> list[str]:
        if piece.article not in self.column:
            self.column[piece.article] = self.base if self.rng.random() < 0.6 else self.rng.choice((11, 14, 17, 20, 26))
        width = self.column[piece.article]
        if self.rng.random() < 0.02:
            self.column[piece.article] = self.rng.choice((11, 14, 17, 20, 26))
        first = width - (0 if piece.continues else 2) - (self.rng.choice((0, 0, 0, 0, 1, 2)))
        return broken(piece.text, width, first, self.measure)
