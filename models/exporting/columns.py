"""The table of exported columns: what stands at the head of each and how an article fills it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from models.domain.issue import Part
from models.domain.label import Field
from models.domain.page import Header, Page, PageState, confidence
from models.domain.role import TEXT_ROLES, Role
from models.domain.text import count_characters
from models.exporting.text import Lines, caption_text, running_text, shown_lines
from models.wording import topic_name

BETWEEN = "；"
"""Stands between the values of a field that has many."""


@dataclass(frozen=True)
class Entry:
    """One article on its way out, all its parts in the order they are read, each with the page it stands on."""

    parts: tuple[Part, ...]
    links: float = 1.0
    """How sure it is that the parts belong together."""

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(part.page for part in self.parts)

    @cached_property
    def lines(self) -> tuple[Lines, ...]:
        return shown_lines(self.parts)

    @cached_property
    def text(self) -> str:
        return running_text(self.parts, self.lines)

    @property
    def pictures(self) -> int:
        return sum(map(_pictures, self.parts))

    def value(self, field: Field) -> str:
        """That of the first part for which anybody has said one."""
        return next((value for part in self.parts if (value := part.article.value(field))), "")


def _pictures(part: Part) -> int:
    """Photos that were given to the article; captions where there are none, as on a page of bare text."""
    photos = sum(photo.article == part.article.id for photo in part.page.photos)
    return photos or sum(1 for _ in part.article.with_roles({Role.CAPTION}))


@dataclass(frozen=True, slots=True)
class Column:
    """One column.  `exact` cells are numbers and ISO dates, which Excel may read as such; others stay text as they are."""

    header: str
    cell: Callable[[Entry], str]
    exact: bool = False
    cells: int = 1
    """How many cells it has at least; what does not fit goes on in 正文(续) and so on."""

    def headers(self, count: int) -> list[str]:
        further = ["(续)", *(f"(续{number})" for number in range(2, count))]
        return [self.header, *(self.header + mark for mark in further[: count - 1])]


def _one(field: Field) -> Callable[[Entry], str]:
    return lambda entry: entry.value(field)


def _many(field: Field) -> Callable[[Entry], str]:
    return lambda entry: _listed(value for part in entry.parts for value in part.article.values(field))


def _listed(values: Iterable[str]) -> str:
    """Each once."""
    return BETWEEN.join(dict.fromkeys(value for value in values if value))


def _ordinal(value: str | None, unit: str) -> str:
    # Excel turns a bare 01 into 1 and 2-3 into the 3rd of February even where it is quoted; 第01版 stays, and reads as printed.
    bare = value is not None and value.strip() != "" and unicodedata.normalize("NFKC", value).isascii()
    return f"第{value}{unit}" if bare else value or ""


def _printed(part: Callable[[Header], str | None], unit: str = "") -> Callable[[Entry], str]:
    return lambda entry: _listed(_ordinal(part(page.header), unit) for page in entry.pages)


def _date(entry: Entry) -> str:
    date = entry.pages[0].header.date
    return date.isoformat() if date else ""


def _resource_type(entry: Entry) -> str:
    if not entry.pictures:
        return "文字"
    return "图文" if entry.text else "图片"


def _characters(entry: Entry) -> str:
    told = (
        lines[number]
        for part, lines in zip(entry.parts, entry.lines, strict=True)
        for block in part.article.with_roles(TEXT_ROLES)
        for number in block.lines
    )
    return str(count_characters(told))


def _continuation(entry: Entry) -> str:
    """Where it goes on; as printed, where the other half is not known."""
    onward = [_ordinal(page.header.number, "版") or page.source.file_name for page in entry.pages[1:]]
    return BETWEEN.join(f"下转{page}" for page in onward) or entry.value(Field.CONTINUATION)


def _state(entry: Entry) -> str:
    return "已审" if all(page.state is PageState.FINISHED for page in entry.pages) else "待审"


def _confidence(entry: Entry) -> str:
    said = [sure for part in entry.parts if (sure := confidence(part.page, part.article)) is not None]
    return f"{min(*said, entry.links):.2f}" if said else ""


COLUMNS: tuple[Column, ...] = (
    Column("报名", lambda entry: entry.pages[0].header.newspaper or ""),
    Column("出版日期", _date, exact=True),
    Column("总期号", _printed(lambda header: header.issue_number, "期")),
    Column("版次", _printed(lambda header: header.number, "版")),
    Column("版名", _printed(lambda header: header.name)),
    Column("引题", _one(Field.KICKER)),
    Column("篇名", _one(Field.TITLE)),
    Column("副题", _one(Field.SUBTITLE)),
    Column("作者", _many(Field.AUTHOR)),
    Column("作者单位/来源", _one(Field.AFFILIATION)),
    Column("栏目", _one(Field.COLUMN)),
    Column("体裁", _one(Field.GENRE)),
    Column("分类", lambda entry: topic_name(entry.value(Field.TOPIC), "zh")),
    Column("分类号", _one(Field.TOPIC)),
    Column("主题词", _many(Field.KEYWORD)),
    Column("人名", _many(Field.PERSON)),
    Column("地名", _many(Field.PLACE)),
    Column("机构名", _many(Field.ORGANISATION)),
    Column("资源类型", _resource_type),
    Column("附图数", lambda entry: str(entry.pictures), exact=True),
    Column("图片说明", lambda entry: caption_text(entry.parts, entry.lines)),
    Column("字数", _characters, exact=True),
    Column("转版", _continuation),
    Column("来源文件", lambda entry: _listed(page.source.file_name for page in entry.pages)),
    Column("状态", _state),
    Column("置信度", _confidence, exact=True),
    Column("正文", lambda entry: entry.text, cells=2),
)
