"""Edits of fields and tags, and verdicts on what the engines suggested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.domain.article import Article, fingerprint
from models.domain.label import MANY, Field, Label, Origin, Suggested, Verdict
from models.domain.page import Page
from models.editing.edit import NewId, article_of, with_article
from models.errors import EditRefused


@dataclass(frozen=True, slots=True)
class SetField:
    """The one value of a single-valued field; an empty value clears the field."""

    article: int
    field: Field
    value: str

    def apply(self, page: Page, new_id: NewId) -> Page:
        article, field, value = article_of(page, self.article), Field(self.field), self.value.strip()
        if field in MANY:
            raise EditRefused("field_has_many")
        kept = [label for label in article.labels if label.field is not field or label.origin is Origin.ENGINE]
        if value:
            kept.append(Label(new_id(), field, value, Origin.EDITOR, Verdict.ACCEPTED))
        else:
            kept = [replace(label, verdict=Verdict.REJECTED) if label.field is field else label for label in kept]
        return with_article(page, replace(article, labels=tuple(kept)))


@dataclass(frozen=True, slots=True)
class AddTag:
    """One more value of a many-valued field; one that an engine suggested already is accepted."""

    article: int
    field: Field
    value: str

    def apply(self, page: Page, new_id: NewId) -> Page:
        article, field, value = article_of(page, self.article), Field(self.field), self.value.strip()
        if field not in MANY or not value:
            raise EditRefused("no_such_tag")
        known = next((label for label in article.labels if label.field is field and label.value == value), None)
        if known is not None:
            return JudgeLabel(self.article, known.id, Verdict.ACCEPTED).apply(page, new_id)
        added = Label(new_id(), field, value, Origin.EDITOR, Verdict.ACCEPTED)
        return with_article(page, replace(article, labels=(*article.labels, added)))


@dataclass(frozen=True, slots=True)
class JudgeLabel:
    """Accepts or rejects a suggestion; an editor's own label that is rejected goes."""

    article: int
    label: int
    verdict: Verdict

    def apply(self, page: Page, new_id: NewId) -> Page:  # noqa: ARG002
        article, verdict = article_of(page, self.article), Verdict(self.verdict)
        if all(label.id != self.label for label in article.labels):
            raise EditRefused("label_gone")

        def judged(label: Label) -> Label | None:
            if label.origin is Origin.EDITOR and verdict is Verdict.REJECTED:
                return None
            return replace(label, verdict=verdict)

        return with_article(page, _with_label(article, self.label, judged))


@dataclass(frozen=True, slots=True)
class RewordTag:
    """A many-valued field's value put differently: the old one is rejected, the new one is the editor's."""

    article: int
    label: int
    value: str

    def apply(self, page: Page, new_id: NewId) -> Page:
        old = next((label for label in article_of(page, self.article).labels if label.id == self.label), None)
        if old is None:
            raise EditRefused("label_gone")
        if old.value == self.value.strip():
            return page
        page = JudgeLabel(self.article, self.label, Verdict.REJECTED).apply(page, new_id)
        return AddTag(self.article, old.field, self.value).apply(page, new_id)


def _with_label(article: Article, label_id: int, change: Callable[[Label], Label | None]) -> Article:
    changed = (change(label) if label.id == label_id else label for label in article.labels)
    return replace(article, labels=tuple(label for label in changed if label is not None))


@dataclass(frozen=True, slots=True)
class JudgeJoint:
    """An editor's verdict on one claim of the segmenter."""

    joint: int
    verdict: Verdict

    def apply(self, page: Page, new_id: NewId) -> Page:  # noqa: ARG002
        if all(joint.id != self.joint for joint in page.joints):
            raise EditRefused("joint_gone")
        verdict = Verdict(self.verdict)
        judged = (replace(joint, verdict=verdict) if joint.id == self.joint else joint for joint in page.joints)
        return replace(page, joints=tuple(judged))


@dataclass(frozen=True, slots=True)
class Retag:
    """What the tagger says of an article as it was when `seen` was its fingerprint; nothing when it has changed since.

    Pending suggestions give way to the new ones; what an editor judged or said stays.
    """

    article: int
    seen: str
    suggestions: tuple[Suggested, ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        article = page.article(self.article)
        if article is None or fingerprint(article) != self.seen:
            return page
        kept = [label for label in article.labels if label.origin is Origin.EDITOR or label.verdict is not Verdict.PENDING]
        said = {(label.field, label.value) for label in kept}
        fresh = [filed(s, new_id) for s in self.suggestions if (s.field, s.value) not in said]
        return with_article(page, replace(article, labels=(*kept, *fresh), tagged=self.seen))


def filed(suggested: Suggested, new_id: NewId) -> Label:
    """A suggestion as a pending label with an identity."""
    return Label(
        new_id(), suggested.field, suggested.value, Origin.ENGINE, confidence=suggested.confidence, reasons=suggested.reasons
    )
