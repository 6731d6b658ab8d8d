"""The segmenter on pages of which an editor has decided something: what is decided holds, the rest is as ever."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.locks import NO_LOCKS, Locks
from models.domain.proposal import Proposal
from models.domain.role import LOOSE_ROLES, Role
from models.segmenting.engine import Segmenter
from tests.models.segmenting.test_engine import CANAL, CANAL_BODY, CANAL_LEAD, SCHOOL, SCHOOL_BODY, SCHOOL_LEAD, read

PAGE = read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY, f"## {SCHOOL}", SCHOOL_LEAD, SCHOOL_BODY, "责任编辑 田小满", CANAL_BODY)


@pytest.fixture(scope="module")
def engine() -> Segmenter:
    return Segmenter()


def follows(proposal: Proposal) -> set[tuple[int | None, int]]:
    rows = [[n for segment in article for n in segment.lines] for article in proposal.articles]
    return {pair for row in rows for pair in zip((None, *row), row, strict=False)}


def roles(proposal: Proposal) -> dict[int, Role]:
    in_articles = {n: segment.role for article in proposal.articles for segment in article for n in segment.lines}
    furniture = {n: Role.FURNITURE for group in proposal.furniture for n in group}
    return in_articles | furniture | {n: Role.DUPLICATE for repeat in proposal.repeats for n in repeat.lines}


def obeys(proposal: Proposal, locks: Locks) -> None:
    assert locks.follows <= follows(proposal)
    assert locks.parted.isdisjoint(follows(proposal))
    known = roles(proposal)
    waiting = {n for group in proposal.unplaced for n in group}
    assert {n: role for n, role in locks.roles.items() if n not in waiting}.items() <= known.items()
    assert waiting <= {n for n, role in locks.roles.items() if role not in LOOSE_ROLES}


def test_without_decisions_nothing_changes(engine: Segmenter) -> None:
    assert engine.propose(PAGE, NO_LOCKS) == engine.propose(PAGE)


@pytest.mark.parametrize(
    "locks",
    [
        Locks(frozenset({(3, 11)})),
        Locks(frozenset({(None, 5)})),
        Locks(frozenset({(11, 5), (None, 11)}), frozenset({(3, 5)})),
        Locks(parted=frozenset({(1, 3), (7, 9)})),
        Locks(roles={9: Role.HEADLINE, 7: Role.BODY}),
        Locks(roles={5: Role.FURNITURE, 13: Role.NOTICE}),
        Locks(roles={11: Role.DUPLICATE}),
        Locks(frozenset({(5, 13), (None, 7)}), roles={13: Role.SIGNATURE}),
        Locks(frozenset({(None, 15), (15, 1)})),
        Locks(frozenset({(9, 3)}), roles={9: Role.CAPTION, 3: Role.SECTION_LABEL}),
    ],
)
def test_what_is_decided_holds(engine: Segmenter, locks: Locks) -> None:
    obeys(engine.propose(PAGE, locks), locks)


def test_what_is_decided_helps_what_is_not(engine: Segmenter) -> None:
    """The second half of an unfinished sentence goes to the only text that can have it still."""
    free = engine.propose(PAGE)
    assert (1, 3) in follows(free)
    forced = engine.propose(PAGE, Locks(frozenset({(1, 9)})))
    assert (7, 9) not in follows(forced)
    assert (9, 11) in follows(forced)


def test_no_claim_is_made_of_what_an_editor_has_decided(engine: Segmenter) -> None:
    locks = Locks(frozenset({(3, 5), (None, 7)}))
    claims = {(claim.left, claim.right) for claim in engine.propose(PAGE, locks).claims}
    assert claims
    assert claims.isdisjoint(locks.follows)


texts = st.text(st.sampled_from("渠水田乡的。，“”：—（）本报讯记者摄图为年月日12 #*"), min_size=1, max_size=60).filter(
    str.strip
)


@st.composite
def decided(draw: st.DrawFn, numbers: list[int]) -> Locks:
    """Decisions that can hold at once: pieces of one arrangement of all lines, and pairs that do not meet in it."""
    order = draw(st.permutations(numbers))
    kinds = st.none() | st.none() | st.sampled_from(sorted(Role))
    roles = {n: role for n in order if (role := draw(kinds)) is not None}
    placed = [n for n in order if roles.get(n) not in LOOSE_ROLES]
    starts = draw(st.sets(st.sampled_from(placed))) if placed else set()
    pairs = [(None if i == 0 or n in starts else placed[i - 1], n) for i, n in enumerate(placed)]
    chosen = frozenset(draw(st.sets(st.sampled_from(pairs)))) if pairs else frozenset()
    number = st.sampled_from(numbers)
    parted = draw(st.sets(st.tuples(number, number), max_size=6))
    return Locks(chosen, frozenset(pair for pair in parted if pair not in pairs and pair[0] != pair[1]), roles)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.lists(texts, min_size=1, max_size=14), st.sampled_from(Regime))
def test_any_decisions_hold_and_no_line_is_lost(data: st.DataObject, drawn: list[str], broken: Regime) -> None:
    lines = tuple(Line(2 * i + 1, text) for i, text in enumerate(drawn))
    locks = data.draw(decided([line.number for line in lines]))
    proposal = Segmenter().propose(Reading(lines, SourceKind.DUMP, broken), locks)
    obeys(proposal, locks)
    placed = [n for article in proposal.articles for segment in article for n in segment.lines]
    placed += [n for group in (*proposal.furniture, *proposal.unplaced) for n in group]
    placed += [n for repeat in proposal.repeats for n in repeat.lines]
    assert sorted(placed) == [line.number for line in lines]
