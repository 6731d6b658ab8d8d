"""Edits of a whole page: what paper it is from, and whether it is finished."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.domain.page import Header, Page, PageState, unplaced
from models.editing.edit import NewId
from models.errors import EditRefused, LinesLeft


@dataclass(frozen=True, slots=True)
class DescribePage:
    header: Header

    def apply(self, page: Page, new_id: NewId) -> Page:
        return replace(page, header=self.header)


@dataclass(frozen=True, slots=True)
class FinishPage:
    """The editor is done; refused while a line belongs to nothing or the page has not been read."""

    def apply(self, page: Page, new_id: NewId) -> Page:
        if page.state is PageState.UNREAD:
            raise EditRefused("page_unread")
        left = unplaced(page)
        if left:
            raise LinesLeft(left)
        return replace(page, state=PageState.FINISHED)


@dataclass(frozen=True, slots=True)
class ReopenPage:
    """Back to the queue: a finished page is open again, a deleted one is restored."""

    def apply(self, page: Page, new_id: NewId) -> Page:
        return replace(page, state=PageState.OPEN if page.lines else PageState.UNREAD)


@dataclass(frozen=True, slots=True)
class DeletePage:
    """Out of sight with everything that was said of it, until it is restored."""

    def apply(self, page: Page, new_id: NewId) -> Page:
        return replace(page, state=PageState.DELETED)
