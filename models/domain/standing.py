"""How the lines of a page stood before and after each step, and what an editor has decided about them by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from models.domain.joint import Joint
from models.domain.label import Verdict
from models.domain.locks import Locks
from models.domain.page import Page, follows
from models.domain.role import LOOSE_ROLES, Role

Pair = tuple[int | None, int]
"""(left, right): right directly follows left, or begins an article where left is None."""
Decided = tuple[set[Pair], set[tuple[int, int]], dict[int, Role]]
"""Pairs that were joined, pairs that were parted, roles that were given."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands where at one time."""

    follows: frozenset[Pair] = frozenset()
    """In an article, or in a block that waits for one."""
    roles: Mapping[int, Role] = field(default_factory=dict)
    blocks: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """The lines of each block by its id."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an editor."""

    before: Standing
    after: Standing
    renumbered: bool = False
    """The page took another reading: numbers before and after it are not of the same lines, but blocks are the same."""


def locks_of(page: Page, steps: Iterable[Step]) -> Locks:
    """What the editor's `steps`, oldest first, have decided about `page`, and his verdicts on its joints."""
    joined, parted, roles = _decided(steps)
    kept = {line: role for block in page.blocks() for line in block.lines if (role := roles.get(line)) is block.role}
    stays = held(page) & (joined | {_pair(joint) for joint in page.joints if joint.verdict is Verdict.ACCEPTED})
    refused = (_pair(joint) for joint in page.joints if joint.verdict is Verdict.REJECTED)
    parted |= {(left, right) for left, right in refused if left is not None}
    return Locks(stays, frozenset(parted) - stays, kept)


def held(page: Page) -> frozenset[Pair]:
    """The pairs that hold now, also those in blocks that wait for an article."""
    waiting = (block for block in page.loose if block.role not in LOOSE_ROLES)
    return follows(page).union(*(pairwise(block.lines) for block in waiting))


def _pair(joint: Joint) -> Pair:
    return joint.claim.left, joint.claim.right


def _decided(steps: Iterable[Step]) -> Decided:
    """The last word counts."""
    joined: set[Pair] = set()
    parted: set[tuple[int, int]] = set()
    roles: dict[int, Role] = {}
    for step in steps:
        before, after = step.before, step.after
        if step.renumbered:
            joined, parted, roles = _carried(step, joined, parted, roles)
            continue
        gone, new = before.follows - after.follows, after.follows - before.follows
        joined = (joined - gone) | new
        parted = {pair for pair in parted if pair not in new} | {(left, right) for left, right in gone if left is not None}
        roles |= {line: role for line, role in after.roles.items() if before.roles.get(line) is not role}
    return joined, parted, roles


def _carried(step: Step, joined: Iterable[Pair], parted: Iterable[tuple[int, int]], roles: Iterable[int]) -> Decided:
    """The same decisions about the lines of another reading, as far as the blocks tell which these are.

    A block in which anything was decided is kept whole, since the new lines may be cut otherwise.
    """
    before, after = step.before.blocks, step.after.blocks
    home = {line: block for block, lines in before.items() for line in lines if after.get(block)}
    firsts = {lines[0]: after[block][0] for block, lines in before.items() if after.get(block)}
    lasts = {lines[-1]: after[block][-1] for block, lines in before.items() if after.get(block)}
    decided = {line for pair in (*joined, *parted) for line in pair if line in home}.union(
        line for line in roles if line in home
    )
    whole: set[Pair] = {pair for line in decided for pair in pairwise(after[home[line]])}
    seams: set[Pair] = {(lasts[left], firsts[right]) for left, right in joined if left in lasts and right in firsts}
    starts: set[Pair] = {(None, firsts[right]) for left, right in joined if left is None and right in firsts}
    cuts = {(lasts[left], firsts[right]) for left, right in parted if left in lasts and right in firsts}
    given = {line: step.after.roles[line] for old in roles if old in home for line in after[home[old]]}
    return (whole | seams | starts) & step.after.follows, cuts, given
