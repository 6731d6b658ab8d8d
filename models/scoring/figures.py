"""The figures that tell how far a proposal is from the truth, the unit a line, weighted by its characters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from models.scoring.answer import COARSE, Answer, Told


@dataclass(frozen=True, slots=True)
class Figures:
    """All shares in 0..1.  `repairs` counts the cuts, joins, moves, titles and roles an editor has to put right."""

    articles: int
    predicted: int
    exact_hits: int
    exact_f1: float
    bcubed_f1: float
    """B-cubed over characters (Bagga and Baldwin 1998), every line outside the articles alone."""
    order_f1: float
    title: float
    role: float
    furniture_f1: float
    repairs: int
    repairs_per_article: float


@dataclass(frozen=True)
class _Side:
    """An answer told over the lines that count, each line where it stands first."""

    articles: list[tuple[frozenset[int], str | None]]
    roles: dict[int, str]
    cluster: dict[int, Hashable]
    follows: set[tuple[int, int]]
    waste: set[int]


def figures(truth: Answer, proposed: Answer, weights: Mapping[int, int], coarse: bool = False) -> Figures:
    """Measure `proposed` by `truth`; `weights` holds the characters of every line that is not blank."""
    counted = {number: weight for number, weight in weights.items() if number not in truth.free}
    mine, yours = _side(truth, counted, coarse), _side(proposed, counted, coarse)
    true_sets, said_sets = ({lines for lines, _ in side.articles if lines} for side in (mine, yours))
    hits = len(true_sets & said_sets)
    titles = sum(_title_found(lines, title, yours, counted) for lines, title in mine.articles)
    repairs = _wrong_joints(mine, yours) + len(mine.articles) - titles + _wrong_roles(truth, yours, counted, coarse)
    return Figures(
        articles=len(true_sets),
        predicted=len(said_sets),
        exact_hits=hits,
        exact_f1=_f1(hits, len(said_sets), len(true_sets)),
        bcubed_f1=_bcubed(mine, yours, counted),
        order_f1=_f1(len(mine.follows & yours.follows), len(yours.follows), len(mine.follows)),
        title=_share(titles, len(mine.articles)),
        role=_share(
            sum(counted[n] for n, role in mine.roles.items() if yours.roles.get(n) == role), sum(counted[n] for n in mine.roles)
        ),
        furniture_f1=_furniture(mine, yours, counted),
        repairs=repairs,
        repairs_per_article=round(repairs / max(1, len(true_sets)), 3),
    )


def _side(given: Answer, counted: Mapping[int, int], coarse: bool) -> _Side:
    side = _Side([], {}, {n: ("alone", n) for n in counted}, set(), set())
    for number, article in enumerate(given.articles):
        lines: list[int] = []
        for role, n in _placed(article, counted, coarse):
            if n not in side.roles:
                side.roles[n], side.cluster[n] = role, ("article", number)
                lines.append(n)
        side.articles.append((frozenset(lines), article.title))
        side.follows.update(pairwise(lines))
    side.waste.update(n for n in given.waste if n in counted and n not in side.roles)
    return side


def _placed(article: Told, counted: Mapping[int, int], coarse: bool) -> list[tuple[str, int]]:
    return [(_named(role, coarse), n) for role, lines in article.segments for n in lines if n in counted]


def _named(role: str, coarse: bool) -> str:
    return COARSE.get(role, role) if coarse else role


def _bcubed(mine: _Side, yours: _Side, weights: Mapping[int, int]) -> float:
    both: Counter[tuple[Hashable, Hashable]] = Counter()
    true: Counter[Hashable] = Counter()
    said: Counter[Hashable] = Counter()
    for n, weight in weights.items():
        both[mine.cluster[n], yours.cluster[n]] += weight
        true[mine.cluster[n]] += weight
        said[yours.cluster[n]] += weight
    total = sum(weights.values())
    if not total:
        return 0.0
    precision = sum(w * w / said[s] for (_, s), w in both.items()) / total
    recall = sum(w * w / true[t] for (t, _), w in both.items()) / total
    return round(_harmonic(precision, recall), 4)


def _title_found(lines: frozenset[int], title: str | None, yours: _Side, weights: Mapping[int, int]) -> bool:
    """Whether the proposed article that shares most with `lines` has the same title."""
    shared = [(sum(weights[n] for n in said & lines), said, told) for said, told in yours.articles]
    _, said, told = max(shared, key=lambda item: item[0], default=(0, frozenset[int](), None))
    return bool(said & lines) and letters(told) == letters(title)


def letters(text: str | None) -> str:
    """The letters and digits of a title, as titles are compared."""
    return "".join(c for c in unicodedata.normalize("NFKC", text or "") if unicodedata.category(c)[0] in "LN")


def _furniture(mine: _Side, yours: _Side, weights: Mapping[int, int]) -> float:
    def weigh(lines: set[int]) -> int:
        return sum(weights[n] for n in lines)

    both = weigh(mine.waste & yours.waste)
    precision = both / weigh(yours.waste) if yours.waste else float(not mine.waste)
    recall = both / weigh(mine.waste) if mine.waste else 1.0
    return round(_harmonic(precision, recall), 4)


def _wrong_joints(mine: _Side, yours: _Side) -> int:
    return max(len(yours.follows - mine.follows), len(mine.follows - yours.follows))


def _wrong_roles(truth: Answer, yours: _Side, counted: Mapping[int, int], coarse: bool) -> int:
    """True segments with at least one placed line of another role."""
    segments = ((_named(role, coarse), lines) for article in truth.articles for role, lines in article.segments)
    return sum(any(yours.roles.get(n, role) != role for n in lines if n in counted) for role, lines in segments)


def _f1(hits: int, said: int, true: int) -> float:
    return round(_harmonic(hits / said if said else 0.0, hits / true if true else 0.0), 4)


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
