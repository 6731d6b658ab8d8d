"""The table of exported columns: what stands at the head of each and how an article fills it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from models.domain.article import Article
from models.domain.label import Field
from models.domain.line import Line
from models.domain.page import Page, PageState, confidence
from models.domain.role import TEXT_ROLES, Role
from models.domain.text import count_characters
from models.exporting.text import article_text, caption_text
from models.wording import topic_name

BETWEEN = "；"
"""Stands between the values of a field that has many."""


@dataclass(frozen=True)
class Entry:
    """One article on its way out, with the page it stands on."""

    page: Page
    article: Article
    lines: Mapping[int, Line]

    @cached_property
    def text(self) -> str:
        return article_text(self.article, self.lines, self.page.regime)

    @property
    def pictures(self) -> int:
        """Photos that were given to the article; captions where there are none, as on a page of bare text."""
        photos = sum(photo.article == self.article.id for photo in self.page.photos)
        return photos or sum(1 for _ in self.article.with_roles({Role.CAPTION}))


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
    return lambda entry: entry.article.value(field) or ""


def _many(field: Field) -> Callable[[Entry], str]:
    return lambda entry: BETWEEN.join(entry.article.values(field))


def _ordinal(value: str | None, unit: str) -> str:
    # Excel turns a bare 01 into 1 and 2-3 into the 3rd of February even where it is quoted; 第01版 stays, and reads as printed.
    bare = value is not None and value.strip() != "" and unicodedata.normalize("NFKC", value).isascii()
    return f"第{value}{unit}" if bare else value or ""


def _date(entry: Entry) -> str:
    date = entry.page.header.date
    return date.isoformat() if date else ""


def _resource_type(entry: Entry) -> str:
    if not entry.pictures:
        return "文字"
    return "图文" if entry.text else "图片"


def _characters(entry: Entry) -> str:
    blocks = entry.article.with_roles(TEXT_ROLES)
    return str(count_characters(entry.lines[number] for block in blocks for number in block.lines))


def _state(entry: Entry) -> str:
    return "已审" if entry.page.state is PageState.FINISHED else "待审"


def _confidence(entry: Entry) -> str:
    least = confidence(entry.page, entry.article)
    return "" if least is None else f"{least:.2f}"


COLUMNS: tuple[Column, ...] = (
    Column("报名", lambda entry: entry.page.header.newspaper or ""),
    Column("出版日期", _date, exact=True),
    Column("总期号", lambda entry: _ordinal(entry.page.header.issue_number, "期")),
    Column("版次", lambda entry: _ordinal(entry.page.header.number, "版")),
    Column("版名", lambda entry: entry.page.header.name or ""),
    Column("引题", _one(Field.KICKER)),
    Column("篇名", _one(Field.TITLE)),
    Column("副题", _one(Field.SUBTITLE)),
    Column("作者", _many(Field.AUTHOR)),
    Column("作者单位/来源", _one(Field.AFFILIATION)),
    Column("栏目", _one(Field.COLUMN)),
    Column("体裁", _one(Field.GENRE)),
    Column("分类", lambda entry: topic_name(entry.article.value(Field.TOPIC) or "", "zh")),
    Column("分类号", _one(Field.TOPIC)),
    Column("主题词", _many(Field.KEYWORD)),
    Column("人名", _many(Field.PERSON)),
    Column("地名", _many(Field.PLACE)),
    Column("机构名", _many(Field.ORGANISATION)),
    Column("资源类型", _resource_type),
    Column("附图数", lambda entry: str(entry.pictures), exact=True),
    Column("图片说明", lambda entry: caption_text(entry.article, entry.lines, entry.page.regime)),
    Column("字数", _characters, exact=True),
    Column("转版", _one(Field.CONTINUATION)),
    Column("来源文件", lambda entry: entry.page.source.file_name),
    Column("状态", _state),
    Column("置信度", _confidence, exact=True),
    Column("正文", lambda entry: entry.text, cells=2),
)
