"""Headings of composed articles: their kickers, headlines and subtitles, and what on the page shows which is which."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from benchmarks.composing.corpus import Story
from benchmarks.composing.piece import TITLES, Piece

_PLACES = ("青石县", "柳河新区", "红石湾镇", "白桦市", "城关区", "松岭")
_BODIES = ("", "", "", "人民法院", "中心医院党委", "税务局", "第一小学", "供电公司")
"""Those whose doings a kicker names."""
_DASHES = ("—", "─")


def headings(story: Story, rng: random.Random) -> list[Piece]:
    """The story's heading, some in other lines than the corpus has them; roles as they are meant, shown or not."""
    lines = list(story.headings)
    if not lines:
        return []
    if len(lines) > 1 and rng.random() < 0.3 and not lines[1].startswith(_DASHES):
        lines[:2] = [" ".join(lines[:2])]
    if len(lines) == 1 and rng.random() < 0.12:
        lines, roles = [rng.choice(_PLACES) + rng.choice(_BODIES), *lines], ["kicker", "headline"]
        lines[0] += rng.choice(("：", "——"))
    elif len(lines) == 1:
        roles = ["headline"]
        if " " not in lines[0] and len(lines[0]) > 11 and rng.random() < 0.35:
            cut = rng.randint(len(lines[0]) // 2 - 2, len(lines[0]) // 2 + 3)
            lines, roles = [lines[0][:cut], lines[0][cut:]], ["headline", "headline"]
    elif len(lines) == 2:
        roles = rng.choice((["kicker", "headline"], ["headline", "subtitle"], ["headline", "headline"]))
    else:
        lines = lines[:3]
        roles = ["kicker", "headline", "subtitle"]
    if roles[-1] == "subtitle" and rng.random() < 0.4:
        lines[-1] = "——" + lines[-1].lstrip("—─")
    if roles[0] == "kicker" and not lines[0].endswith(("：", "——")) and rng.random() < 0.25:
        lines[0] = lines[0].rstrip("：—─") + rng.choice(("：", "——"))
    told = zip(roles, lines, strict=True)
    return [Piece("subtitle" if i and line.startswith(_DASHES) else role, line) for i, (role, line) in enumerate(told)]


def dress(article: Sequence[Piece], levels: Mapping[str, str], gaps: bool, rng: random.Random) -> None:
    """Give the article's heading its marks, and gaps where its lines are `gaps` apart; then settle its roles."""
    heads = [piece for piece in article if piece.role in TITLES]
    main = levels.get("headline", "")
    if levels and rng.random() < 0.12:
        main = rng.choice(("", "# ", "## ", "### "))
    for piece in heads:
        mark = levels.get(piece.role, "")
        piece.mark = mark if piece.role != "headline" and _rank(mark) > _rank(main) else main
        piece.gap = piece.role == "kicker" and gaps and rng.random() < 0.5
    settle(heads)


def settle(heads: Sequence[Piece]) -> None:
    """Lines of a heading that nothing on the page shows to be less than the headline are part of it."""
    for i, piece in enumerate(heads):
        whole_in_brackets = piece.text.startswith(("（", "(")) and piece.text.endswith(("）", ")"))
        if i and (piece.text.startswith(_DASHES) or whole_in_brackets):
            piece.role = "subtitle"
        elif i == 0 and len(heads) > 1 and piece.text.endswith(("：", *_DASHES)):
            piece.role = "kicker"
        elif piece.role != "headline" and not _shown(piece, heads):
            piece.role = "headline"
    if heads and all(piece.role != "headline" for piece in heads):
        heads[0].role = "headline"
    if all(piece.role != "kicker" for piece in heads):
        for piece in heads:
            piece.gap = False


def _shown(piece: Piece, heads: Sequence[Piece]) -> bool:
    """Whether a weaker mark or a gap tells, or two halves under a shorter headline of one."""
    main = [other for other in heads if other.role == "headline"]
    if not main:
        return False
    halves = piece.role == "subtitle" and " " in piece.text and all(" " not in other.text for other in main)
    longer = len(piece.text) > max(len(other.text) for other in main)
    return _rank(piece.mark) > min(_rank(other.mark) for other in main) or piece.gap or (halves and longer)


def _rank(mark: str) -> int:
    """1 for the highest level of heading, more for lower, most for none."""
    return mark.count("#") or 9
