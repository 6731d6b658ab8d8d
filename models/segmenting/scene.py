"""A page as the pair scores see it: its fragments, what they have in common, and the present guess at articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from models.domain.text import open_end, open_start
from models.segmenting import answers, lexicon, openings, seam, terms
from models.segmenting.fragments import Fragment
from models.segmenting.line_features import goes_on
from models.segmenting.placed import Placed
from models.segmenting.roles import Kind
from models.segmenting.ruled_out import ruled_out

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]
_SHORT = 12
"""Characters; an open end of a text as short as this is often none."""
_WINDOW = 200
"""Characters on each side of a boundary that are compared."""


@dataclass(eq=False)
class Scene:
    """Fragments of one page, as they are laid out, with the measures all pair features draw on, each counted once."""

    nodes: Sequence[Fragment]
    answer_weights: Mapping[str, float] = field(default_factory=dict)
    placed: Placed | None = None
    """Where they stand on the printed page; None for a dump."""
    kept: dict[str, Matrix] = field(default_factory=dict)
    """Features that no guess changes, by name, once they are counted."""

    @cached_property
    def size(self) -> int:
        return len(self.nodes)

    @cached_property
    def texts(self) -> list[str]:
        return [node.text for node in self.nodes]

    def kind(self, kind: Kind) -> Flags:
        return np.array([node.kind is kind for node in self.nodes], dtype=bool)

    @cached_property
    def ruled_out(self) -> Flags:
        """(n, n): joints that no page has."""
        return ruled_out(self.nodes)

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
        """Texts that stop in mid-sentence; names and dates at a text's end are no such end."""
        return np.array([node.kind is Kind.TEXT and _stops_open(node) for node in self.nodes], dtype=bool)

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
    def alike_characters(self) -> Matrix:
        """(n, n): TF-IDF cosine of single characters."""
        return np.asarray((self.character_rows @ self.character_rows.T).toarray())

    @cached_property
    def character_rows(self) -> sparse.csr_array:
        """(n, characters): unit TF-IDF."""
        return terms.vectors(self.texts, terms.characters_of)

    @cached_property
    def run(self) -> NDArray[np.int64]:
        """(n,): the number of the unbroken run of texts a fragment stands in; what is no text is a run of its own."""
        breaks = ~(self.text & np.concatenate([[False], self.text[:-1]])) if self.size else self.text
        return np.cumsum(breaks)

    @cached_property
    def first_of_run(self) -> Flags:
        return np.asarray(np.diff(self.run, prepend=-1) != 0, dtype=bool)

    @cached_property
    def last_of_run(self) -> Flags:
        return np.asarray(np.diff(self.run, append=self.size + 2) != 0, dtype=bool)

    @cached_property
    def round_the_run(self) -> Matrix:
        """(n, n): 1 where the left is the last text of an unbroken run and the right its first."""
        same = (self.run[:, None] == self.run[None, :]) & (self.last_of_run & self.text)[:, None] & self.first_of_run[None, :]
        return np.asarray(same & ~np.eye(self.size, dtype=bool), dtype=float)

    @cached_property
    def windows_alike(self) -> NDArray[np.float64]:
        """(n,): how alike some 200 characters from here on and before are, within one unbroken run; else 0."""
        return self._windows_alike(self.rows)

    @cached_property
    def windows_alike_characters(self) -> NDArray[np.float64]:
        """The same by single characters."""
        return self._windows_alike(self.character_rows)

    def _windows_alike(self, terms_of_each: sparse.csr_array, length: int = _WINDOW) -> NDArray[np.float64]:
        rows, result = terms_of_each.toarray(), np.zeros(self.size)
        for i in np.flatnonzero(~self.first_of_run).tolist():
            a, b = rows[self._window(i - 1, -1, length)].sum(axis=0), rows[self._window(i, 1, length)].sum(axis=0)
            result[i] = a @ b / max(1e-9, np.linalg.norm(a) * np.linalg.norm(b))
        return result

    @cached_property
    def alike_across(self) -> NDArray[np.float64]:
        """(n,): how alike by single characters some 400 characters before and after a heading are; 0 without either."""
        rows, result = self.character_rows.toarray(), np.zeros(self.size)
        for i in np.flatnonzero(self.heading).tolist():
            if 0 < i < self.size - 1 and self.text[i - 1] and self.text[i + 1]:
                a, b = (rows[self._window(at, step, 2 * _WINDOW)].sum(axis=0) for at, step in ((i - 1, -1), (i + 1, 1)))
                result[i] = a @ b / max(1e-9, np.linalg.norm(a) * np.linalg.norm(b))
        return result

    def _window(self, begin: int, step: int, least: int) -> list[int]:
        """Texts of one run from `begin` on in the direction of `step`, at least two where there are and some 200 characters."""
        found: list[int] = []
        length, i = 0, begin
        while 0 <= i < self.size and self.run[i] == self.run[begin] and (length < least or len(found) < 2):
            found.append(i)
            length += len(self.texts[i])
            i += step
        return found

    @cached_property
    def shared(self) -> Matrix:
        return terms.shared([terms.marked_terms(text) for text in self.texts])

    def title_words(self, bodies: Sequence[Sequence[str]]) -> Matrix:
        """(n, bodies): share of a heading's rare pairs in each body of several paragraphs; rows of other fragments are 0."""
        result = np.zeros((self.size, len(bodies)))
        rows = np.flatnonzero(self.heading)
        result[rows] = terms.coverage_by([self.texts[row] for row in rows], bodies)
        return result

    @cached_property
    def contains(self) -> Matrix:
        """(n, n): share of a heading's rare pairs in each text; rows and columns of other fragments are 0."""
        return self.title_words([[text] if is_text else [] for text, is_text in zip(self.texts, self.text, strict=True)])

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
        page = seam.runs_of("\n".join(self.texts))
        return self._seams(lambda left, right: seam.said_elsewhere(left, right, page))

    @cached_property
    def cut_off(self) -> Flags:
        """Texts that stop in mid-sentence where no text follows in the source."""
        return np.asarray(self.open_end & ~np.append(self.text[1:], False), dtype=bool)

    @cached_property
    def completes(self) -> Matrix:
        """(n, n) in 0..1: how surely the right text goes on with the sentence that the left one leaves off."""
        return answers.answered(self.questions, self.answer_weights)

    @cached_property
    def questions(self) -> answers.Questions:
        """What tells which text goes on with which open end."""
        one, first = np.ones(self.size), self.first_of_run.astype(float)
        after_open = np.concatenate([[False], self.open_end])[: self.size]
        short = np.array([float(len(text) < _SHORT) for text in self.texts])
        no_answer = dict(zip(answers.NO_ANSWER, (one, 1.0 - self.last_of_run, short), strict=True))
        marks = (one, (1.0 - first) * ~after_open, first, self.begins["lead_like"])
        no_question = dict(zip(answers.NO_QUESTION, marks, strict=True))
        return answers.Questions(self.open_end, self.text, self._measures, no_answer, no_question)

    @cached_property
    def begins(self) -> Mapping[str, Matrix]:
        """(n,) measures of how a text begins."""
        tests: dict[str, Callable[[str], float]] = {
            "sentence_start": lambda text: -openings.inside(text), "lead_like": openings.lead,
            "begins_inside": lambda text: max(0.0, openings.inside(text)),
            "dateline": lambda text: float(bool(lexicon.DATELINE.match(text))),
            "open_start": lambda text: float(open_start(text)),
        }  # fmt: skip
        return {name: np.array([test(text) for text in self.texts], dtype=float) for name, test in tests.items()}

    @cached_property
    def _measures(self) -> Mapping[str, Matrix]:
        """(n, n) measures of a pair of texts."""
        texts, step = self.texts, self.step
        owed = np.array([text.count("“") > text.count("”") for text in texts], dtype=float)
        closes = np.array([0 <= text.find("”") < (text.find("“") % (len(text) + 1)) for text in texts], dtype=float)
        column = np.array([node.column for node in self.nodes])
        loose = (self._loose * self.begins[name] for name in ("begins_inside", "sentence_start", "lead_like"))
        tables = (
            self._seams(seam.word_gain), self.spanning, self.affinity, self.whole_words, self.said_elsewhere,
            self._seams(answers.number_goes_on), self._seams(answers.numeral_alone),
            *(np.repeat(row[None, :], self.size, axis=0) for row in self.begins.values()),
            self.alike, self.shared, owed[:, None] * closes[None, :], (1 - owed)[:, None] * closes[None, :],
            (np.abs(column[:, None] - column[None, :]) > 1.5).astype(float),
            (step == 1).astype(float), (step < 0).astype(float), np.log1p(np.maximum(0.0, np.abs(step) - 1.0)),
            self.round_the_run, self._loose,
            *loose,
        )  # fmt: skip
        return dict(zip(answers.MEASURES, tables, strict=True))

    @cached_property
    def _loose(self) -> Matrix:
        """(n, n): 1 where the left breaks off and no open end stands before the right: neither has a partner in place."""
        after_open = np.concatenate([[False], self.open_end])[: self.size]
        return np.asarray(self.cut_off[:, None] & (self.text & ~after_open)[None, :], dtype=float)

    def _seams(self, measure: Callable[[str, str], float]) -> Matrix:
        result = np.zeros((self.size, self.size))
        for i in np.flatnonzero(self.open_end):
            tail = self.texts[i][-4:]
            for j in np.flatnonzero(self.text):
                if i != j:
                    result[i, j] = measure(tail, self.texts[j][:4])
        return result


def _stops_open(node: Fragment) -> bool:
    text = node.text
    credit = lexicon.CREDIT.search(text) or lexicon.CREDIT_END.search(text)
    return open_end(text) and goes_on(text) and not credit and not node.signature
