"""Edits that move the boundaries of articles: split, merge, move, reorder, new, dissolve."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.domain.article import Article
from models.domain.label import MANY, Field, Label, Verdict
from models.domain.page import Page
from models.editing.edit import NewId, article_of, carve, inserted, lift, placed, position_of, unsettled, with_article
from models.errors import EditRefused


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """Everything from `line` on becomes an article of its own, directly after."""

    article: int
    line: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        lines = article_of(page, self.article).lines
        if self.line not in lines:
            raise EditRefused("line_elsewhere")
        if self.line == lines[0]:
            raise EditRefused("split_at_start")
        tail = lines[lines.index(self.line) :]
        rest, taken = lift(page, frozenset(tail), new_id)
        return inserted(rest, Article(new_id(), taken), position_of(rest, self.article) + 1)


@dataclass(frozen=True, slots=True)
class MergeArticles:
    """`other` is appended to `article` and is no more; what an editor said of either holds."""

    article: int
    other: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        if self.article == self.other:
            raise EditRefused("merge_with_itself")
        first, other = article_of(page, self.article), article_of(page, self.other)
        merged = replace(first, blocks=first.blocks + other.blocks, labels=merged_labels(first, other))
        page = with_article(page, merged)
        photos = tuple(replace(p, article=first.id) if p.article == other.id else p for p in page.photos)
        return replace(page, articles=tuple(a for a in page.articles if a.id != other.id), photos=photos)


def merged_labels(first: Article, other: Article) -> tuple[Label, ...]:
    """The first one's labels, and the other's where the first has nothing that an editor stands by."""
    stood_by = {_key(label) for label in first.labels if _stood_by(label)}
    settled = {field for field, _ in stood_by if field not in MANY}
    moved = [
        label
        for label in other.labels
        if _key(label) not in stood_by and label.field not in settled and (label.field in MANY or _stood_by(label))
    ]
    brought = {_key(label) for label in moved if _stood_by(label)}
    kept = [label for label in first.labels if _key(label) not in brought]
    said = {_key(label) for label in kept}
    return (*kept, *(label for label in moved if _key(label) not in said))


def _key(label: Label) -> tuple[Field, str]:
    return label.field, label.value


def _stood_by(label: Label) -> bool:
    return label.verdict is Verdict.ACCEPTED


@dataclass(frozen=True, slots=True)
class MoveLines:
    """`lines` go to `article`, before its line `before`, or to its end when that is None."""

    lines: tuple[int, ...]
    article: int
    before: int | None = None

    def apply(self, page: Page, new_id: NewId) -> Page:
        chosen = frozenset(self.lines)
        if self.before is not None and self.before in chosen:
            raise EditRefused("move_onto_itself")
        rest, taken = lift(page, chosen, new_id)
        target = article_of(rest, self.article)
        if self.before is not None:
            if self.before not in target.lines:
                raise EditRefused("line_elsewhere")
            rest = carve(rest, _from(target, self.before), new_id)
            target = article_of(rest, self.article)
        taken = tuple(unsettled(block) for block in taken)
        return with_article(rest, replace(target, blocks=placed(target.blocks, taken, self.before)))


def _from(article: Article, line: int) -> frozenset[int]:
    lines = article.lines
    return frozenset(lines[lines.index(line) :])


@dataclass(frozen=True, slots=True)
class NewArticle:
    """`lines` become an article of their own, after the one the first of them was in."""

    lines: tuple[int, ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        home = next((page.article_of_line(number) for number in self.lines), None)
        position = len(page.articles) if home is None else position_of(page, home.id) + 1
        rest, taken = lift(page, frozenset(self.lines), new_id)
        taken = tuple(unsettled(block) for block in taken)
        return inserted(rest, Article(new_id(), taken), position)


@dataclass(frozen=True, slots=True)
class DissolveArticle:
    """The article is no more; its blocks wait to be given to others."""

    article: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        gone = article_of(page, self.article)
        rest = tuple(article for article in page.articles if article.id != self.article)
        return replace(page, articles=rest, loose=page.loose + gone.blocks)


@dataclass(frozen=True, slots=True)
class ReorderArticle:
    """The article takes the 0-based place `position` in the page's reading order."""

    article: int
    position: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        moved = article_of(page, self.article)
        rest = replace(page, articles=tuple(article for article in page.articles if article.id != self.article))
        return inserted(rest, moved, max(0, min(self.position, len(rest.articles))))
