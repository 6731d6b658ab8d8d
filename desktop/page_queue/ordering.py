"""In which order pages wait, what a filter leaves of them, and what they are called; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desktop.titles import issue_title, page_title, sheet_title
from models.domain.page import PageState, PageSummary
from models.i18n import _
from models.wording import state_name


class Order(Enum):
    DOUBT = auto()
    """Most doubtful first, unread ones after those, finished ones last."""
    ISSUE = auto()
    """Newspaper, date, page number."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the queue shows."""

    order: Order = Order.DOUBT
    words: str = ""
    """All of these must occur in what a page is called."""
    deleted: bool = False
    """Deleted pages are shown too."""


_STATE_ORDER = {PageState.OPEN: 0, PageState.UNREAD: 1, PageState.FINISHED: 2, PageState.DELETED: 3}


def queue(pages: Iterable[PageSummary], wanted: Wanted) -> list[PageSummary]:
    """`pages` come in the order of newspaper, date and page number."""
    kept = [page for page in pages if (wanted.deleted or page.state is not PageState.DELETED) and _matches(page, wanted.words)]
    if wanted.order is Order.DOUBT:
        kept.sort(key=lambda page: page.urgency, reverse=True)
        kept.sort(key=lambda page: _STATE_ORDER[page.state])
    return kept


def _matches(page: PageSummary, words: str) -> bool:
    said = " ".join((page_title(page), page.source.file_name, state_name(page.state))).casefold()
    return all(word in said for word in words.casefold().split())


def headline(page: PageSummary, order: Order) -> str:
    """The first line of a page in the list: by issue the issue stands above already."""
    return sheet_title(page) if order is Order.ISSUE else page_title(page)


def subline(page: PageSummary) -> str:
    """The second line: how far the page is."""
    articles = _("{count} articles").format(count=page.articles)
    if page.state is PageState.UNREAD:
        return state_name(page.state)
    if page.state is PageState.OPEN and page.unplaced:
        return _("{articles}, {count} lines unplaced").format(articles=articles, count=page.unplaced)
    return articles if page.state is PageState.OPEN else f"{state_name(page.state)} · {articles}"


def opens_issue(pages: Sequence[PageSummary], row: int) -> bool:
    """Whether a page by issue is the first of its issue."""
    return row == 0 or issue_title(pages[row].header) != issue_title(pages[row - 1].header)


def progress(pages: Iterable[PageSummary]) -> str:
    """How many pages are finished, deleted ones left aside."""
    states = [page.state for page in pages if page.state is not PageState.DELETED]
    return _("{done} of {all} finished").format(done=states.count(PageState.FINISHED), all=len(states))
