"""Hypothesis strategies for what an editor does to words and photos, and for a page that is read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from models.domain.geometry import Rect
from models.domain.line import Line, Reading
from models.domain.page import Page
from models.editing.edit import Edit
from models.editing.photos import DeletePhoto, DrawPhoto, GivePhoto, ReshapePhoto
from models.editing.words import ConfirmLine, CorrectLine, RefuseSuggestion, TakeSuggestion
from models.importing.prepare import PreparedPage
from tests.models.strategies import headers, proposals, rects, suggestions, words


def wording(page: Page) -> st.SearchStrategy[Edit]:
    """Correcting, taking back, confirming, and judging what was suggested."""
    lines = st.sampled_from(page.reading.lines)
    kinds: list[st.SearchStrategy[Edit]] = [
        st.builds(lambda line, text: CorrectLine(line.number, text), lines, words | st.text(max_size=4)),
        st.builds(lambda line: CorrectLine(line.number, line.text), lines),
        st.builds(lambda line: ConfirmLine(line.number), lines),
    ]
    if page.corrections:
        corrections = st.sampled_from([correction.id for correction in page.corrections])
        kinds += [st.builds(TakeSuggestion, corrections), st.builds(RefuseSuggestion, corrections)]
    return st.one_of(kinds)


def photographing(page: Page) -> st.SearchStrategy[Edit]:
    articles = st.none() | st.sampled_from([article.id for article in page.articles] or [-1])
    drawn: st.SearchStrategy[Edit] = st.builds(DrawPhoto, rects, articles)
    if not page.photos:
        return drawn
    photos = st.sampled_from([photo.id for photo in page.photos])
    return drawn | st.one_of(
        st.builds(ReshapePhoto, photos, rects), st.builds(DeletePhoto, photos), st.builds(GivePhoto, photos, articles)
    )


@st.composite
def read_again(draw: st.DrawFn, page: Page) -> PreparedPage:
    """The same sheet with other words, other line breaks, lines that were not there and without some that were."""
    pieces = [piece for line in page.reading.lines for piece in draw(_as_read_again(line))]
    pieces += draw(st.lists(st.builds(Line, st.just(0), words, rects), max_size=2))
    lines = tuple(replace(line, number=number) for number, line in enumerate(pieces, draw(st.integers(1, 5))))
    lines = lines or (Line(1, "北岸", Rect(0.1, 0.1, 0.2, 0.2)),)
    proposal = draw(proposals([line.number for line in lines]))
    reading = Reading(lines, page.source.kind, page.regime, 595.0, 842.0, reader=draw(st.sampled_from(["a 1", "b 2"])))
    labels = tuple(draw(suggestions) for _ in proposal.articles)
    return PreparedPage(draw(headers), page.source, reading, proposal, labels)


def _as_read_again(line: Line) -> st.SearchStrategy[Sequence[Line]]:
    bare = replace(line, raw=None)
    kinds: list[Sequence[Line]] = [
        (replace(bare, text=f"新{line.text}"),),
        (bare,),
        (replace(bare, text=f"{line.text}村"),),
        (),
        *([halves] if (halves := _halves(line)) else []),
    ]
    return st.sampled_from(kinds)


def _halves(line: Line) -> Sequence[Line]:
    """The line read as two beside each other."""
    box, cut = line.outline, len(line.text) // 2
    if box is None:
        return ()
    middle = (box.x0 + box.x1) / 2
    left, right = Rect(box.x0, box.y0, middle, box.y1), Rect(middle, box.y0, box.x1, box.y1)
    return Line(0, line.text[:cut], left), Line(0, line.text[cut:], right)
