"""What speaks for and against one article going on in another, as named evidence in log-odds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.continuing.halves import Half
from models.domain.cues import page_key
from models.domain.label import Reason
from models.domain.text import is_cjk, open_end, open_start
from models.segmenting import openings, seam
from models.segmenting.lexicon import DATELINE

WEIGHTS = {
    "both_cues": 3.0,
    "cue_on_only": -2.6,
    "cue_back_only": -2.6,
    "title_again": 3.6,
    "title_shortened": 2.8,
    "title_in_text": 2.4,
    "no_second_title": 0.9,
    "another_title": -1.6,
    "sentence_goes_on": 1.0,
    "cut_word_whole": 2.2,
    "sentence_broken": -2.6,
    "ends_are_whole": 0.4,
    "begins_in_mid_sentence": -1.2,
    "begins_with_dateline": -3.2,
    "words_in_common": 3.0,
    "cue_names_title": 3.0,
}
"""Plain judgement: newspapers with such articles are too few to count."""

ANOTHER_FITS = "another_fits_too"
REASON_NAMES = (*WEIGHTS, ANOTHER_FITS)

_FAR = 0.08
"""Share of the rest's pairs of characters that any two articles of a paper have in common, about."""
_NUMBERED = re.compile(r"^[一二三四五六七八九十]{1,2}、")


def names(half: Half, other: Half) -> bool:
    """Whether the cue of `half` names the page of `other`."""
    number = other.page.header.number
    return half.cue is not None and number is not None and page_key(number) in half.cue.pages


def contradicts(half: Half, other: Half) -> bool:
    """Whether `half` says that it belongs to another page than that of `other`."""
    return half.cue is not None and other.page.header.number is not None and not names(half, other)


def evidence(first: Half, rest: Half) -> tuple[Reason, ...]:
    """Why `first` goes on in `rest`, and why not; one of them names the other's page."""
    found = (*_cues(first, rest), *_titles(first, rest), *_seam(first, rest), *_words(first, rest))
    return tuple(Reason(name, round(WEIGHTS[name] * value, 3)) for name, value in found if value)


def _cues(first: Half, rest: Half) -> Iterator[tuple[str, float]]:
    on, back = names(first, rest), names(rest, first)
    yield ("both_cues" if on and back else "cue_on_only" if on else "cue_back_only"), 1.0
    told = [half.cue.title for half in (first, rest) if half.cue is not None and half.cue.title]
    if any(_alike(title, first.heading) > 0.6 and title != first.title for title in told):
        yield "cue_names_title", 1.0


def _titles(first: Half, rest: Half) -> Iterator[tuple[str, float]]:
    if not rest.title:
        yield "no_second_title", 1.0
        return
    again = min(_alike(rest.title, first.heading), 1.0)
    if again > 0.9 and _alike(first.title, rest.title) > 0.9:
        yield "title_again", 1.0
    elif again > 0.4:
        yield "title_shortened", again
    elif (told := _alike(rest.title, first.heading + first.text)) > 0.3:
        yield "title_in_text", told
    else:
        yield "another_title", 1.0 - again


def _seam(first: Half, rest: Half) -> Iterator[tuple[str, float]]:
    left, right = first.seam, rest.seam
    if DATELINE.match(right):
        yield "begins_with_dateline", 1.0
    if not open_end(left):
        starts_late = open_start(right) or openings.inside(right) > 0.4
        yield ("begins_in_mid_sentence" if starts_late and not _NUMBERED.match(right) else "ends_are_whole"), 1.0
        return
    fits = max(seam.word_gain(left, right), 0.5 * seam.spanning_word(left, right), 0.5 * seam.affinity(left, right))
    if open_start(right) and left.endswith(("，", "、", ",")):
        yield "sentence_broken", 1.0
        return
    yield ("sentence_broken", 1.0) if DATELINE.match(right) else ("sentence_goes_on", 1.0)
    if fits > 0.2:
        yield "cut_word_whole", fits


def _words(first: Half, rest: Half) -> Iterator[tuple[str, float]]:
    shared = _alike(rest.text, first.heading + first.text)
    yield "words_in_common", max(0.0, min(1.0, (shared - _FAR) / 0.3))


def _alike(text: str, other: str) -> float:
    """Share of the pairs of characters of `text` that stand in `other`."""
    mine = _pairs(text)
    return len(mine & _pairs(other)) / len(mine) if mine else 0.0


def _pairs(text: str) -> frozenset[str]:
    bare = "".join(char for char in text if is_cjk(char) or char.isalnum())
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))
