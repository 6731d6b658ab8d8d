"""XML and HTML as a tree of elements without name spaces; entities are refused, since they can be made to grow without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from typing_extensions import override

from models.errors import DamagedFile
from models.reading.contents import contents

LIMIT = 64 * 1024 * 1024
"""Bytes.  ALTO of a full broadsheet with a box for each character has some ten million."""

_DEEP = 200
"""Elements in elements; files of this kind have about ten."""
_CODE = re.compile(rb"\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([\w.-]+)[\"']")
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})


class _TooDeep(Exception):
    pass


class _Declared(Exception):
    """An entity of the file's own."""


def xml_tree(path: Path) -> Element:
    """The file's root.  Raises FileNotFound, NotReadable, EmptyFile, FileTooLarge; DamagedFile also for entities."""
    grower = _Grower()
    data = contents(path, LIMIT)
    try:
        data, code = _unicode(data)
        parser = expat.ParserCreate(code)
        parser.buffer_text = True
        parser.StartElementHandler = grower.start
        parser.EndElementHandler = grower.end
        parser.CharacterDataHandler = grower.data
        parser.EntityDeclHandler = _refuse
        parser.Parse(data, True)
    except (expat.ExpatError, _Declared, _TooDeep, LookupError, UnicodeError) as error:
        raise DamagedFile(path) from error
    return grower.tree()


def _unicode(data: bytes) -> tuple[bytes, str | None]:
    """`data` in an encoding that expat knows, and its name where it is not the one that the file declares."""
    declared = _CODE.match(data)
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if name.startswith("utf"):
        return data, None
    # Who says GB 2312 seldom keeps to it.
    return data.decode("gb18030" if name in ("gb2312", "gbk") else name).encode(), "utf-8"


def _refuse(*_declaration: object) -> None:
    raise _Declared


class _Grower:
    """Names come without the prefix of their name space."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEP:
            raise _TooDeep
        self._builder.start(
            _local(name), {key if key.startswith("xmlns") else _local(key): attributes[key] for key in attributes}
        )

    def end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_local(name))

    def data(self, text: str) -> None:
        self._builder.data(text)

    def tree(self) -> Element:
        return self._builder.close()


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Page(HTMLParser):
    """HTML is seldom well-formed: what is not closed closes with what is round it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.builder.start("document", {})
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {key: value or "" for key, value in attrs})
        if tag in _VOID or len(self._open) > _DEEP:
            self.builder.end(tag)
        else:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {key: value or "" for key, value in attrs})
        self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._closed() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    @override
    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Of sections, as word processors write them, HTML knows nothing: they are passed over."""
        return self.parse_bogus_comment(i, report)

    def tree(self) -> Element:
        while self._open:
            self._closed()
        self.builder.end("document")
        return self.builder.close()

    def _closed(self) -> str:
        tag = self._open.pop()
        self.builder.end(tag)
        return tag


def html_tree(text: str) -> Element:
    """A root above all that stands in `text`."""
    page = _Page()
    page.feed(text)
    page.close()
    return page.tree()


def children(element: Element, *names: str) -> Iterator[Element]:
    """Those of the direct children with one of `names`, in their order."""
    return (child for child in element if child.tag in names)


def number(element: Element, name: str) -> float | None:
    """An attribute that is a finite number; None for one that is missing or none."""
    try:
        value = float(element.get(name, ""))
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None
