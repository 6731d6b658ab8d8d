"""Hypothesis strategies for small pages, as a reader and the engines would hand them over."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence

from hypothesis import strategies as st

from models.domain.geometry import Rect
from models.domain.joint import Alternative, Certainty, Claim
from models.domain.label import Field, Reason, Suggested
from models.domain.line import Line, Marks, Reading, Regime, SourceKind
from models.domain.page import Header, Page, Source
from models.domain.proposal import Proposal, Repeat, Segment
from models.domain.role import LOOSE_ROLES, Role
from models.editing.edit import Edit
from models.editing.outlines import CutBlock, DrawBlock, JoinBlocks, OrderBlocks, ReshapeBlock, SplitBlock
from models.importing.prepare import PreparedPage

PLACED_ROLES = sorted(set(Role) - LOOSE_ROLES)

words = st.sampled_from(["春耕", "北岸", "新桥通车", "记者 林小满", "", "  ", "“引”", "a'b;--", "龙井镇", "𠮷野"])
shares = st.floats(0, 1, allow_nan=False)
reasons = st.lists(st.builds(Reason, st.sampled_from(["seam", "names"]), st.floats(-4, 4), words), max_size=2).map(tuple)
suggestions = st.lists(st.builds(Suggested, st.sampled_from(Field), words, shares, reasons), max_size=4).map(tuple)
rects = st.tuples(shares, shares, shares, shares).map(
    lambda edges: Rect(min(edges[0], edges[1]), min(edges[2], edges[3]), max(edges[0], edges[1]), max(edges[2], edges[3]))
)
outlines = st.one_of(rects, rects, rects, st.none())
headers = st.builds(
    Header,
    newspaper=st.none() | st.just("北岸日报"),
    date=st.none() | st.dates(datetime.date(1949, 1, 1), datetime.date(2049, 1, 1)),
    number=st.none() | st.just("第二版"),
)


@st.composite
def lines(draw: st.DrawFn) -> tuple[Line, ...]:
    """Two to eight lines, their numbers rising with gaps as in a dump with blank lines."""
    numbers = sorted(draw(st.sets(st.integers(1, 30), min_size=2, max_size=8)))
    form = st.tuples(words, outlines, st.builds(Marks, st.integers(0, 6), st.booleans(), st.integers(0, 3)), st.none() | words)
    return tuple(
        Line(number, text, outline=outline, glyph_height=None if outline is None else 0.01, marks=marks, raw=raw)
        for number, (text, outline, marks, raw) in zip(numbers, draw(st.tuples(*[form] * len(numbers))), strict=True)
    )


@st.composite
def proposals(draw: st.DrawFn, numbers: Sequence[int]) -> Proposal:
    """Every number once: in an article's segment, or as furniture, repeat or unplaced."""
    shuffled = draw(st.permutations(numbers))
    cuts = sorted(draw(st.sets(st.integers(1, len(shuffled)), min_size=1, max_size=3)) | {0, len(shuffled)})
    parts = [tuple(shuffled[a:b]) for a, b in itertools.pairwise(cuts)]
    kinds = draw(st.lists(st.sampled_from("aaaaafru"), min_size=len(parts), max_size=len(parts)))
    of_kind = {kind: [part for part, its in zip(parts, kinds, strict=True) if its == kind] for kind in "afru"}
    return Proposal(
        articles=tuple(draw(_segments(part)) for part in of_kind["a"]),
        furniture=tuple(of_kind["f"]),
        repeats=tuple(Repeat(part, (numbers[0],)) for part in of_kind["r"]),
        unplaced=tuple(of_kind["u"]),
        claims=draw(st.lists(_claims(numbers), max_size=4).map(tuple)),
    )


@st.composite
def _segments(draw: st.DrawFn, part: tuple[int, ...]) -> tuple[Segment, ...]:
    cut = draw(st.integers(0, len(part) - 1))
    return tuple(Segment(draw(st.sampled_from(PLACED_ROLES)), piece) for piece in (part[:cut], part[cut:]) if piece)


def _claims(numbers: Sequence[int]) -> st.SearchStrategy[Claim]:
    number = st.sampled_from(list(numbers))
    against = st.none() | st.just(Reason("far", -1.0))
    others = st.lists(st.builds(Alternative, st.none() | number, shares, against), max_size=3).map(tuple)
    return st.builds(Claim, st.none() | number, number, shares, st.sampled_from(Certainty), reasons, against, others)


@st.composite
def prepared_pages(draw: st.DrawFn, name: str = "page") -> PreparedPage:
    """`name` stands for the file's digest, which is unique in an archive."""
    its_lines = draw(lines())
    proposal = draw(proposals([line.number for line in its_lines]))
    reading = Reading(its_lines, SourceKind.PDF, draw(st.sampled_from(Regime)), 595.0, 842.0)
    labels = tuple(draw(suggestions) for _ in proposal.articles)
    return PreparedPage(draw(headers), Source(name, f"{name}.pdf", SourceKind.PDF, 0, 595.0, 842.0), reading, proposal, labels)


points = st.tuples(st.floats(-0.1, 1.1), st.floats(0, 1))
polygons = st.lists(points, max_size=7).map(tuple)


def outline_edits(page: Page) -> st.SearchStrategy[Edit]:
    """What may be drawn on a page, sense or nonsense."""
    block = st.sampled_from([block.id for block in page.blocks()])
    article = st.sampled_from([article.id for article in page.articles] or [77])
    number = st.sampled_from([line.number for line in page.lines])
    parts = st.lists(st.lists(number, max_size=4).map(tuple), max_size=3).map(tuple)
    return st.one_of(
        st.builds(DrawBlock, polygons, st.none() | article),
        st.builds(ReshapeBlock, block, st.lists(polygons, max_size=2).map(tuple)),
        st.builds(SplitBlock, block, points, points),
        st.builds(CutBlock, number),
        st.builds(JoinBlocks, st.lists(block, max_size=3).map(tuple)),
        st.builds(OrderBlocks, article, parts),
    )
