"""How alike texts are: weighted pairs of characters, numbers and quoted names."""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from models.segmenting import lexicon
from models.segmenting.weights import counts

Matrix = NDArray[np.float64]
TermsOf = Callable[[str], list[str]]
_NO_NUMBERS = np.zeros(0, dtype=np.int64)
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
    rows = [_weighted(text, terms_of) for text in texts]
    numbers = np.concatenate([_NO_NUMBERS, *(numbers for numbers, _weights in rows)])
    weights = np.concatenate([np.zeros(0), *(weights for _numbers, weights in rows)])
    known, columns = np.unique(numbers, return_inverse=True)
    ends = np.cumsum([0, *(len(numbers) for numbers, _weights in rows)])
    return unit_rows(sparse.csr_array((weights, columns, ends), shape=(len(texts), max(1, len(known)))))


@lru_cache(maxsize=1024)
def _weighted(text: str, terms_of: TermsOf) -> tuple[NDArray[np.int64], Matrix]:
    """The number of each term of `text` and its weight; most articles stay as they are from one guess to the next."""
    counted = Counter(terms_of(text))
    weights = [(1 + math.log(count)) * rarity(term) for term, count in counted.items()]
    return np.array([_number(term) for term in counted], dtype=np.int64), np.array(weights)


@lru_cache(maxsize=65536)
def _number(term: str) -> int:
    """Another for every term: of one or two characters by what they are, of longer ones by a sum that hardly ever meets."""
    if len(term) < 3:
        return sum(ord(char) << (21 * place) for place, char in enumerate(term))
    return -1 - zlib.crc32(term.encode("utf-8"))


def unit_rows(matrix: sparse.csr_array) -> sparse.csr_array:
    """`matrix` with every row scaled to length 1; empty rows stay empty."""
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
    return sparse.csr_array(sparse.diags_array(scale) @ matrix)


def coverage(titles: Sequence[str], texts: Sequence[str]) -> Matrix:
    """(titles, texts): rarity-weighted share of each title's 2- and 3-grams that occur in each text."""
    return coverage_by(titles, [[text] for text in texts])


def coverage_by(titles: Sequence[str], bodies: Sequence[Sequence[str]]) -> Matrix:
    """(titles, bodies): the same for bodies of several paragraphs, which a word may be cut in two by.

    Numbers and Latin words count where the body has them whole.
    """
    grams = [title_grams(title) for title in titles]
    held = [frozenset().union(*map(_held, (*paragraphs, *_seams(paragraphs)))) for paragraphs in bodies]
    result = np.zeros((len(titles), len(bodies)))
    for row, terms in enumerate(grams):
        whole = sum(terms.values())
        if whole:
            for column in range(len(bodies)):
                result[row, column] = sum(weight for term, weight in terms.items() if term in held[column]) / whole
    return result


def _seams(paragraphs: Sequence[str]) -> Iterator[str]:
    """What meets where one paragraph ends and the next begins."""
    return (left[-2:] + right[:2] for left, right in pairwise(paragraphs))


@lru_cache(maxsize=512)
def _held(text: str) -> frozenset[str]:
    """All that title_grams could find in `text`."""
    return frozenset((*(text[i : i + n] for n in (2, 3) for i in range(len(text) - n + 1)), *_RUN.findall(text)))


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
