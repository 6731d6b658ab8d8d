"""Pages made of a few words: articles as lists of (role, texts), for rules to look at."""

from __future__ import annotations

import itertools

from models.domain.article import Article, Block
from models.domain.label import Field, Label, Origin
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageState, Source
from models.domain.role import Role

Spec = list[tuple[Role, list[str]]]

H, B, Y, C = Role.HEADLINE, Role.BODY, Role.BYLINE, Role.CAPTION
GOOD: Spec = [(H, ["北岸新桥昨日通车"]), (B, ["本报讯 记者林小满报道，北岸新桥昨日通车。", "两岸居民过河只要五分钟。"])]


def page_of(*articles: Spec, loose: Spec | None = None, number: str | None = None, page_id: int = 1) -> Page:
    """Lines are numbered 1, 2, 3 … as they are given; an article with a headline has it for its title."""
    numbers, ids = itertools.count(1), itertools.count(10)
    lines: list[Line] = []

    def blocks(spec: Spec) -> tuple[Block, ...]:
        made = []
        for role, texts in spec:
            own = tuple(next(numbers) for _ in texts)
            lines.extend(Line(number, text) for number, text in zip(own, texts, strict=True))
            made.append(Block(next(ids), role, own))
        return tuple(made)

    made = tuple(Article(next(ids), blocks(spec), _title(spec)) for spec in articles)
    source = Source(str(page_id), "a.txt", SourceKind.DUMP)
    waiting = blocks(loose or [])
    return Page(page_id, Header(number=number), source, PageState.OPEN, Regime.PARAGRAPHS, tuple(lines), made, waiting)


def _title(spec: Spec) -> tuple[Label, ...]:
    title = next((texts[0] for role, texts in spec if role is H), None)
    return () if title is None else (Label(1, Field.TITLE, title, Origin.ENGINE, confidence=0.9),)
