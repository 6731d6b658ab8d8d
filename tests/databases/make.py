"""Writes the saved archive of the current schema: run once per released schema, and keep what it wrote for ever."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from models.domain.geometry import Rect
from models.domain.joint import Alternative, Certainty, Claim
from models.domain.label import Field, Reason
from models.domain.line import Line
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.editing.articles import SplitArticle
from models.editing.continuations import LinkArticles
from models.editing.history import History
from models.editing.labels import SetField
from models.editing.photos import DrawPhoto
from models.editing.readings import Reread
from models.editing.segmenting import SegmentAgain
from models.editing.words import CorrectLine
from models.store.connection import Store
from models.store.migrations import MIGRATIONS
from tests.models.store.conftest import small_page


def make(path: Path) -> None:
    """One page, split once, its title put differently, a line corrected, a photo drawn, a line found by reading again, linked
    to another page, and segmented again."""
    store = Store(path)
    history = History(store)
    with store.transaction():
        page, onward = small_page("a"), small_page("b")
        history.add(page)
        history.add(onward)
    article = page.articles[0].id
    history.perform(SplitArticle(article, 3), page.id)
    history.perform(SetField(article, Field.TITLE, "北岸新桥昨日通车"), page.id)
    history.perform(CorrectLine(3, "新桥正式开通。"), page.id)
    history.perform(DrawPhoto(Rect(0.1, 0.2, 0.5, 0.6), article), page.id)
    history.perform(
        Reread((Line(1, "图为新桥。", Rect(0.1, 0.61, 0.5, 0.63), unsure=(2,), vertical=True),), "reader 2"), page.id
    )
    history.perform(LinkArticles(2, onward.id, 2), page.id)
    history.perform(SegmentAgain(_proposal()), page.id)
    store.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = delete")


def _proposal() -> Proposal:
    """The articles as they stand, with one claim."""
    first = (Segment(Role.HEADLINE, (1,)), Segment(Role.BODY, (2,)))
    others = (Alternative(2, 0.3, Reason("open_end", 0.7)),)
    claims = (Claim(None, 3, 0.6, Certainty.UNSURE, (Reason("dateline", 0.9),), Reason("open_end", -0.7), others),)
    return Proposal((first, (Segment(Role.BODY, (3,)),)), ((4,),), (), ((5,),), claims)


if __name__ == "__main__":
    make(Path(__file__).with_name(f"schema_{len(MIGRATIONS)}.sqlite"))
