"""What an editor does about a claim that is wrong: an article begins there, or the line goes on from another one."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.article import Article
from models.domain.joint import Joint
from models.domain.label import Verdict
from models.domain.page import Page, follows
from models.editing.articles import MergeArticles, MoveLines, SplitArticle
from models.editing.edit import NewId
from models.editing.labels import JudgeJoint
from models.errors import EditRefused


@dataclass(frozen=True, slots=True)
class ReplaceJoint:
    """The claim `joint` is refused, and what the engine would have done instead is done.

    What begins at the claim's right line comes directly after the line `other`, or begins an article where that is None.
    """

    joint: int
    other: int | None = None

    def apply(self, page: Page, new_id: NewId) -> Page:
        joint = next((joint for joint in page.joints if joint.id == self.joint), None)
        if joint is None or (joint.claim.left, joint.claim.right) not in follows(page):
            raise EditRefused("joint_gone")
        page = JudgeJoint(self.joint, Verdict.REJECTED).apply(page, new_id)
        home = page.article_of_line(joint.claim.right)
        assert home is not None, "a joint that holds is in an article"
        if self.other is None:
            return SplitArticle(home.id, joint.claim.right).apply(page, new_id)
        target = page.article_of_line(self.other)
        if target is None:
            raise EditRefused("other_choice_gone")
        return _after(page, joint, home, target, self.other, new_id)


def _after(page: Page, joint: Joint, home: Article, target: Article, other: int, new_id: NewId) -> Page:
    right = joint.claim.right
    coming = _from(home, right)
    if other in coming:
        # The part goes behind a later one of its own article, which stays.
        coming = _part(page, coming)
        if other in coming:
            raise EditRefused("other_choice_gone")
    behind = _from(target, other)[1:]
    if coming == home.lines and not behind:
        return MergeArticles(target.id, home.id).apply(page, new_id)
    page = MoveLines(coming, target.id, behind[0] if behind else None).apply(page, new_id)
    if behind and target.id != home.id and _goes_on_from(page, behind[0], joint.claim.left):
        # Two texts were crossed: each goes on with the other's rest.
        page = MoveLines(behind, home.id).apply(page, new_id)
    return page


def _from(article: Article, line: int) -> tuple[int, ...]:
    return article.lines[article.lines.index(line) :]


def _part(page: Page, lines: tuple[int, ...]) -> tuple[int, ...]:
    """Of `lines`, those before the next place of which the engine claims anything."""
    claimed = {joint.claim.right for joint in page.joints}
    end = next((i for i, line in enumerate(lines) if i and line in claimed), len(lines))
    return lines[:end]


def _goes_on_from(page: Page, right: int, left: int | None) -> bool:
    """Whether the engine could have put `left`, a line, before `right`."""
    claims = (joint.claim for joint in page.joints if joint.claim.right == right)
    return left is not None and any(one.line == left for claim in claims for one in claim.others)
