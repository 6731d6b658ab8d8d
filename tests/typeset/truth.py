"""What is true of a set page: as a reading, in the page format, and as boxes."""

from __future__ import annotations

import itertools
from typing import Any

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.role import Role
from tests.typeset.sheet import Box, SetArticle, Sheet, around


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


def page_format(sheet: Sheet, source: str = "") -> dict[str, Any]:
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
    return {"source": source, "lines": lines, "articles": articles, "furniture": furniture, "duplicates": []}


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


def boxes(sheet: Sheet, source: str) -> dict[str, Any]:
    """Articles as boxes in reading order, in the sheet's own units: points for a PDF, pixels for a scan's `placed`."""
    articles = []
    for i, article in enumerate(sheet.articles):
        found = [
            {"role": str(role), "box": _rounded(around(sheet.lines[n].outline for n in places))}
            for role, places in _segments(sheet, article)
        ]
        found += [{"role": "photo", "box": _rounded(photo.box)} for photo in sheet.photos if photo.article == i]
        articles.append({"id": f"a{i + 1:02}", **_facts(article), "boxes": found})
    furniture = [{"what": "page head", "box": _rounded(sheet.lines[n].outline)} for n in sheet.furniture]
    furniture += [{"what": "rule", "box": _rounded(rule.box)} for rule in sheet.rules]
    furniture += [{"what": "frame", "box": _rounded(frame.box)} for frame in sheet.frames]
    head = {"source": source, "width": round(sheet.width, 2), "height": round(sheet.height, 2)}
    of = {"newspaper": sheet.newspaper, "date": sheet.date, "page_no": sheet.folio}
    return {**head, **of, "articles": articles, "furniture": furniture}


def _rounded(box: Box) -> list[float]:
    return [round(value, 1) for value in (box.x0, box.y0, box.x1, box.y1)]


def _numbers(rect: Rect | None) -> list[float] | None:
    return None if rect is None else [round(value, 5) for value in (rect.x0, rect.y0, rect.x1, rect.y1)]
