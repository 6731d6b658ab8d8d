"""A typeset page as a recogniser of pictures reads it: outlines a little off, wrong characters, lines cut or run together."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.composing.render import Rendered
from benchmarks.composing.wrong_characters import with_errors
from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.line import Line, SourceKind
from models.domain.text import headline


@dataclass
class _Seen:
    """One line as it was found, with the numbers of those printed that it is of."""

    line: Line
    of: tuple[int, ...]


def misread(page: Rendered, rng: random.Random) -> Rendered:
    """`page` from the top down as found in a picture; its truth in the new numbers."""
    reading = page.reading
    errors, off = rng.choice((0.0, 0.005, 0.01, 0.02)), rng.choice((0.02, 0.05, 0.1))
    pad = rng.choice((0.0, 0.05, 0.15))
    found: list[_Seen] = []
    for line in reading.lines:
        for part in _cut(line, rng):
            found.append(_Seen(_blurred(part, rng, errors, off, pad, reading.width / reading.height), (line.number,)))
    found = _run_together(found, rng)
    rows = 1.0 / max(1.0, reading.height / reading.width * 60)
    found.sort(key=lambda seen: (round(_outline(seen.line).y0 / rows), _outline(seen.line).x0))
    lines = tuple(replace(seen.line, number=number) for number, seen in enumerate(found, start=1))
    now: dict[int, list[int]] = {}
    for number, seen in enumerate(found, start=1):
        now.setdefault(seen.of[0], []).append(number)
    picture = replace(reading, lines=lines, kind=SourceKind.PICTURE, graphics=_graphics(reading.graphics, rng))
    roles = {number: page.roles[seen.of[0]] for number, seen in enumerate(found, start=1)}
    return Rendered(picture, _renumbered(page.truth, now, lines), roles)


def _outline(line: Line) -> Rect:
    assert line.outline is not None, "a typeset line has an outline"
    return line.outline


def _cut(line: Line, rng: random.Random) -> list[Line]:
    """Seldom a line is found in two parts, as where there is a blank in it."""
    box, text = _outline(line), line.text
    at = text.find(" ") if " " in text[2:-2] and rng.random() < 0.3 else len(text) // 2
    if line.vertical or len(text) < 8 or rng.random() > (0.02 if " " not in text else 0.2):
        return [line]
    x = box.x0 + box.width * at / len(text)
    halves = ((text[:at], replace(box, x1=x)), (text[at:], replace(box, x0=x)))
    return [replace(line, text=part.strip(), outline=outline) for part, outline in halves if part.strip()]


def _blurred(line: Line, rng: random.Random, errors: float, off: float, pad: float, shape: float) -> Line:
    """Outlines are off by parts of the line's height, type sizes by some percent."""
    box = _outline(line)
    high = box.width * shape if line.vertical else box.height
    wide = high / shape

    def shaken(value: float, one: float) -> float:
        return min(1.0, max(0.0, value + one * rng.gauss(0.0, off)))

    outline = Rect(
        shaken(box.x0 - pad * wide, wide), shaken(box.y0 - pad * high, high),
        shaken(box.x1 + pad * wide, wide), shaken(box.y1 + pad * high, high),
    )  # fmt: skip
    text = with_errors(line.text, errors, rng)
    unsure = off if len(line.text) > 3 else 2.0 * off
    size = None if line.glyph_height is None else line.glyph_height * (1 + 2 * pad) * max(0.7, rng.gauss(1.0, unsure))
    return replace(line, text=text, outline=outline, glyph_height=size)


def _run_together(found: Sequence[_Seen], rng: random.Random) -> list[_Seen]:
    """Seldom two lines side by side across a gutter are found as one."""
    result: list[_Seen] = []
    gone: set[int] = set()
    for i, seen in enumerate(found):
        if i in gone:
            continue
        beside = _beside(found, i) if rng.random() < 0.002 else None
        if beside is not None and beside not in gone:
            gone.add(beside)
            other = found[beside]
            line = replace(
                seen.line, text=seen.line.text + other.line.text, outline=_outline(seen.line).united(_outline(other.line))
            )
            seen = _Seen(line, (*seen.of, *other.of))
            result = [kept for kept in result if kept is not other]
        result.append(seen)
    return result


def _beside(found: Sequence[_Seen], i: int) -> int | None:
    box = _outline(found[i].line)

    def level(other: Rect) -> bool:
        return abs(other.y0 - box.y0) < 0.3 * box.height and abs(other.height - box.height) < 0.2 * box.height

    outlines = [_outline(seen.line) for seen in found]
    return next((j for j, o in enumerate(outlines) if j != i and 0 < o.x0 - box.x1 < 0.025 and level(o)), None)


def _graphics(seen: Graphics, rng: random.Random) -> Graphics:
    """A rule in eight and a frame in six are not found; a photograph now and then is."""
    return Graphics(
        tuple(rule for rule in seen.rules if rng.random() > 0.12),
        tuple(frame for frame in seen.frames if rng.random() > 0.17),
        tuple(photo for photo in seen.photos if rng.random() > 0.2),
    )


def _renumbered(truth: Mapping[str, object], now: Mapping[int, Sequence[int]], lines: Sequence[Line]) -> dict[str, object]:
    """The truth in the new numbers, its titles as they were read: what is misread stays so."""

    def ids(numbers: Sequence[int]) -> dict[str, list[int]]:
        return {"ids": [new for old in numbers for new in now.get(old, ())]}

    articles, furniture = truth["articles"], truth["furniture"]
    assert isinstance(articles, list)
    assert isinstance(furniture, list)
    told = []
    for article in articles:
        segments = [{"role": s["role"], "lines": ids(s["lines"]["ids"])} for s in article["segments"]]
        read = [lines[n - 1] for s in segments if s["role"] == "headline" for n in s["lines"]["ids"]]
        told.append({**article, "title": headline(read) or None, "segments": segments})
    waste = [{"lines": ids(item["lines"]["ids"])} for item in furniture]
    return {"articles": told, "furniture": waste, "duplicates": []}
