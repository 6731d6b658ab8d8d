"""What a line of a dump surely is by its wording, whatever the chain over all lines makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.domain.text import ends_sentence
from models.segmenting import lexicon
from models.segmenting.kind import Kind
from models.segmenting.line_features import Layout

_EDITORS = re.compile(
    r"^(?:本版|本期|值班)?(?:责任编辑|责编|编辑|主编|编委|主任|版式|美编|校对|组版|审读|视觉)[：/／\s][^。，；]{2,50}$"
)
_FOLIO = re.compile(r"^(?:第?[一二三四五六七八九十\d]{1,3}版|[A-Z]\d{1,2})(?:[\s·|]+[一-鿿]{2,8})?$")
_DAY = re.compile(r"^[^。，：（]{0,16}\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天]")
_PAPER = re.compile(r"^[一-鿿]{2,6}(?:日报|晚报|晨报|早报|时报|商报|周报|快报|都市报|导报)$")
_SECTION = re.compile(r"^[一-鿿]{2,6}\s+[A-Z]{3,}(?:\s*[A-Z]{2,})*$")
_INDEX = re.compile(r"^.{0,4}(?:导读|提要)$")
SPEAKER = re.compile(
    r"^[一-鿿]{0,12}?(?:代表|委员|常委|会员|市民|村民|居民|读者|网友|校长|教师|医生|教授|专家)[^会团组们说的有是为，。\s]{2,4}：[^。，；]{4,26}$"
)
"""The heading of one speech among several: who speaks, and the title."""
_CAPTION = re.compile(r"^[▲▼◀▶]?\s*[左右上下]?图[为：]")
_ROW = re.compile(r"^[^。，；、：\s]{1,14}(?:\s+[^。，；、\s]{1,14}){2,}$")
_ROWS = 3
"""Lines of as many cells that make a table."""
_NAMES = 0.5
"""Share of names from which cells are a list of names."""
_LINES_OF_CAPTION = 5
_TITLE = 24
"""Characters of a table's title at most."""


def sure_kinds(page: Layout, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """`kinds` as the wording of lines has them: imprint, indexes, tables, captions, speakers with their titles."""
    found = list(kinds)
    rows = set(_tables(page))
    titles = (i - 1 for i in rows if i and i - 1 not in rows and _is_title(page, found, i - 1))
    sure = {
        Kind.FURNITURE: _of_the_page(page),
        Kind.HEADING: titles,
        Kind.TEXT: sorted(rows),
        Kind.CAPTION: _captions(page, kinds),
    }
    for kind, lines in sure.items():
        for i in lines:
            found[i] = kind
    for i in range(len(found) - 1):
        if found[i + 1] in (Kind.TEXT, Kind.BYLINE, Kind.HEADING) and _is_heading(page, found, i):
            found[i] = Kind.HEADING
    return tuple(found)


def _is_heading(page: Layout, kinds: Sequence[Kind], i: int) -> bool:
    """Whether line `i` over a text or its heading heads it too, though it was taken for text or for the page's own."""
    if kinds[i] is Kind.TEXT:
        return kinds[i + 1] is not Kind.HEADING and SPEAKER.match(page.lines[i].text) is not None
    two_parts = len(page.lines[i].text.split()) == 2
    return kinds[i] is Kind.FURNITURE and (
        _heads_news(page, i) or (kinds[i + 1] is Kind.HEADING and two_parts and _is_news(page, i))
    )


def _is_title(page: Layout, kinds: Sequence[Kind], i: int) -> bool:
    """Whether line `i`, over a table, is taken for text and is its title."""
    text = page.lines[i].text
    return kinds[i] is Kind.TEXT and len(text) <= _TITLE and not ends_sentence(text)


def _texts(page: Layout) -> list[str]:
    return [line.text for line in page.lines]


def _of_the_page(page: Layout) -> Iterator[int]:
    """Editors' lines, the page's head, and indexes of the issue."""
    texts = _texts(page)
    sure = [bool(_EDITORS.match(text) or _FOLIO.match(text) or (len(text) <= 40 and _DAY.match(text))) for text in texts]
    for _ in range(2):
        beside = [any(sure[max(0, i - 1) : i + 2]) for i in range(len(texts))]
        sure = [known or (near and _is_head(text)) for known, near, text in zip(sure, beside, texts, strict=True)]
    yield from (i for i, known in enumerate(sure) if known)
    for i, text in enumerate(texts):
        count = _entries(texts[i + 1 :]) if _INDEX.match(text) else 0
        yield from range(i, i + 1 + count) if count > 1 else ()


def _is_head(text: str) -> bool:
    return bool(_PAPER.match(text) or _SECTION.match(text))


def _entries(texts: Sequence[str]) -> int:
    """How many entries of an index stand at the head of `texts`."""
    entry = (bool(lexicon.INDEX_ENTRY.match(text)) and not lexicon.CONTINUED.search(text) for text in texts)
    return next((i for i, known in enumerate(entry) if not known), len(texts))


def _tables(page: Layout) -> Iterator[int]:
    """Lines in a row of as many cells, with a number in one of them."""
    texts = _texts(page)
    cells = [len(text.split()) if is_row(text) else 0 for text in texts]
    begin = 0
    for i in range(1, len(texts) + 1):
        if i < len(texts) and cells[i] == cells[begin]:
            continue
        if cells[begin] and i - begin >= _ROWS and any(char.isdigit() for text in texts[begin:i] for char in text):
            yield from range(begin, i)
        begin = i


def is_row(text: str) -> bool:
    """Whether `text` has the form of a table's row: three cells or more."""
    return _ROW.match(text) is not None and not lexicon.is_byline(text) and lexicon.name_share(text) < _NAMES


def _captions(page: Layout, kinds: Sequence[Kind]) -> Iterator[int]:
    """What begins as only captions do, up to the end of its sentence."""
    texts = _texts(page)
    for i, text in enumerate(texts):
        if kinds[i] is Kind.TEXT and _CAPTION.match(text):
            below = range(i, min(len(texts), i + _LINES_OF_CAPTION))
            end = next((j for j in below if ends_sentence(texts[j])), i)
            yield from range(i, end + 1)


def _heads_news(page: Layout, i: int) -> bool:
    """Whether line `i` stands over a byline or a dateline and says nothing that belongs to the page."""
    below = page.lines[i + 1].text
    return _is_news(page, i) and bool(lexicon.is_byline(below) or lexicon.DATELINE.match(below))


def _is_news(page: Layout, i: int) -> bool:
    """Whether line `i` has the length of a heading and says nothing that belongs to the page."""
    text = page.lines[i].text
    of_the_page = lexicon.IMPRINT.search(text) or lexicon.INDEX_ENTRY.match(text) or lexicon.LABEL.match(text)
    return (
        5 <= len(text) <= 40
        and not of_the_page
        and not any(form.match(text) for form in (_EDITORS, _FOLIO, _DAY, _PAPER, _SECTION))
    )
