"""What each line is, found for all lines of a page at once: a linear chain over features and steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from models.domain.locks import NO_LOCKS, Locks
from models.domain.role import Role
from models.segmenting import lexicon
from models.segmenting.kind import Kind as Kind
from models.segmenting.line_features import Layout, line_features
from models.segmenting.sure_kinds import sure_kinds
from models.segmenting.weights import Weights

KINDS = tuple(Kind)

_KIND_OF = {
    Role.SECTION_LABEL: Kind.LABEL,
    Role.KICKER: Kind.HEADING,
    Role.HEADLINE: Kind.HEADING,
    Role.SUBTITLE: Kind.HEADING,
    Role.CROSSHEAD: Kind.HEADING,
    Role.BYLINE: Kind.BYLINE,
    Role.LEAD: Kind.TEXT,
    Role.BODY: Kind.TEXT,
    Role.NOTICE: Kind.TEXT,
    Role.CAPTION: Kind.CAPTION,
    Role.SIGNATURE: Kind.SIGNATURE,
    Role.FURNITURE: Kind.FURNITURE,
    Role.DUPLICATE: Kind.FURNITURE,
}
"""What a line is of which an editor says the role."""
_BARRED = -1e6


def kinds(page: Layout, weights: Weights, locks: Locks = NO_LOCKS) -> tuple[Kind, ...]:
    """The likeliest kinds of all lines together, as far as `locks` leave it open."""
    scores = _scores([line_features(page, i) for i in range(len(page.lines))], weights)
    if locks:
        scores = scores + _barred(page, locks)
    steps = np.array([[weights.steps[a].get(b, 0.0) for b in KINDS] for a in KINDS])
    found = [KINDS[k] for k in best_chain(scores, steps)]
    if page.printed is None:
        sure = sure_kinds(page, found)
        return tuple(sure[i] if _free(line.number, sure[i], locks) else found[i] for i, line in enumerate(page.lines))
    signs = [_signs(page, i) and line.number not in locks.roles for i, line in enumerate(page.lines)]
    return tuple(Kind.BYLINE if kind is Kind.TEXT and signs[i] else kind for i, kind in enumerate(found))


def _free(number: int, kind: Kind, locks: Locks) -> bool:
    """Whether no editor says that the line is anything but of this kind."""
    return number not in locks.roles and not (kind is Kind.FURNITURE and number in locks.in_articles)


def _barred(page: Layout, locks: Locks) -> NDArray[np.float64]:
    """(lines, kinds): 0 for what a line can be, and much less for what an editor says that it is not."""
    result = np.zeros((len(page.lines), len(KINDS)))
    for i, line in enumerate(page.lines):
        role = locks.roles.get(line.number)
        if role is not None:
            result[i] = [0.0 if kind is _KIND_OF[role] else _BARRED for kind in KINDS]
        elif line.number in locks.in_articles:
            result[i, KINDS.index(Kind.FURNITURE)] = _BARRED
    return result


def _signs(page: Layout, i: int) -> bool:
    """Whether a line of a printed page is nothing but names in brackets, in the right of its column."""
    return page.printed is not None and page.printed.has("toward_right", i) and lexicon.names_in_brackets(page.lines[i].text)


def _scores(rows: Sequence[Mapping[str, float]], weights: Weights) -> NDArray[np.float64]:
    """(lines, kinds) of each line's features."""
    order = [list(weights.lines).index(kind) for kind in KINDS]
    return weights.line_scorer.scores(table(rows, weights.line_scorer.names))[:, order]


def table(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> sparse.csr_array:
    """(rows, names): the features of `rows` that are among `names`."""
    number = {name: i for i, name in enumerate(names)}
    found = [[(number[name], value) for name, value in row.items() if name in number] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    places, values = (np.array([pair[k] for row in found for pair in row]) for k in (0, 1))
    return sparse.csr_array((values.astype(float), places.astype(np.int64), ends), shape=(len(rows), len(number)))


def best_chain(scores: NDArray[np.float64], steps: NDArray[np.float64]) -> Sequence[int]:
    """Viterbi: `scores` is (lines, kinds), `steps` (kinds, kinds); the best sequence of kinds, one a line."""
    if not len(scores):
        return []
    total, back = scores[0], []
    for row in scores[1:]:
        paths = total[:, None] + steps
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    chain = [int(total.argmax())]
    for links in reversed(back):
        chain.append(int(links[chain[-1]]))
    return chain[::-1]
