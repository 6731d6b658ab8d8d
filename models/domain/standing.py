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


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands where at one time."""

    follows: frozenset[tuple[int | None, int]] = frozenset()
    """(left, right): in an article, or in a block that waits for one, right directly follows left; left None for a start."""
    roles: Mapping[int, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an editor."""

    before: Standing
    after: Standing
    renumbered: bool = False
    """The page took another reading: numbers before and after it are not of the same lines."""


def locks_of(page: Page, steps: Iterable[Step]) -> Locks:
    """What the editor's `steps`, oldest first, have decided about `page`, and his verdicts on its joints."""
    joined, parted, roles = _decided(steps)
    kept = {line: role for block in page.blocks() for line in block.lines if (role := roles.get(line)) is block.role}
    stays = held(page) & (joined | {_pair(joint) for joint in page.joints if joint.verdict is Verdict.ACCEPTED})
    refused = (_pair(joint) for joint in page.joints if joint.verdict is Verdict.REJECTED)
    parted |= {(left, right) for left, right in refused if left is not None}
    return Locks(stays, frozenset(parted) - stays, kept)


def held(page: Page) -> frozenset[tuple[int | None, int]]:
    """The pairs that hold now, also those in blocks that wait for an article."""
    waiting = (block for block in page.loose if block.role not in LOOSE_ROLES)
    return follows(page).union(*(pairwise(block.lines) for block in waiting))


def _pair(joint: Joint) -> tuple[int | None, int]:
    return joint.claim.left, joint.claim.right


def _decided(steps: Iterable[Step]) -> tuple[set[tuple[int | None, int]], set[tuple[int, int]], dict[int, Role]]:
    """Pairs that were joined, pairs that were parted, roles that were given; the last word counts."""
    joined: set[tuple[int | None, int]] = set()
    parted: set[tuple[int, int]] = set()
    roles: dict[int, Role] = {}
    for step in steps:
        before, after = step.before, step.after
        if step.renumbered:
            if joined or parted or roles:
                # Which of these lines were decided about can not be told any more: all of them are kept.
                joined, parted, roles = set(after.follows), set(), dict(after.roles)
            continue
        gone, new = before.follows - after.follows, after.follows - before.follows
        joined = (joined - gone) | new
        parted = {pair for pair in parted if pair not in new} | {(left, right) for left, right in gone if left is not None}
        roles |= {line: role for line, role in after.roles.items() if before.roles.get(line) is not role}
    return joined, parted, roles
