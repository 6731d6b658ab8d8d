"""How the lines of a page stood before and after each step of an editor, from the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from models.changes import Changeset, Row
from models.domain.entry import EntryState
from models.domain.label import Origin
from models.domain.role import LOOSE_ROLES, Role
from models.domain.standing import Standing, Step
from models.store.tables import JournalTable

NO_DECISION = frozenset({"SegmentAgain"})
"""What an editor asks for and an engine decides."""
RENUMBERS = frozenset({"TakeReading"})


def steps(page_id: int) -> Iterator[Step]:
    """The editor's steps that hold and have moved lines or changed their roles, oldest first."""
    query = JournalTable.select(JournalTable.name, JournalTable.origin, JournalTable.changes).where(
        JournalTable.page == page_id, JournalTable.state == EntryState.DONE.value
    )
    blocks: dict[int, Row] = {}
    standing = Standing()
    for name, origin, changes in query.order_by(JournalTable.id).tuples():
        if not _enter(blocks, Changeset.from_json(changes)):
            continue
        before, standing = standing, _standing(blocks)
        if origin == Origin.EDITOR.value and name not in NO_DECISION:
            yield Step(before, standing, name in RENUMBERS)


def _enter(blocks: dict[int, Row], changeset: Changeset) -> bool:
    """Brings the rows of `blocks` up to date; whether there was anything to do."""
    changed = [change for change in changeset.rows if change.table == "block"]
    for change in changed:
        if change.after is None:
            del blocks[change.id]
        else:
            blocks[change.id] = change.after
    return bool(changed)


def _standing(blocks: Mapping[int, Row]) -> Standing:
    articles: dict[int, list[int]] = defaultdict(list)
    follows: set[tuple[int | None, int]] = set()
    for row in sorted(blocks.values(), key=lambda row: int(row["position"])):
        if row["article"] is not None:
            articles[row["article"]] += row["lines"]
        elif Role(row["role"]) not in LOOSE_ROLES:
            follows.update(zip(row["lines"], row["lines"][1:], strict=False))
    for lines in articles.values():
        follows.update(zip((None, *lines), lines, strict=False))
    roles = {line: Role(row["role"]) for row in blocks.values() for line in row["lines"]}
    return Standing(frozenset(follows), roles, {block: tuple(row["lines"]) for block, row in blocks.items()})
