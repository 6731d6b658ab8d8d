"""ALTO, versions 1 to 4: blocks, lines and words with places, reading order and article marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from models.domain.geometry import Rect
from models.domain.role import Role
from models.reading.ocr_files.roles import role_named
from models.reading.ocr_files.tree import children, number
from models.reading.ocr_files.written import Word, WrittenLine, WrittenPage

_BLOCKS = ("TextBlock", "ComposedBlock")


def version(root: Element) -> str:
    """The major version, as the file says it."""
    said = [root.get("SCHEMAVERSION", ""), *(value for key, value in root.items() if key.startswith("xmlns"))]
    found = [match[1] for text in said if (match := re.search(r"(?:^|ns-v)(\d)", text))]
    return found[0] if found else "1"


def pages(root: Element) -> list[WrittenPage]:
    """Each Page of the file."""
    tags = {tag.get("ID", ""): tag for group in children(root, "Tags") for tag in group}
    order = [ref for reading in children(root, "ReadingOrder") for ref in _references(reading)]
    return [_page(page, tags, order) for layout in children(root, "Layout") for page in children(layout, "Page")]


def _references(group: Element) -> Iterator[str]:
    for child in group:
        if child.tag == "ElementRef":
            yield child.get("REF", "")
        else:
            yield from _references(child)


def _page(page: Element, tags: dict[str, Element], order: Sequence[str]) -> WrittenPage:
    lines = [line for space in page for line in _lines(space, _Context(tags))]
    boxes = {
        name: [box for each in page.iter(name) if (box := _box(each)) is not None]
        for name in ("Illustration", "GraphicalElement")
    }
    return WrittenPage(
        tuple(_ordered(page, lines, order)),
        number(page, "WIDTH") or 0.0,
        number(page, "HEIGHT") or 0.0,
        photos=tuple(boxes["Illustration"]),
        rules=tuple(box for box in boxes["GraphicalElement"] if min(box.width, box.height) < 0.1 * max(box.width, box.height)),
    )


class _Context:
    """What the elements round a line say of it."""

    def __init__(
        self, tags: dict[str, Element], names: tuple[str, ...] = (), role: Role | None = None, article: str | None = None
    ):
        self._tags, self.names, self.role, self.article = tags, names, role, article

    def inside(self, element: Element) -> _Context:
        names = (*self.names, element.get("ID", ""))
        role, article = self.role, self.article
        if element.get("TYPE", "").lower() == "article":
            article = element.get("ID") or article
        for reference in element.get("TAGREFS", "").split():
            tag = self._tags.get(reference)
            if tag is None:
                continue
            said = f"{tag.get('TYPE', '')} {tag.get('LABEL', '')}"
            article = reference if re.search(r"\barticle\b", said, re.IGNORECASE) else article
            role = role_named(tag.get("LABEL", "")) or role_named(tag.get("TYPE", "")) or role
        return _Context(self._tags, names, role or _role_of_space(element), article)


def _role_of_space(element: Element) -> Role | None:
    """What stands in a margin is no part of any article."""
    return Role.FURNITURE if element.tag in ("TopMargin", "BottomMargin", "LeftMargin", "RightMargin") else None


_Named = tuple[tuple[str, ...], WrittenLine]
"""A line with the IDs of the elements round it, and its own."""


def _lines(element: Element, context: _Context) -> Iterator[_Named]:
    inside = context.inside(element)
    if element.tag == "TextLine":
        block = next((name for name in reversed(context.names) if name), "")
        yield inside.names, WrittenLine(tuple(_words(element)), _box(element), block, inside.role, inside.article)
        return
    for child in element:
        if child.tag in (*_BLOCKS, "TextLine"):
            yield from _lines(child, inside)


def _ordered(page: Element, lines: Sequence[_Named], order: Sequence[str]) -> Iterator[WrittenLine]:
    """By the file's reading order, by what each block names as its next, else as the lines stand in the file."""
    following = {block.get("ID", ""): block.get("IDNEXT", "") for block in page.iter() if block.get("IDNEXT")}
    wanted = list(order) or _chained(lines, following)
    place = {name: i for i, name in reversed(list(enumerate(wanted)))}
    ranks = [min((place[name] for name in names if name in place), default=len(wanted)) for names, _ in lines]
    for index in sorted(range(len(lines)), key=lambda index: ranks[index]):
        yield lines[index][1]


def _chained(lines: Sequence[_Named], following: dict[str, str]) -> list[str]:
    if not following:
        return []
    found: dict[str, None] = {}
    later = set(following.values())
    blocks = dict.fromkeys(name for names, _ in lines for name in names if name)
    for name in sorted(blocks, key=lambda name: name in later):
        step: str | None = name
        while step and step not in found:
            found[step] = None
            step = following.get(step)
    return list(found)


def _words(line: Element) -> Iterator[Word]:
    """Strings, with the blanks and the hyphens between them."""
    # Some writers leave out all blanks between words.
    blanks = any(child.tag == "SP" for child in line)
    apart = not blanks
    for child in line:
        if child.tag == "SP":
            apart = True
        elif child.tag in ("String", "HYP"):
            text = child.get("CONTENT", "")
            spaced = apart and child.tag == "String"
            yield Word(text, _box(child), _share(child, "WC"), _each(child, len(text)), spaced)
            apart = not blanks


def _share(element: Element, name: str) -> float | None:
    value = number(element, name)
    return None if value is None else min(1.0, max(0.0, value))


def _each(element: Element, length: int) -> tuple[float, ...]:
    """Confidences of the characters: ALTO writes 0 for sure and 9 for unsure, with or without blanks between."""
    digits = [char for char in element.get("CC", "") if char.isdecimal()]
    return tuple(1 - int(digit) / 9 for digit in digits) if len(digits) == length else ()


def _box(element: Element) -> Rect | None:
    x, y, width, height = (number(element, name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    if x is None or y is None or width is None or height is None:
        return None
    return Rect(x, y, x + width, y + height)
