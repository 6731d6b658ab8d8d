"""What newspapers add to a set page: photographers' names, rules under bylines; and photographs found wrongly."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.composing.names import name
from models.domain.role import Role
from tests.typeset.sheet import Box, Photo, Rule, SetLine, Sheet


def dress(sheet: Sheet, rng: random.Random) -> None:
    """Add to `sheet` in place; nothing that stands on it moves."""
    _credit_photos(sheet, rng)
    if rng.random() < 0.3:
        sheet.rules.extend(_under_bylines(sheet))
    if rng.random() < 0.15:
        sheet.photos.append(_false_photo(sheet, rng))


def _credit_photos(sheet: Sheet, rng: random.Random) -> None:
    """The photographer's name at the foot of some photographs, in them or right under them where nothing else stands."""
    for photo in sheet.photos:
        if photo.article is None or rng.random() > 0.35:
            continue
        form = rng.choice(("{} 摄", "{}/摄", "本报记者 {} 摄", "（{} 摄）", "新华社记者 {} 摄", "{}供图", "新华社发"))
        text, size = form.format(name(rng)), rng.choice((0.85, 0.95)) * sheet.glyph
        top = photo.box.y1 - rng.uniform(1.2, 2.0) * size if rng.random() < 0.5 else photo.box.y1 + 0.2 * size
        box = Box(photo.box.x1 - size * (len(text) + 1), top, photo.box.x1 - size, top + size)
        if box.x0 < photo.box.x0 or any(box.meets(line.outline) for line in sheet.lines):
            continue
        number, owner = len(sheet.lines), sheet.articles[photo.article]
        sheet.lines.append(SetLine(text, box, size, Role.BYLINE, photo.article, 10_000 + number))
        sheet.articles[photo.article] = replace(owner, lines=(*owner.lines, number))
        sheet.painted.insert(rng.randrange(len(sheet.painted) + 1), number)


def _under_bylines(sheet: Sheet) -> Iterator[Rule]:
    """A rule as wide as the column under each byline at the head of one."""
    for above, below in zip(sheet.lines, sheet.lines[1:], strict=False):
        a, b = above.outline, below.outline
        if above.role is Role.BYLINE and below.role is Role.BODY and b.y0 - a.y1 > 0 and b.x1 > a.x0 and b.x0 < a.x1:
            y = (a.y1 + b.y0) / 2
            yield Rule(Box(min(a.x0, b.x0), y, max(a.x1, b.x1), y + 0.05 * sheet.glyph))


def _false_photo(sheet: Sheet, rng: random.Random) -> Photo:
    x, y = rng.uniform(0.0, 0.7) * sheet.width, rng.uniform(0.0, 0.7) * sheet.height
    return Photo(Box(x, y, x + rng.uniform(0.1, 0.3) * sheet.width, y + rng.uniform(0.1, 0.3) * sheet.height), None)
