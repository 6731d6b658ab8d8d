"""What counts as a decision of an editor, and the last word that counts."""

from __future__ import annotations

from dataclasses import replace

from models.domain.article import Article, Block
from models.domain.joint import Certainty, Claim, Joint
from models.domain.label import Verdict
from models.domain.line import Line, Regime, SourceKind
from models.domain.locks import Locks
from models.domain.page import Header, Page, PageState, Source
from models.domain.role import Role
from models.domain.standing import Standing, Step, locks_of


def page(*articles: tuple[int, ...], loose: tuple[Block, ...] = (), joints: tuple[Joint, ...] = ()) -> Page:
    numbers = sorted(n for lines in (*articles, *(block.lines for block in loose)) for n in lines)
    filed = tuple(Article(10 + i, (Block(20 + i, Role.BODY, lines),)) for i, lines in enumerate(articles))
    source = Source("a", "a.txt", SourceKind.DUMP)
    lines = tuple(Line(n, "字") for n in numbers)
    return Page(1, Header(), source, PageState.OPEN, Regime.WRAPPED, lines, filed, loose, joints)


def standing(*articles: tuple[int, ...], **roles: Role) -> Standing:
    follows = {pair for lines in articles for pair in zip((None, *lines), lines, strict=False)}
    given = {n: Role.BODY for lines in articles for n in lines} | {int(name[1:]): role for name, role in roles.items()}
    return Standing(frozenset(follows), given)


def judged(left: int | None, right: int, verdict: Verdict) -> Joint:
    return Joint(30 + right, Claim(left, right, 0.5, Certainty.UNSURE), verdict)


def test_nothing_is_decided_where_nobody_did_anything() -> None:
    assert not locks_of(page((1, 2), (3,)), ())


def test_a_split_and_a_merge() -> None:
    split = Step(standing((1, 2, 3)), standing((1, 2), (3,)))
    assert locks_of(page((1, 2), (3,)), [split]) == Locks(frozenset({(None, 3)}), frozenset({(2, 3)}))
    merged = Step(standing((1, 2), (3,)), standing((1, 2, 3)))
    assert locks_of(page((1, 2, 3)), [split, merged]) == Locks(frozenset({(2, 3)}))


def test_only_lines_that_changed_their_role_are_decided_about() -> None:
    step = Step(standing((1, 2)), standing((1, 2), n2=Role.CAPTION))
    captioned = Article(10, (Block(20, Role.BODY, (1,)), Block(21, Role.CAPTION, (2,))))
    changed = replace(page((1, 2)), articles=(captioned,))
    assert locks_of(changed, [step]).roles == {2: Role.CAPTION}
    assert locks_of(page((1, 2)), [step]).roles == {}, "it has another role now"


def test_verdicts_on_joints_are_decisions() -> None:
    accepted, refused = judged(1, 2, Verdict.ACCEPTED), judged(3, 4, Verdict.REJECTED)
    pending = judged(None, 5, Verdict.PENDING)
    locks = locks_of(page((1, 2), (3,), (4,), (5,), joints=(accepted, refused, pending)), ())
    assert locks == Locks(frozenset({(1, 2)}), frozenset({(3, 4)}))


def test_an_accepted_joint_that_was_parted_later_is_no_decision_any_more() -> None:
    step = Step(standing((1, 2)), standing((1,), (2,)))
    locks = locks_of(page((1,), (2,), joints=(judged(1, 2, Verdict.ACCEPTED),)), [step])
    assert locks == Locks(frozenset({(None, 2)}), frozenset({(1, 2)}))


def test_lines_that_wait_together_stay_together() -> None:
    waiting = Block(40, Role.BODY, (2, 3))
    joint = judged(2, 3, Verdict.ACCEPTED)
    assert locks_of(page((1,), loose=(waiting,), joints=(joint,)), ()).follows == {(2, 3)}
    furniture = Block(40, Role.FURNITURE, (2, 3))
    assert not locks_of(page((1,), loose=(furniture,), joints=(joint,)), ()).follows


def test_another_reading_takes_the_decisions_along() -> None:
    split = Step(standing((1, 2, 3), (7,)), standing((1, 2), (3,), (7,), n3=Role.NOTICE))
    old = replace(split.after, blocks={20: (1, 2), 21: (3,), 22: (7,)})
    # What were two lines was read as three, what was one as two.
    new = replace(standing((11, 12, 13), (14, 15), (16,)), blocks={20: (11, 12, 13), 21: (14, 15), 22: (16,)})
    read = Step(old, replace(new, roles=dict.fromkeys(range(11, 17), Role.NOTICE)), renumbered=True)
    taken = page((11, 12, 13), (14, 15), (16,))
    noticed = replace(taken, articles=tuple(_noticed(article) for article in taken.articles))
    assert locks_of(noticed, [read]) == Locks()
    kept = locks_of(noticed, [split, read])
    assert kept.follows == {(11, 12), (12, 13), (None, 14), (14, 15)}
    assert kept.parted == {(13, 14)}
    assert kept.roles == {14: Role.NOTICE, 15: Role.NOTICE}


def _noticed(article: Article) -> Article:
    return replace(article, blocks=tuple(replace(block, role=Role.NOTICE) for block in article.blocks))


def test_chains_of_decided_lines() -> None:
    locks = Locks(frozenset({(None, 1), (1, 4), (4, 2), (7, 8)}))
    assert locks.chains == ((1, 4, 2), (7, 8))
    assert locks.part(1, 3)
    assert locks.part(3, 1)
    assert not locks.part(1, 4)
    assert not locks.part(2, 7)
