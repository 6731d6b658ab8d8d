"""A page as the pair scores see it: its fragments, what they have in common, and the present guess at articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from models.domain.text import open_end
from models.segmenting import seam, terms
from models.segmenting.fragments import Fragment
from models.segmenting.roles import Kind

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(eq=False)
class Scene:
    """Fragments of one page in source order with the measures all pair features draw on, each counted once."""

    nodes: Sequence[Fragment]

    @cached_property
    def size(self) -> int:
        return len(self.nodes)

    @cached_property
    def texts(self) -> list[str]:
        return [node.text for node in self.nodes]

    def kind(self, kind: Kind) -> Flags:
        return np.array([node.kind is kind for node in self.nodes], dtype=bool)

    @cached_property
    def heading(self) -> Flags:
        return self.kind(Kind.HEADING)

    @cached_property
    def text(self) -> Flags:
        return self.kind(Kind.TEXT)

    @cached_property
    def byline(self) -> Flags:
        return self.kind(Kind.BYLINE)

    @cached_property
    def open_end(self) -> Flags:
        return np.array([node.kind is Kind.TEXT and open_end(node.text) for node in self.nodes], dtype=bool)

    @cached_property
    def step(self) -> Matrix:
        """(n, n): place of the right fragment minus place of the left."""
        place = np.arange(self.size)
        return (place[None, :] - place[:, None]).astype(float)

    @cached_property
    def alike(self) -> Matrix:
        """(n, n): TF-IDF cosine."""
        return np.asarray((self.rows @ self.rows.T).toarray())

    @cached_property
    def rows(self) -> sparse.csr_array:
        """(n, terms): unit TF-IDF."""
        return terms.vectors(self.texts)

    @cached_property
    def windows_alike(self) -> NDArray[np.float64]:
        """(n,): how alike the three texts from here on and the three before are, within one unbroken run; else 0."""
        rows = self.rows.toarray()
        result = np.zeros(self.size)
        for i in range(1, self.size):
            before = [k for k in range(i - 1, max(-1, i - 4), -1) if self.text[k : i + 1].all()]
            after = [k for k in range(i, min(self.size, i + 3)) if self.text[i : k + 1].all()]
            if before and after:
                a, b = rows[before].sum(axis=0), rows[after].sum(axis=0)
                result[i] = a @ b / max(1e-9, np.linalg.norm(a) * np.linalg.norm(b))
        return result

    @cached_property
    def shared(self) -> Matrix:
        return terms.shared([terms.marked_terms(text) for text in self.texts])

    @cached_property
    def contains(self) -> Matrix:
        """(n, n): share of a heading's rare pairs in each text; rows of other fragments are 0."""
        result = np.zeros((self.size, self.size))
        rows, columns = np.flatnonzero(self.heading), np.flatnonzero(self.text)
        if len(rows) and len(columns):
            result[np.ix_(rows, columns)] = terms.coverage([self.texts[r] for r in rows], [self.texts[c] for c in columns])
        return result

    @cached_property
    def spanning(self) -> Matrix:
        """(n, n): strength of the word across the seam, for open ends."""
        return self._seams(seam.spanning_word)

    @cached_property
    def affinity(self) -> Matrix:
        return self._seams(seam.affinity)

    @cached_property
    def whole_words(self) -> Matrix:
        return self._seams(seam.finished_words)

    @cached_property
    def said_elsewhere(self) -> Matrix:
        """(n, n): whether what meets at the seam stands elsewhere on the page too."""
        page = "\n".join(self.texts)
        return self._seams(lambda left, right: seam.said_elsewhere(left, right, page))

    @cached_property
    def cut_off(self) -> Flags:
        """Texts that stop in mid-sentence where no text follows in the source."""
        return np.asarray(self.open_end & ~np.append(self.text[1:], False), dtype=bool)

    @cached_property
    def completes(self) -> Matrix:
        """(n, n) in 0..1: how well the right text completes a left one that is cut off; 0 for all other left ones."""
        fit = np.maximum.reduce([self.spanning, 0.9 * self.said_elsewhere, np.maximum(0.0, self.affinity)])
        return np.asarray(fit * self.cut_off[:, None])

    def _seams(self, measure: Callable[[str, str], float]) -> Matrix:
        result = np.zeros((self.size, self.size))
        for i in np.flatnonzero(self.open_end):
            tail = self.texts[i][-4:]
            for j in np.flatnonzero(self.text):
                if i != j:
                    result[i, j] = measure(tail, self.texts[j][:4])
        return result


@dataclass(eq=False)
class Guess:
    """A guess at the articles of a scene: the number of the article each fragment stands in."""

    scene: Scene
    article: Sequence[int]

    @cached_property
    def member(self) -> Matrix:
        """(articles, n) of 0 and 1, text fragments only."""
        count = max(self.article, default=-1) + 1
        result = np.zeros((count, self.scene.size))
        result[np.asarray(self.article, dtype=int), np.arange(self.scene.size)] = self.scene.text
        return result

    @cached_property
    def of(self) -> NDArray[np.int64]:
        return np.asarray(self.article, dtype=np.int64)

    @cached_property
    def title_in_article(self) -> Matrix:
        """(n, n): share of a heading's rare pairs in the article that the right fragment stands in."""
        scene = self.scene
        result = np.zeros((scene.size, scene.size))
        rows = np.flatnonzero(scene.heading)
        if not len(rows):
            return result
        bodies = ["".join(scene.texts[i] for i in np.flatnonzero(m)) for m in self.member]
        covered = terms.coverage([scene.texts[r] for r in rows], bodies)
        result[rows] = covered[:, self.of]
        return result

    @cached_property
    def best_elsewhere(self) -> Matrix:
        """(n, n): the best share of a heading's rare pairs in any article but that of the right fragment."""
        inside, result = self.title_in_article, np.zeros((self.scene.size, self.scene.size))
        for i in np.flatnonzero(self.scene.heading):
            by_article = np.zeros(len(self.member))
            by_article[self.of] = inside[i]
            order = np.argsort(-by_article)
            second = by_article[order[1]] if len(order) > 1 else 0.0
            result[i] = np.where(self.of == order[0], second, by_article[order[0]])
        return result

    @cached_property
    def alike(self) -> Matrix:
        """(n, n): cosine of the text of the two articles the fragments stand in, each without the other fragment's own."""
        rows = terms.vectors(["".join(self.scene.texts[i] for i in np.flatnonzero(m)) for m in self.member])
        by_article = np.asarray((rows @ rows.T).toarray())
        return np.asarray(by_article[np.ix_(self.of, self.of)] * (self.of[:, None] != self.of[None, :]))

    @cached_property
    def first(self) -> Flags:
        """Whether a fragment is the first text of its article, as the source has it."""
        seen: set[int] = set()
        result = np.zeros(self.scene.size, dtype=bool)
        for i, number in enumerate(self.article):
            if self.scene.text[i] and number not in seen:
                result[i] = True
                seen.add(number)
        return result
