"""A guess at the articles of a page, and what it makes of how its fragments go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from models.segmenting import terms
from models.segmenting.scene import Flags, Matrix, Scene

_STRETCH = 300
"""Characters of an article up to a joint, or from it on, that are compared."""


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
        bodies = [[self.scene.texts[i] for i in np.flatnonzero(m)] for m in self.member]
        return self.scene.title_words(bodies)[:, self.of]

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
        return self._alike(terms.pairs_of)

    @cached_property
    def alike_characters(self) -> Matrix:
        """The same by single characters."""
        return self._alike(terms.characters_of)

    def _alike(self, terms_of: terms.TermsOf) -> Matrix:
        rows = terms.vectors(["".join(self.scene.texts[i] for i in np.flatnonzero(m)) for m in self.member], terms_of)
        by_article = np.asarray((rows @ rows.T).toarray())
        return np.asarray(by_article[np.ix_(self.of, self.of)] * (self.of[:, None] != self.of[None, :]))

    @cached_property
    def alike_at_seam(self) -> Matrix:
        """(n, n): cosine of the left's article up to it and the right's from it on, each in the order of the page.

        Of each side as many paragraphs as have 300 characters; 0 for a pair of one article that goes back in it.
        """
        return self._alike_at_seam(self.scene.rows)

    @cached_property
    def alike_characters_at_seam(self) -> Matrix:
        """The same by single characters."""
        return self._alike_at_seam(self.scene.character_rows)

    def _alike_at_seam(self, rows: sparse.csr_array) -> Matrix:
        up_to, onwards = self._stretches
        # What stands before a fragment in its own article is on both sides of the seam.
        back = (self.of[:, None] == self.of[None, :]) & (self.scene.step <= 0)
        alike = np.asarray((terms.unit_rows(up_to @ rows) @ terms.unit_rows(onwards @ rows).T).toarray())
        return np.where(back, 0.0, alike)

    @cached_property
    def title_from_here(self) -> Matrix:
        """(n, n): share of a heading's rare pairs in the right fragment's article from it on, some 300 characters."""
        _, onwards = self._stretches
        return self.scene.title_words([[self.scene.texts[i] for i in onwards[[j]].indices] for j in range(self.scene.size)])

    @cached_property
    def _stretches(self) -> tuple[sparse.csr_array, sparse.csr_array]:
        """(n, n) of 0 and 1: the texts of a fragment's article that end with it on the page, and those that begin with it."""
        n = self.scene.size
        up_to, onwards = np.zeros((n, n)), np.zeros((n, n))
        for number in np.unique(self.of):
            texts = np.flatnonzero((self.of == number) & self.scene.text)
            lengths = [len(self.scene.texts[i]) for i in texts]
            for at, i in enumerate(texts):
                up_to[i, texts[at - _reach(lengths[at::-1]) + 1 : at + 1]] = 1.0
                onwards[i, texts[at : at + _reach(lengths[at:])]] = 1.0
        return sparse.csr_array(up_to), sparse.csr_array(onwards)

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


def _reach(lengths: Sequence[int]) -> int:
    """How many texts of such lengths it takes to have a stretch, or all."""
    return 1 + int(np.searchsorted(np.cumsum(lengths)[:-1], _STRETCH))
