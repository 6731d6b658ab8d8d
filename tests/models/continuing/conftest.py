"""Pages of one invented issue, made of a few words, with ids that no two of them share."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from models.continuing.engine import proposals
from models.domain.continuation import Onward
from models.domain.page import Header, Page
from tests.models.checking.conftest import Spec, page_of

DAY = datetime.date(2031, 5, 6)


def issue_page(number: str | None, *articles: Spec, page_id: int, loose: Spec | None = None, day: datetime.date = DAY) -> Page:
    page = page_of(*articles, loose=loose, page_id=page_id)
    own = tuple(replace(article, id=article.id + 1000 * page_id) for article in page.articles)
    return replace(page, header=Header("青石日报", day, None, number), articles=own)


def pairs(*pages: Page) -> dict[tuple[int, int], Onward]:
    """What is proposed, by page and place of the article that begins, both from 1: 21 is the first article of page 2."""
    there = {page.id: page for page in pages}
    return {
        (_place(there[page_id], claim.left), _place(there[claim.page], claim.right)): claim
        for page_id, claims in proposals(pages).items()
        for claim in claims
    }


def _place(page: Page, line: int) -> int:
    article = page.article_of_line(line)
    assert article is not None
    return 10 * page.id + page.articles.index(article) + 1


def lines_of(page: Page, numbers: Sequence[int]) -> list[str]:
    return [page.line(number).text for number in numbers]
