"""An editor's decisions as hard constraints of the decode, and on what stands on no path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from models.domain.locks import Locks
from models.domain.proposal import Segment
from models.domain.role import LOOSE_ROLES, Role
from models.segmenting.fragments import Fragment
from models.segmenting.page_order import Article
from models.segmenting.pairs import IMPOSSIBLE, Scores


@dataclass(frozen=True)
class Bonds:
    """What is decided of the nodes of a scene, by their places: who follows whom, who begins, who does not follow whom."""

    links: tuple[tuple[int, int], ...] = ()
    starts: tuple[int, ...] = ()
    barred: tuple[tuple[int, int], ...] = ()


FREE = Bonds()


def bonds(nodes: Sequence[Fragment], locks: Locks) -> Bonds:
    """`locks` as they concern `nodes`; what stands between two of them and on no path, as a caption, is stepped over."""
    if not locks:
        return FREE
    at = {number: i for i, node in enumerate(nodes) for number in node.numbers}
    links: list[tuple[int, int]] = []
    starts: list[int] = []
    for chain in locks.chains:
        on_paths = list(dict.fromkeys(at[line] for line in chain if line in at))
        links += pairwise(on_paths)
        if (None, chain[0]) in locks.follows:
            starts += on_paths[:1]
    begins, ends = ({node.numbers[side]: i for i, node in enumerate(nodes)} for side in (0, -1))
    barred = tuple((ends[left], begins[right]) for left, right in locks.parted if left in ends and right in begins)
    return Bonds(tuple(links), tuple(starts), barred)


def constrained(scores: Scores, held: Bonds) -> Scores:
    """`scores` with everything impossible that `held` leaves no room for."""
    if held == FREE:
        return scores
    follow, start, end = scores.follow.copy(), scores.start.copy(), scores.end.copy()
    for left, right in held.barred:
        follow[left, right] = IMPOSSIBLE
    follow[:, list(held.starts)] = IMPOSSIBLE
    for left, right in held.links:
        kept = follow[left, right]
        follow[left], follow[:, right] = IMPOSSIBLE, IMPOSSIBLE
        # What the kinds of two fragments rule out, an editor may have found.
        follow[left, right] = kept if kept > IMPOSSIBLE else 0.0
        end[left] = start[right] = IMPOSSIBLE
    return replace(scores, follow=follow, start=start, end=end)


@dataclass(frozen=True)
class Placed:
    """Where all lines of a page stand that are no repeats."""

    articles: tuple[Article, ...]
    furniture: tuple[tuple[int, ...], ...] = ()
    unplaced: tuple[tuple[int, ...], ...] = ()


def obeyed(found: Placed, on_paths: Iterable[int], locks: Locks) -> Placed:
    """`found` with every decision in it, also about captions, labels and what else is on no path.

    `on_paths` are the lines for which the decode has obeyed already: the others come to where these are.
    """
    roles = {line: segment.role for article in found.articles for segment in article for line in segment.lines}
    roles.update(locks.roles)
    waste = [line for line, role in locks.roles.items() if role is Role.FURNITURE]
    rows = [[line for segment in article for line in segment.lines if line not in waste] for article in found.articles]
    anchors = frozenset(on_paths)
    for chain in locks.chains:
        _gather(rows, chain, anchors)
    placed, labels = _cut(rows, roles, locks)
    held = {line for row in placed for line in row}
    # What an editor says is part of an article is no furniture, though nobody knows of which.
    homeless = {line for line, role in locks.roles.items() if role not in LOOSE_ROLES} - held
    rest = [line for group in found.furniture for line in group]
    furniture = (*found.furniture, *((line,) for line in (*waste, *labels) if line not in rest))
    return Placed(
        tuple(_article(row, roles) for row in placed),
        tuple(_without(furniture, held | homeless)),
        tuple((line,) for line in sorted(homeless)),
    )


def _without(groups: Iterable[tuple[int, ...]], taken: Set[int]) -> Iterator[tuple[int, ...]]:
    return (kept for group in groups if (kept := tuple(line for line in group if line not in taken)))


def _gather(rows: list[list[int]], chain: Sequence[int], anchors: frozenset[int]) -> None:
    """Puts the lines of `chain` together where the first of them is that the decode placed; else where one is, else alone."""
    home = {line: row for row in rows for line in row}
    here = [line for line in chain if line in home]
    anchor = next((line for line in here if line in anchors), here[0] if here else None)
    if anchor is None:
        rows.append(list(chain))
        return
    for row in rows:
        row[:] = [line for line in row if line == anchor or line not in chain]
    row = home[anchor]
    at = row.index(anchor)
    row[at : at + 1] = chain


def _cut(rows: Iterable[Sequence[int]], roles: Mapping[int, Role], locks: Locks) -> tuple[list[list[int]], list[int]]:
    """`rows` cut where an article begins or two lines are parted; labels that stood before a beginning belong to the page."""
    placed: list[list[int]] = []
    labels: list[int] = []
    for row in rows:
        parts: list[list[int]] = [[]]
        for line in row:
            left = parts[-1][-1] if parts[-1] else None
            if left is not None and locks.part(left, line):
                if (left, line) not in locks.parted and _are_labels(parts[-1], roles, locks):
                    labels += parts.pop()
                parts.append([])
            parts[-1].append(line)
        placed += [part for part in parts if part]
    return placed, labels


def _are_labels(lines: Iterable[int], roles: Mapping[int, Role], locks: Locks) -> bool:
    return all(
        roles.get(line) is Role.SECTION_LABEL and line not in locks.roles and line not in locks.in_articles for line in lines
    )


def _article(row: Sequence[int], roles: Mapping[int, Role]) -> Article:
    """The lines of furniture that an editor has put in an article are text."""
    by_role = groupby(row, key=lambda line: roles.get(line, Role.BODY))
    return tuple(Segment(role, tuple(lines)) for role, lines in by_role)
