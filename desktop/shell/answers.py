"""The editor's no to a doubtful joint: an article begins there, or one of the other choices is made; on to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.bridge import ArchiveBridge
from desktop.shell import commands
from desktop.shell.editor import Editor
from desktop.shell.review import ReviewLoop
from models.domain.joint import Joint
from models.domain.label import Verdict
from models.domain.page import Page
from models.editing.edit import Edit
from models.editing.joints import ReplaceJoint
from models.errors import EditRefused

CHOICES = 3
"""Other choices that have a key."""


class JointAnswers(QObject):
    """Makes the edits; what is doubtful and comes next, the review loop knows."""

    def __init__(
        self, bridge: ArchiveBridge, editor: Editor, review: ReviewLoop, in_question: Callable[[], Joint | None]
    ) -> None:
        """`in_question` says which joint is in view with its reasons."""
        super().__init__(editor)
        self._bridge, self._editor, self._review = bridge, editor, review
        self._in_question = in_question

    def refuse(self) -> None:
        """The doubtful joint in view does not hold, or the link to another page."""
        page = self._editor.page
        doubt = commands.current_doubt(page, self._editor.chosen) if page else None
        if page and doubt and not isinstance(doubt, Joint):
            self._do(page, commands.judge(doubt, Verdict.REJECTED))
        else:
            self._answer(refusal)

    def choose(self, place: int) -> None:
        """The engine's other choice number `place`, from 0, is made."""
        self._answer(lambda joint: choice(joint, place))

    def _answer(self, answer: Callable[[Joint], Edit]) -> None:
        page, joint = self._editor.page, self._in_question()
        try:
            if page is None or joint is None:
                raise EditRefused("no_joint_in_question")
            self._do(page, answer(joint))
        except EditRefused as error:
            self._bridge.refused.emit(error)

    def _do(self, page: Page, edit: Edit) -> None:
        """On to the next doubt of the page; after the last one what was done stays in view."""
        if self._bridge.perform(edit, page.id, self):
            self._review.next_doubt_here()


def refusal(joint: Joint) -> ReplaceJoint:
    """An article begins there; where one does already, the best other choice is made."""
    others = [other.line for other in joint.claim.others if other.line is not None]
    if joint.claim.left is not None:
        return ReplaceJoint(joint.id, None)
    if not others:
        raise EditRefused("no_other_choice")
    return ReplaceJoint(joint.id, others[0])


def choice(joint: Joint, place: int) -> ReplaceJoint:
    if place >= len(joint.claim.others):
        raise EditRefused("no_other_choice")
    return ReplaceJoint(joint.id, joint.claim.others[place].line)
