"""hOCR: OCR results as HTML, places and confidences in the title attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from models.domain.geometry import Rect
from models.reading.ocr_files.written import Word, WrittenLine, WrittenPage

_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_pageno", "ocr_caption", "ocr_textfloat"})
_WORDS = frozenset({"ocrx_word", "ocr_word"})
_PHOTOS = frozenset({"ocr_photo", "ocr_image", "ocr_float"})
_RULES = frozenset({"ocr_separator"})
_BOX = re.compile(r"\bbbox\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)")
_SURE = re.compile(r"\bx_wconf\s+([\d.]+)")
_EACH = re.compile(r"\bx_confs\s+((?:[\d.]+\s*)+)")


def pages(root: Element) -> list[WrittenPage]:
    """Each ocr_page of the document; none when it is no hOCR."""
    return [_page(page) for page in _with_class(root, frozenset({"ocr_page"}))]


def _page(page: Element) -> WrittenPage:
    box = _box(page) or Rect(0, 0, 0, 0)
    lines = tuple(_line(line, block) for block, line in _lines(page, ""))
    return WrittenPage(lines, box.x1, box.y1, photos=_boxes(page, _PHOTOS), rules=_boxes(page, _RULES))


def _lines(element: Element, block: str) -> Iterator[tuple[str, Element]]:
    """Lines in the order of the document, each with the block it stands in."""
    for child in element:
        kinds = _classes(child)
        if kinds & _LINES:
            yield block, child
        else:
            yield from _lines(child, child.get("id", "") or block if kinds & {"ocr_carea", "ocrx_block"} else block)


def _line(line: Element, block: str) -> WrittenLine:
    words = tuple(_word(word) for word in _with_class(line, _WORDS)) or (Word(_text(line), _box(line)),)
    return WrittenLine(words, _box(line), block)


def _word(word: Element) -> Word:
    title = word.get("title", "")
    text, sure, each = _text(word), _SURE.search(title), _EACH.search(title)
    return Word(text, _box(word), _share(sure[1]) if sure else None, tuple(map(_share, each[1].split())) if each else ())


def _share(percent: str) -> float:
    try:
        return min(1.0, max(0.0, float(percent) / 100))
    except ValueError:
        return 0.0


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _with_class(root: Element, wanted: frozenset[str]) -> Iterator[Element]:
    return (element for element in root.iter() if _classes(element) & wanted)


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _boxes(page: Element, wanted: frozenset[str]) -> tuple[Rect, ...]:
    return tuple(box for element in _with_class(page, wanted) if (box := _box(element)) is not None)


def _box(element: Element) -> Rect | None:
    found = _BOX.search(element.get("title", ""))
    try:
        return Rect(*(float(part) for part in found.groups())) if found else None
    except ValueError:
        return None
