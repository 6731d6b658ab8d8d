"""How alike texts are: weighted pairs of characters, numbers and quoted names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from models.segmenting import lexicon
from models.segmenting.weights import counts

Matrix = NDArray[np.float64]
TermsOf = Callable[[str], list[str]]
LEAD_LENGTH = 40
"""Characters of a paragraph that tell whether it is an article's first."""
_RUN = re.compile(r"[㐀-鿿]+|[A-Za-z]{2,}|\d+(?:\.\d+)?")


def pairs_of(text: str) -> list[str]:
    """Pairs of neighbouring Chinese characters; Latin words and numbers whole."""
    found: list[str] = []
    for run in _RUN.findall(text):
        if run[0] >= "㐀":
            found.extend(run[i : i + 2] for i in range(len(run) - 1))
        else:
            found.append(run)
    return found


@lru_cache(maxsize=65536)
def rarity(term: str) -> float:
    """log of documents over those with `term`; three or more characters are as rare as their rarest pair, and a bit."""
    known = counts()
    if len(term) == 1:
        # Articles with a character are not counted: spread by chance, so many would have it.
        return -math.log1p(-math.exp(-known.single.get(term, 1) / known.documents))
    if len(term) > 2 and term[0] >= "㐀":
        return 0.5 + max(rarity(term[i : i + 2]) for i in range(len(term) - 1))
    return math.log((known.documents + 1) / (known.pairs.get(term, 0) + 0.5))


def characters_of(text: str) -> list[str]:
    """Chinese characters one by one: texts of one subject share them where they share no pair."""
    return [char for char in text if "㐀" <= char <= "鿿"]


def vectors(texts: Sequence[str], terms_of: TermsOf = pairs_of) -> sparse.csr_array:
    """Unit TF-IDF rows, one a text."""
    columns: dict[str, int] = {}
    rows: list[int] = []
    cols: list[int] = []
    values: list[float] = []
    for row, text in enumerate(texts):
        for term, weight in _weighted(text, terms_of):
            rows.append(row)
            cols.append(columns.setdefault(term, len(columns)))
            values.append(weight)
    matrix = sparse.csr_array((values, (rows, cols)), shape=(len(texts), max(1, len(columns))))
    return unit_rows(matrix)


@lru_cache(maxsize=1024)
def _weighted(text: str, terms_of: TermsOf) -> tuple[tuple[str, float], ...]:
    """Each pair of `text` with its weight; most articles stay as they are from one guess to the next."""
    return tuple((term, (1 + math.log(count)) * rarity(term)) for term, count in Counter(terms_of(text)).items())


def unit_rows(matrix: sparse.csr_array) -> sparse.csr_array:
    """`matrix` with every row scaled to length 1; empty rows stay empty."""
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
    return sparse.csr_array(sparse.diags_array(scale) @ matrix)


def lead(text: str) -> float:
    """-1..1: whether `text` begins in the words of first paragraphs (1) or of later ones (-1), a dateline left aside."""
    dateline = lexicon.DATELINE.match(text)
    begin = text[dateline.end() if dateline else 0 :][:LEAD_LENGTH]
    known = counts()
    odds = sum(known.lead.get(pair, 0.0) for pair in dict.fromkeys(pairs_of(begin))) + known.lead_first.get(begin[:1], 0.0)
    return math.tanh(odds / 4.0)


def coverage(titles: Sequence[str], texts: Sequence[str]) -> Matrix:
    """(titles, texts): rarity-weighted share of each title's 2- and 3-grams that occur in each text."""
    grams = [title_grams(title) for title in titles]
    result = np.zeros((len(titles), len(texts)))
    for row, terms in enumerate(grams):
        whole = sum(terms.values())
        if whole:
            for column, text in enumerate(texts):
                result[row, column] = sum(weight for term, weight in terms.items() if term in text) / whole
    return result


def title_grams(title: str) -> dict[str, float]:
    """The 2- and 3-grams of `title` with their rarity; numbers and Latin words whole."""
    terms = dict.fromkeys(pairs_of(title))
    for run in re.findall(r"[㐀-鿿]{3,}", title):
        terms.update(dict.fromkeys(run[i : i + 3] for i in range(len(run) - 2)))
    return {term: rarity(term) for term in terms}


def marked_terms(text: str) -> frozenset[str]:
    """Numbers of two or more digits and quoted names: what two parts of one story share and others do not."""
    numbers = (n for n in lexicon.NUMBER.findall(text) if len(n) > 1)
    return frozenset((*numbers, *lexicon.QUOTED.findall(text)))


def shared(terms: Sequence[Iterable[str]]) -> Matrix:
    """(n, n): rarity on the page of the marked terms that two texts share, squashed to 0..1."""
    sets = [frozenset(t) for t in terms]
    spread = Counter(term for s in sets for term in s)
    result = np.zeros((len(sets), len(sets)))
    # Always in one order, since sums of fractions differ with it.
    for term, places in sorted(spread.items()):
        if 1 < places <= 6:
            where = [i for i, s in enumerate(sets) if term in s]
            result[np.ix_(where, where)] += 1.0 / (places - 1)
    np.fill_diagonal(result, 0.0)
    return np.asarray(np.tanh(result))
