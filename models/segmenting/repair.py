"""What the reader got wrong, as reversible marks: text said twice, letter-spaced headlines, half-width punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from models.domain.line import Line
from models.domain.proposal import Repeat
from models.domain.text import close_up, ends_sentence, open_end, plain
from models.segmenting import terms
from models.segmenting.misread import as_first_said

SHORTEST_REPEAT = 40
"""Characters; a shorter text may be said twice on a page with good reason."""

_AROUND = 150
"""Characters on each side of a copy that tell whether it is at home there."""
_FOLD = str.maketrans(
    {
        ",": "，",
        ";": "；",
        ":": "：",
        "?": "？",
        "!": "！",
        "(": "（",
        ")": "）",
        "－": "—",
        "─": "—",
        "﹃": "“",
        "﹄": "”",
    }
)
_SPACED = re.compile(r"(?:[㐀-鿿][^\S\n]+){3}")


@dataclass(frozen=True, slots=True)
class Clean:
    """A line with its text as it is compared: marks off, spaced letters closed up, punctuation folded."""

    line: Line
    text: str

    @property
    def number(self) -> int:
        return self.line.number


def clean(line: Line) -> Clean:
    """`line` for comparison; the line itself stays as it was read."""
    text = plain(line)
    if _SPACED.search(text):
        text = close_up(text)
    return Clean(line, folded(text))


def folded(text: str) -> str:
    """`text` in composed full-width punctuation, letters and digits half-width."""
    return unicodedata.normalize("NFKC", text).replace("...", "…").translate(_FOLD).strip()


def bare(text: str) -> str:
    """`text` without any white space, as repeats are compared."""
    return re.sub(r"\s", "", text)


def repeats(lines: Sequence[Clean]) -> tuple[Repeat, ...]:
    """All but the best placed copy of runs of at least 40 characters that the page says twice, be it misread here and there."""
    runs = _runs(as_first_said([bare(line.text) for line in lines]))
    found: list[Repeat] = []
    dropped: set[int] = set()
    for copies in sorted(runs, key=lambda starts: -starts[1]):
        starts, length = copies
        free = [s for s in starts if not dropped.intersection(range(s, s + length))]
        if len(free) < 2:
            continue
        home = dict(zip(free, _at_home(lines, free, length), strict=True))
        kept = max(free, key=lambda s: (_fits(lines, s, length), home[s], -s))
        of = tuple(lines[i].number for i in range(kept, kept + length))
        for start in (s for s in free if s != kept):
            dropped.update(range(start, start + length))
            found.append(Repeat(tuple(lines[i].number for i in range(start, start + length)), of))
    return tuple(sorted(found, key=lambda repeat: repeat.lines))


def _runs(keys: Sequence[str]) -> list[tuple[tuple[int, ...], int]]:
    """(starts, length) of maximal runs of equal lines, together at least 40 characters long."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        places[key].append(i)
    runs: dict[tuple[int, ...], int] = {}
    for i, key in enumerate(keys):
        starts = tuple(places[key])
        if len(starts) < 2 or i != starts[0] or (i > 0 and _all_equal(keys, [s - 1 for s in starts])):
            continue
        length = 1
        while _all_equal(keys, [s + length for s in starts]) and starts[0] + length < starts[1]:
            length += 1
        if sum(len(keys[i + k]) for k in range(length)) >= SHORTEST_REPEAT:
            runs[starts] = length
    return list(runs.items())


def _all_equal(keys: Sequence[str], places: Sequence[int]) -> bool:
    return all(0 <= p < len(keys) for p in places) and len({keys[p] for p in places}) == 1


def _at_home(lines: Sequence[Clean], starts: Sequence[int], length: int) -> list[float]:
    """For each copy how much what stands round it speaks of the same: a copy at a strange place stands among other articles."""
    said = "".join(line.text for line in lines[starts[0] : starts[0] + length])
    copies = {i for start in starts for i in range(start, start + length)}
    around = [_beside(lines, start - 1, -1, copies) + _beside(lines, start + length, 1, copies) for start in starts]
    rows = terms.vectors([said, *around])
    return [round(float(share), 2) for share in (rows[1:] @ rows[[0]].T).toarray().ravel()]


def _beside(lines: Sequence[Clean], begin: int, step: int, copies: Set[int]) -> str:
    """Some 150 characters from line `begin` on in the direction of `step`, at most up to the next copy."""
    text, i = "", begin
    while 0 <= i < len(lines) and len(text) < _AROUND and i not in copies:
        text += lines[i].text + "\n"
        i += step
    return text


def _fits(lines: Sequence[Clean], start: int, length: int) -> int:
    """How well the copy at `start` stands between its neighbours: an open end wants a line that goes on."""
    last, after = lines[start + length - 1].text, start + length
    follower = lines[after] if after < len(lines) else None
    if not open_end(last):
        return 0
    goes_on = follower is not None and not follower.line.marks.heading and ends_sentence(follower.text)
    return int(goes_on) + int(goes_on and follower is not None and follower.line.marks.blanks_before <= 1)
