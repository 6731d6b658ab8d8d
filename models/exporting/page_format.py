"""A page as JSON that other programs and the scorer read: lines, articles, furniture, repeats, findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from models.domain.article import Article
from models.domain.geometry import Rect
from models.domain.label import Field
from models.domain.line import Line
from models.domain.page import Page, confidence, unplaced
from models.domain.photo import Photo
from models.domain.role import Role
from models.domain.text import headline
from models.files import refusals, replacing

_ONE = {"kicker": Field.KICKER, "subtitle": Field.SUBTITLE, "genre": Field.GENRE, "topic": Field.TOPIC}
_MANY = {
    "byline": Field.AUTHOR,
    "persons": Field.PERSON,
    "places": Field.PLACE,
    "organisations": Field.ORGANISATION,
    "keywords": Field.KEYWORD,
}


def write_page(page: Page, path: Path) -> None:
    """Write the page's document to `path`; raises NotWritable, DiskFull, FileNotFound (the folder is gone)."""
    with refusals(path), replacing(path) as new:
        new.write_text(json.dumps(page_document(page), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def page_document(page: Page) -> dict[str, Any]:
    """The page in the page format: line numbers, outlines in parts of the page, segments in reading order."""
    loose = {role: [block for block in page.loose if block.role is role] for role in (Role.FURNITURE, Role.DUPLICATE)}
    order = [line.number for line in page.lines]
    return {
        "source": page.source.file_name,
        "lines": [_line(line) for line in page.lines],
        "articles": [_article(page, article, number, order) for number, article in enumerate(page.articles, start=1)],
        "furniture": [{"lines": _numbers(block.lines, order)} for block in loose[Role.FURNITURE]],
        "duplicates": [{"lines": _numbers(b.lines, order), "of": _numbers(b.repeats, order)} for b in loose[Role.DUPLICATE]],
        "photos": [_photo(page, photo) for photo in page.photos],
        "findings": [{"kind": "unplaced", "lines": [n, n], "text": page.line(n).text} for n in unplaced(page)],
    }


def _line(line: Line) -> dict[str, Any]:
    outline = None if line.outline is None else _edges(line.outline)
    said = {"id": line.number, "text": line.text, "outline": outline, "confidence": line.confidence}
    return said if line.machine is None else {**said, "machine": line.machine}


def _photo(page: Page, photo: Photo) -> dict[str, Any]:
    places = (number for number, article in enumerate(page.articles, start=1) if article.id == photo.article)
    return {"outline": _edges(photo.outline), "article": next((_name(number) for number in places), None)}


def _edges(rect: Rect) -> list[float]:
    return [round(edge, 5) for edge in (rect.x0, rect.y0, rect.x1, rect.y1)]


def _name(number: int) -> str:
    return f"a{number:02}"


def _article(page: Page, article: Article, number: int, order: list[int]) -> dict[str, Any]:
    least = confidence(page, article)
    return {
        "id": _name(number),
        "title": article.value(Field.TITLE) or _printed_title(page, article),
        **{key: article.value(field) for key, field in _ONE.items()},
        **{key: list(article.values(field)) for key, field in _MANY.items()},
        "confidence": 1.0 if least is None else round(least, 4),
        "segments": [{"role": block.role.value, "lines": _numbers(block.lines, order)} for block in article.blocks],
    }


def _printed_title(page: Page, article: Article) -> str | None:
    lines = [page.line(n) for block in article.with_roles({Role.HEADLINE}) for n in block.lines]
    return headline(lines) or None


def _numbers(lines: tuple[int, ...], order: list[int]) -> dict[str, list[int]] | list[int]:
    """[first, last] for lines that stand together in the source, else all of them."""
    at = order.index(lines[0]) if lines else 0
    return [lines[0], lines[-1]] if lines and order[at : at + len(lines)] == list(lines) else {"ids": list(lines)}
