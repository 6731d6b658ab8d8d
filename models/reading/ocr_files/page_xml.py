"""PAGE-XML: regions and lines with polygons, nested reading order and article marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from models.domain.geometry import Rect
from models.domain.role import Role
from models.reading.ocr_files.roles import role_named
from models.reading.ocr_files.tree import children, number
from models.reading.ocr_files.written import Word, WrittenLine, WrittenPage

_PICTURES = frozenset({"ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion"})
_CUSTOM = re.compile(r"(\w+)\s*\{([^}]*)\}")
_ARTICLE = re.compile(r"article", re.IGNORECASE)


def version(root: Element) -> str:
    """The year of its schema."""
    said = " ".join(value for key, value in root.items() if key.startswith("xmlns"))
    found = re.search(r"pagecontent/(\d{4})", said)
    return found[1] if found else "2010"


def pages(root: Element) -> list[WrittenPage]:
    return [_page(page) for page in children(root, "Page")]


def _page(page: Element) -> WrittenPage:
    groups = _Groups(page)
    lines = [
        line
        for region in groups.in_order(children(page, "TextRegion", "TableRegion"))
        for line in _lines(region, groups, None, None)
    ]
    return WrittenPage(
        tuple(lines),
        number(page, "imageWidth") or 0.0,
        number(page, "imageHeight") or 0.0,
        photos=_boxes(page, _PICTURES),
        rules=_boxes(page, frozenset({"SeparatorRegion"})),
        frames=_boxes(page, frozenset({"FrameRegion"})),
    )


class _Groups:
    """The reading order: which region comes when, and which group is an article."""

    def __init__(self, page: Element) -> None:
        self._place: dict[str, int] = {}
        self.articles: dict[str, str] = {}
        for order in children(page, "ReadingOrder"):
            self._walk(order, None)

    def _walk(self, group: Element, article: str | None) -> None:
        reference = group.get("regionRef")
        if reference:
            self._place.setdefault(reference, len(self._place))
            if article:
                self.articles[reference] = article
        if group.tag.endswith(("Group", "GroupIndexed")) and _names_article(group):
            article = group.get("id") or f"group {len(self._place)}"
        for child in sorted(group, key=lambda child: number(child, "index") or 0.0):
            self._walk(child, article)

    def in_order(self, regions: Iterator[Element]) -> list[Element]:
        """Those it does not name come last, as they stand in the file."""
        return sorted(regions, key=lambda region: self._place.get(region.get("id", ""), len(self._place)))


def _names_article(group: Element) -> bool:
    return any(_ARTICLE.search(group.get(name, "")) for name in ("type", "custom", "caption"))


def _lines(region: Element, groups: _Groups, article: str | None, role: Role | None) -> Iterator[WrittenLine]:
    """The lines of a region and of those inside it."""
    name = region.get("id", "")
    article = groups.articles.get(name) or _article(region) or article
    role = role_named(region.get("type", "")) or _role(region) or role
    for line in sorted(children(region, "TextLine"), key=_index):
        yield WrittenLine(tuple(_words(line)), _box(line), name, _role(line) or role, _article(line) or article)
    for inner in groups.in_order(child for child in region if child.tag.endswith(("Region", "Cell"))):
        yield from _lines(inner, groups, article, role)


def _custom(element: Element) -> dict[str, dict[str, str]]:
    """`name {key:value; …}`, as Transkribus writes it, of the custom attribute."""
    found: dict[str, dict[str, str]] = {}
    for name, body in _CUSTOM.findall(element.get("custom", "")):
        pairs = (part.partition(":") for part in body.split(";") if ":" in part)
        found[name] = {key.strip(): value.strip() for key, _, value in pairs}
    return found


def _article(element: Element) -> str | None:
    structure = _custom(element).get("structure", {})
    is_article = _ARTICLE.search(structure.get("type", "")) is not None
    return structure.get("id") or None if is_article else None


def _role(element: Element) -> Role | None:
    return role_named(_custom(element).get("structure", {}).get("type", ""))


def _index(line: Element) -> float:
    try:
        return float(_custom(line).get("readingOrder", {}).get("index", "0"))
    except ValueError:
        return 0.0


def _words(line: Element) -> Iterator[Word]:
    """The text of the whole line where it is given, else that of its words."""
    whole = _text(line)
    if whole is not None:
        yield Word(*whole[:1], _box(line), whole[1])
        return
    for word in children(line, "Word"):
        said = _text(word) or ("".join(text[0] for glyph in children(word, "Glyph") if (text := _text(glyph))), None)
        yield Word(said[0], _box(word), said[1])


def _text(element: Element) -> tuple[str, float | None] | None:
    """The first of several readings, with its confidence."""
    readings = sorted(children(element, "TextEquiv"), key=lambda each: number(each, "index") or 0.0)
    for reading in readings:
        for text in children(reading, "Unicode", "PlainText"):
            if text.text and text.text.strip():
                sure = number(reading, "conf")
                return " ".join(text.text.split()), None if sure is None else min(1.0, max(0.0, sure))
    return None


def _boxes(page: Element, names: frozenset[str]) -> tuple[Rect, ...]:
    return tuple(box for region in page.iter() if region.tag in names and (box := _box(region)) is not None)


def _box(element: Element) -> Rect | None:
    """Round the polygon of its outline."""
    for outline in children(element, "Coords"):
        points = list(_points(outline))
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return Rect(min(xs), min(ys), max(xs), max(ys))
    return None


def _points(outline: Element) -> Iterator[tuple[float, float]]:
    """Older files have an element for each point."""
    for pair in re.findall(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", outline.get("points", "")):
        yield float(pair[0]), float(pair[1])
    for point in children(outline, "Point"):
        x, y = number(point, "x"), number(point, "y")
        if x is not None and y is not None:
            yield x, y
