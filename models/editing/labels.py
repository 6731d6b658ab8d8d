"""Edits of fields and tags, and verdicts on what the engines suggested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        if any(label.field is field and label.origin is Origin.EDITOR and label.value == value for label in article.labels):
            return page
        if not value:
            return with_article(page, replace(article, labels=tuple(_cleared(article, field))))
        suggested = next((label for label in article.labels if label.field is field and label.value == value), None)
        chosen = suggested or Label(new_id(), field, value, Origin.EDITOR, Verdict.ACCEPTED)
        return with_article(page, replace(article, labels=_chosen(article, chosen)))


def _cleared(article: Article, field: Field) -> Iterator[Label]:
    """All labels, those of `field` rejected; an editor's own goes."""
    for label in article.labels:
        if label.field is not field:
            yield label
        elif label.origin is Origin.ENGINE:
            yield replace(label, verdict=Verdict.REJECTED)


def _chosen(article: Article, chosen: Label) -> tuple[Label, ...]:
    """All labels, `chosen` the only one of its single-valued field that an editor stands by."""

    def judged(label: Label) -> Label | None:
        if label.field is not chosen.field:
            return label
        if label.id == chosen.id:
            return replace(label, verdict=Verdict.ACCEPTED)
        if label.origin is Origin.EDITOR:
            return None
        return replace(label, verdict=Verdict.PENDING) if label.verdict is Verdict.ACCEPTED else label

    kept = [label for label in map(judged, article.labels) if label is not None]
    return tuple(kept) if any(label.id == chosen.id for label in kept) else (*kept, chosen)


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

    def apply(self, page: Page, new_id: NewId) -> Page:
        article, verdict = article_of(page, self.article), Verdict(self.verdict)
        label = next((label for label in article.labels if label.id == self.label), None)
        if label is None:
            raise EditRefused("label_gone")
        if label.origin is Origin.EDITOR:
            kept = article.labels if verdict is not Verdict.REJECTED else tuple(x for x in article.labels if x.id != label.id)
        elif verdict is Verdict.ACCEPTED and label.field not in MANY:
            kept = _chosen(article, label)
        else:
            kept = tuple(replace(x, verdict=verdict) if x.id == label.id else x for x in article.labels)
        return with_article(page, replace(article, labels=kept))


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


@dataclass(frozen=True, slots=True)
class JudgeJoint:
    """An editor's verdict on one claim of the segmenter."""

    joint: int
    verdict: Verdict

    def apply(self, page: Page, new_id: NewId) -> Page:
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
        if article is None or fingerprint(article, page.corrected()) != self.seen:
            return page
        kept = tuple(label for label in article.labels if not _waits(label))
        waiting = {(label.field, label.value): label for label in article.labels if _waits(label)}
        said = {(label.field, label.value) for label in kept}
        news = [(key, suggested) for key, suggested in distinct(self.suggestions).items() if key not in said]
        fresh = tuple(_refiled(waiting.get(key), suggested, new_id) for key, suggested in news)
        return with_article(page, replace(article, labels=(*kept, *fresh), tagged=self.seen))


def _waits(label: Label) -> bool:
    return label.origin is Origin.ENGINE and label.verdict is Verdict.PENDING


def _refiled(old: Label | None, suggested: Suggested, new_id: NewId) -> Label:
    """A suggestion made again keeps its identity, so that whoever is looking at it still finds it."""
    if old is None:
        return filed(suggested, new_id)
    return replace(old, confidence=suggested.confidence, reasons=suggested.reasons)


def distinct(suggestions: Iterable[Suggested]) -> dict[tuple[Field, str], Suggested]:
    """What is suggested, by what it says; the first where two say the same."""
    said: dict[tuple[Field, str], Suggested] = {}
    for suggested in suggestions:
        said.setdefault((suggested.field, suggested.value), suggested)
    return said


def filed(suggested: Suggested, new_id: NewId) -> Label:
    """A suggestion as a pending label with an identity."""
    return Label(
        new_id(), suggested.field, suggested.value, Origin.ENGINE, confidence=suggested.confidence, reasons=suggested.reasons
    )
