"""An article laid out for tagging: its headings, credit lines, captions and running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.domain.line import Line, Regime
from models.domain.role import Role
from models.domain.text import headline, paragraphs, plain

Blocks = Sequence[tuple[Role, tuple[Line, ...]]]

_FOLD = str.maketrans("(),:;!?[]０１２３４５６７８９", "（），：；！？［］0123456789")
_RUNNING = (Role.LEAD, Role.BODY, Role.NOTICE)


def fold(text: str) -> str:
    """`text` with half-width punctuation as full-width and digits as half-width, character for character."""
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Content:
    """Every text is folded except the headings and `printed`."""

    kicker: str
    title: str
    subtitle: str
    bold_after_colon: bool
    """The headline changes to bold after a colon: a speaker and what was said."""
    labels: tuple[str, ...]
    bylines: tuple[str, ...]
    """One a block, its lines joined by a space."""
    byline_first: bool
    """A byline stands before the text."""
    captions: tuple[str, ...]
    crossheads: tuple[str, ...]
    paragraphs: tuple[str, ...]
    first_lines: tuple[str, ...]
    last_lines: tuple[str, ...]
    """The first two and last two printed lines of the running text."""
    signatures: tuple[str, ...]
    has_notice: bool
    printed: tuple[str, ...]
    """Every stretch of text that names may stand in, as printed."""

    @property
    def length(self) -> int:
        """Characters of running text."""
        return sum(map(len, self.paragraphs))

    @property
    def heading(self) -> str:
        return " ".join(part for part in (self.kicker, self.title, self.subtitle) if part)


def lay_out(blocks: Blocks, regime: Regime) -> Content:
    """The content of one article whose `blocks` stand in reading order."""
    running = _lines_of(blocks, _RUNNING)
    texts = [fold(plain(line)) for line in running]
    order = [role for role, _ in blocks]
    first_text = next((i for i, role in enumerate(order) if role in _RUNNING), len(order))
    return Content(
        kicker=headline(_lines_of(blocks, (Role.KICKER,))),
        title=headline(_lines_of(blocks, (Role.HEADLINE,))),
        subtitle=headline(_lines_of(blocks, (Role.SUBTITLE,))),
        bold_after_colon=any("：**" in fold(line.text) for line in _lines_of(blocks, (Role.HEADLINE,))),
        labels=tuple(text for lines in _with(blocks, Role.SECTION_LABEL) if (text := headline(lines))),
        bylines=tuple(" ".join(fold(plain(line)) for line in lines) for lines in _with(blocks, Role.BYLINE)),
        byline_first=Role.BYLINE in order[:first_text],
        captions=tuple(fold(text) for lines in _with(blocks, Role.CAPTION) for text in paragraphs(lines, regime)),
        crossheads=tuple(fold(headline(lines)) for lines in _with(blocks, Role.CROSSHEAD)),
        paragraphs=tuple(fold(text) for run in _runs(blocks) for text in paragraphs(run, regime)),
        first_lines=tuple(texts[:2]),
        last_lines=tuple(texts[-2:]),
        signatures=tuple(fold(plain(line)) for line in _lines_of(blocks, (Role.SIGNATURE,))),
        has_notice=Role.NOTICE in order,
        printed=tuple(_printed(blocks, regime)),
    )


def _printed(blocks: Blocks, regime: Regime) -> Iterator[str]:
    for role in (Role.KICKER, Role.HEADLINE, Role.SUBTITLE, Role.CROSSHEAD):
        yield from (text for lines in _with(blocks, role) if (text := headline(lines)))
    for run in _runs(blocks):
        yield from paragraphs(run, regime)
    for lines in _with(blocks, Role.CAPTION):
        yield from paragraphs(lines, regime)
    yield from (plain(line) for line in _lines_of(blocks, (Role.SIGNATURE,)))


def _lines_of(blocks: Blocks, roles: Iterable[Role]) -> tuple[Line, ...]:
    wanted = frozenset(roles)
    return tuple(line for role, lines in blocks if role in wanted for line in lines if line.text.strip())


def _with(blocks: Blocks, wanted: Role) -> tuple[tuple[Line, ...], ...]:
    return tuple(lines for role, lines in blocks if role is wanted and lines)


def _runs(blocks: Blocks) -> list[list[Line]]:
    """Running text between crossheads: blocks that follow each other may share a paragraph."""
    runs: list[list[Line]] = [[]]
    for role, lines in blocks:
        if role is Role.CROSSHEAD:
            runs.append([])
        elif role in _RUNNING:
            runs[-1].extend(line for line in lines if line.text.strip())
    return [run for run in runs if run]
