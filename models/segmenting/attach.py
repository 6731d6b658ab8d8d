"""Gives captions, labels and bylines that stand alone to the articles found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from models.segmenting import terms
from models.segmenting.articles import Draft
from models.segmenting.fragments import ON_PATHS, Fragment
from models.segmenting.neighbours import Neighbours
from models.segmenting.roles import Kind

NEIGHBOUR = 0.12
"""What standing beside an article is worth, in parts of a caption's words found in it."""
CLOSE = 0.45
"""What being all that stands round a caption of a printed page is worth in the same measure."""
BESIDE = 0.3
"""How near an article of a printed page is that a caption belongs to, whatever its words."""
ALONE = 0.30
"""A caption that no article reaches this with is a picture story of its own."""
_HEADS_SEVERAL = re.compile(r"简讯|短讯|快讯|要闻|集锦|速览|一组|短波|速递|一句话|简报|简明|短新闻|导读")
_SHORT_HEADING = 8


@dataclass
class Attached:
    """The page's articles and what belongs to none."""

    drafts: list[Draft]
    furniture: list[Fragment] = field(default_factory=list)
    neighbours: Neighbours | None = None
    """Distances on the printed page; None for a dump."""


def attach(all_fragments: Sequence[Fragment], drafts: Sequence[Draft], neighbours: Neighbours | None = None) -> Attached:
    """Every fragment of the page in one draft or in the furniture."""
    page = Attached([draft for draft in drafts if _is_article(draft)], neighbours=neighbours)
    owner = {id(fragment): draft for draft in page.drafts for fragment in draft.path}
    for i, fragment in enumerate(all_fragments):
        match fragment.kind:
            case Kind.FURNITURE:
                _give_furniture(page, fragment)
            case Kind.CAPTION:
                _give_caption(page, owner, all_fragments, i)
            case Kind.LABEL:
                _give_label(page, owner, all_fragments, i)
            case Kind.BYLINE | Kind.HEADING if id(fragment) not in owner:
                _give_stray(page, owner, all_fragments, i)
            case _:
                pass
    page.drafts.sort(key=lambda draft: draft.first_line)
    return page


def _is_article(draft: Draft) -> bool:
    """Text makes an article; so does a heading long enough to be the headline of one."""
    heading = next((f for f in draft.path if f.kind is Kind.HEADING), None)
    return bool(draft.texts) or (heading is not None and (len(heading.text) > _SHORT_HEADING or bool(heading.byline)))


def _neighbour(owner: dict[int, Draft], fragments: Sequence[Fragment], i: int, step: int) -> Draft | None:
    """The article of the next fragment on a path in the direction of `step`."""
    j = i + step
    while 0 <= j < len(fragments) and fragments[j].kind not in ON_PATHS:
        j += step
    return owner.get(id(fragments[j])) if 0 <= j < len(fragments) else None


def _give_furniture(page: Attached, fragment: Fragment) -> None:
    """What stands in an article's own frame is no furniture of the page: a hint at another page, an address."""
    held = page.neighbours.holder(fragment, [draft.path for draft in page.drafts]) if page.neighbours is not None else None
    if held is None:
        page.furniture.append(fragment)
    else:
        page.drafts[held].path.append(replace(fragment, kind=Kind.TEXT))


def _give_caption(page: Attached, owner: dict[int, Draft], fragments: Sequence[Fragment], i: int) -> None:
    caption = fragments[i]
    bodies = ["".join(f.text for f in draft.path) for draft in page.drafts]
    found = terms.coverage(["" if caption.credit else caption.text], bodies)[0] if bodies else []
    if page.neighbours is not None:
        touching = page.neighbours.nearness(caption, [draft.path for draft in page.drafts])
        near = CLOSE * touching / max(0.1, float(touching.sum()))
    else:
        touching = np.zeros(len(page.drafts))
        beside = [_neighbour(owner, fragments, i, step) for step in (-1, 1)]
        near = np.array([NEIGHBOUR * sum(b is draft for b in beside) for draft in page.drafts])
    worth = [share + close for share, close in zip(found, near.tolist(), strict=True)]
    best = max(range(len(worth)), key=worth.__getitem__, default=None)
    if best is not None and (worth[best] >= ALONE or touching[best] >= BESIDE or len(caption.text) < 30):
        page.drafts[best].captions.append(caption)
    else:
        page.drafts.append(Draft([], captions=[caption]))


def _give_label(page: Attached, owner: dict[int, Draft], fragments: Sequence[Fragment], i: int) -> None:
    """A label belongs to the article under it; one that heads several belongs to the page."""
    if page.neighbours is not None:
        _give_placed_label(page, page.neighbours, fragments[i])
        return
    below = _neighbour(owner, fragments, i, 1)
    if below is None or _heads_several(fragments, fragments[i]):
        page.furniture.append(fragments[i])
    else:
        below.labels.append(fragments[i])


def _heads_several(fragments: Sequence[Fragment], label: Fragment) -> bool:
    """Whether a label's words say that it heads several texts; printed again over other texts it heads each alone."""
    said = sum(other.kind is label.kind and other.text == label.text for other in fragments)
    return said == 1 and _HEADS_SEVERAL.search(label.text) is not None


def _give_placed_label(page: Attached, neighbours: Neighbours, label: Fragment) -> None:
    """To the article whose heading it stands at; texts without a heading under it are several."""
    headed = [draft for draft in page.drafts if draft.path and draft.path[0].kind is Kind.HEADING]
    found = neighbours.under_label(label, [draft.path[0] for draft in page.drafts if draft.path])
    at = [draft for draft in page.drafts if draft.path][found] if found is not None else None
    if at is None or at not in headed or _HEADS_SEVERAL.search(label.text):
        page.furniture.append(label)
    else:
        at.labels.append(label)


def _give_stray(page: Attached, owner: dict[int, Draft], fragments: Sequence[Fragment], i: int) -> None:
    """A byline alone goes to the article before it; a short heading alone is a label of the one below it."""
    if fragments[i].kind is Kind.HEADING:
        _give_label(page, owner, fragments, i)
        return
    if page.neighbours is not None:
        found = page.neighbours.above(fragments[i], [draft.path for draft in page.drafts])
        before = page.drafts[found] if found is not None else None
    else:
        before = _neighbour(owner, fragments, i, -1) or _neighbour(owner, fragments, i, 1)
    if before is None:
        page.furniture.append(fragments[i])
    else:
        before.path.append(fragments[i])
        owner[id(fragments[i])] = before
