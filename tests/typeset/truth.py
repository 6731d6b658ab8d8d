"""What is true of a set page: as a reading, in the page format, and as boxes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.role import Role
from tests.typeset.sheet import Box, SetArticle, Sheet, around

Move = Callable[[Box], Box]
"""Where something of the sheet lies on a picture of it."""


def reading(sheet: Sheet) -> Reading:
    """The page as a faultless reader would read it, lines numbered from 1 in the order of painting."""
    lines = []
    for number, place in enumerate(sheet.painted, start=1):
        line = sheet.lines[place]
        outline = _part(sheet, line.outline)
        lines.append(Line(number, line.text, outline, line.size / sheet.height, vertical=line.vertical))
    return Reading(
        tuple(lines), SourceKind.PDF, Regime.WRAPPED, sheet.width, sheet.height, reader="typeset", graphics=graphics(sheet)
    )


def graphics(sheet: Sheet) -> Graphics:
    return Graphics(
        tuple(_part(sheet, rule.box) for rule in sheet.rules),
        tuple(_part(sheet, frame.box) for frame in sheet.frames),
        tuple(_part(sheet, photo.box) for photo in sheet.photos),
    )


def _part(sheet: Sheet, box: Box) -> Rect:
    x0, y0, x1, y1 = box.x0 / sheet.width, box.y0 / sheet.height, box.x1 / sheet.width, box.y1 / sheet.height
    return Rect(max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1))


def page_format(sheet: Sheet) -> dict[str, Any]:
    """Articles and furniture by the line numbers of `reading`; each line is in exactly one segment or in furniture."""
    number = {place: i for i, place in enumerate(sheet.painted, start=1)}
    lines = [
        {"id": line.number, "text": line.text, "outline": _numbers(line.outline), "confidence": None}
        for line in reading(sheet).lines
    ]
    articles = []
    for i, article in enumerate(sheet.articles, start=1):
        segments = [
            {"role": str(role), "lines": {"ids": [number[place] for place in places]}}
            for role, places in _segments(sheet, article)
        ]
        articles.append({"id": f"a{i:02}", **_facts(article), "segments": segments})
    furniture = [{"lines": {"ids": [number[place]]}} for place in sheet.furniture]
    return {"source": "", "lines": lines, "articles": articles, "furniture": furniture, "duplicates": []}


def _segments(sheet: Sheet, article: SetArticle) -> list[tuple[Role, list[int]]]:
    """Lines of one role and block, in reading order."""
    groups = itertools.groupby(article.lines, key=lambda place: (sheet.lines[place].role, sheet.lines[place].block))
    return [(role, list(places)) for (role, _), places in groups]


def _facts(article: SetArticle) -> dict[str, Any]:
    story = article.story
    return {
        "title": story.headline or None,
        "kicker": story.kicker or None,
        "subtitle": story.subtitle or None,
        "byline": [story.byline] if story.byline else [],
        "continued_from": story.continued_from or None,
        "continued_to": article.continued_to or None,
    }


def boxes(
    sheet: Sheet, source: str, scale: float = 1.0, move: Move | None = None, size: tuple[int, int] | None = None
) -> dict[str, Any]:
    """Articles as boxes in reading order, in pixels of a picture of `size` at `scale` pixels a point; `move` shifts each box.

    With scale 1 and no `move` in points, for a PDF.
    """
    shift: Move = move or (lambda box: box)

    def place(box: Box) -> list[float]:
        scaled = shift(Box(box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale))
        return [round(value, 1) for value in (scaled.x0, scaled.y0, scaled.x1, scaled.y1)]

    articles = []
    for i, article in enumerate(sheet.articles):
        found = [
            {"role": str(role), "box": place(around([sheet.lines[n].outline for n in places]))}
            for role, places in _segments(sheet, article)
        ]
        found += [{"role": "photo", "box": place(photo.box)} for photo in sheet.photos if photo.article == i]
        articles.append({"id": f"a{i + 1:02}", **_facts(article), "boxes": found})
    furniture = [{"what": "page head", "box": place(sheet.lines[n].outline)} for n in sheet.furniture]
    furniture += [{"what": "rule", "box": place(rule.box)} for rule in sheet.rules]
    furniture += [{"what": "frame", "box": place(frame.box)} for frame in sheet.frames]
    width, height = size or (sheet.width * scale, sheet.height * scale)
    head = {"source": source, "width": round(width, 2), "height": round(height, 2), "newspaper": sheet.newspaper}
    return {**head, "date": sheet.date, "page_no": sheet.folio, "articles": articles, "furniture": furniture}


def _numbers(rect: Rect | None) -> list[float] | None:
    return None if rect is None else [round(value, 5) for value in (rect.x0, rect.y0, rect.x1, rect.y1)]
