"""Captions, labels and bylines of a printed page go to what stands round them."""

from __future__ import annotations

from collections.abc import Sequence

from models.domain.line import Line
from models.segmenting.articles import Draft, segments
from models.segmenting.attach import Attached, attach
from models.segmenting.fragments import Fragment, fragments
from models.segmenting.laid_out import laid_out
from models.segmenting.neighbours import Neighbours
from models.segmenting.roles import Kind
from tests.models.segmenting.printed_pages import Ems, column, line, page

T, H, B, L, C, F = Kind.TEXT, Kind.HEADING, Kind.BYLINE, Kind.LABEL, Kind.CAPTION, Kind.FURNITURE

TWO = [line("水渠通水", 0, 4, 3), *column(0, 10, 3), line("学校开馆", 40, 4, 3), *column(40, 10, 3)]
KINDS = [H, T, T, T, H, T, T, T]


def attached(lines: Sequence[Line], kinds: Sequence[Kind], paths: Sequence[set[int]], **graphics: list[Ems]) -> Attached:
    """`kinds` by the numbers of the lines, each path by the numbers of the lines it is of."""
    found, _ = laid_out(page(lines, **graphics))
    assert found.printed is not None
    pieces = fragments(found, [kinds[seen.number - 1] for seen in found.lines])

    def path(of: set[int]) -> list[Fragment]:
        return sorted((piece for piece in pieces if piece.numbers[0] in of), key=lambda piece: piece.numbers)

    return attach(pieces, [Draft(path(of)) for of in paths], Neighbours(found.printed.page))


PATHS = [{1, 2}, {5, 6}]


def test_a_caption_goes_to_the_article_round_its_photograph() -> None:
    lines = [*TWO, line("会场外景一角。", 24, 36)]
    found = attached(lines, [*KINDS, C], PATHS, photos=[(24, 16, 52, 35)])
    assert [len(draft.captions) for draft in found.drafts] == [0, 1]


def test_a_photographers_name_keeps_its_role() -> None:
    found = attached([*TWO, line("周小禾 摄", 42, 17)], [*KINDS, B], PATHS)
    assert [len(draft.captions) for draft in found.drafts] == [0, 1]
    assert segments(found.drafts[1])[-1].role == "byline"


def test_a_rule_keeps_a_caption_off() -> None:
    lines = [*TWO, line("图为外景。", 20, 13)]
    assert [len(d.captions) for d in attached(lines, [*KINDS, C], PATHS).drafts] == [1, 0]
    above = [*TWO, line("图为外景。", 6, 17), *column(0, 20, 2)]
    ruled = attached(above, [*KINDS, C, T, T], [*PATHS, {10}], rules=[(0, 15.5, 14, 15.6)])
    assert [len(d.captions) for d in ruled.drafts] == [0, 0, 1]


def test_a_label_belongs_to_the_heading_it_stands_at() -> None:
    found = attached([*TWO, line("时评", 40, 1.5, 1.5)], [*KINDS, L], PATHS)
    assert [len(draft.labels) for draft in found.drafts] == [0, 1]


def test_a_label_over_texts_without_heading_belongs_to_the_page() -> None:
    lines = [line("柳河播报", 4, 4, 1.5), *column(0, 8, 3)]
    found = attached(lines, [L, T, T, T], [{2}])
    assert [fragment.numbers for fragment in found.furniture] == [(1,)]


def test_a_label_far_from_everything_belongs_to_the_page() -> None:
    found = attached([*TWO, line("时评", 80, 90, 1.5)], [*KINDS, L], PATHS)
    assert [fragment.numbers for fragment in found.furniture] == [(9,)]


def test_a_byline_alone_goes_to_the_text_over_it() -> None:
    found = attached([*TWO, line("（周小禾）", 46, 15)], [*KINDS, B], [*PATHS, {9}])
    assert [len(draft.path) for draft in found.drafts] == [2, 3]


def test_a_label_at_the_head_of_a_framed_group_belongs_to_the_page() -> None:
    two = [line("水渠通水", 2, 8, 3), *column(2, 14, 3), line("学校开馆", 2, 22, 3), *column(2, 28, 3)]
    lines = [*two, line("民生在线", 2, 4, 1.5)]
    framed = attached(lines, [*KINDS, L], PATHS, frames=[(0, 2, 30, 40)])
    assert [fragment.numbers for fragment in framed.furniture] == [(9,)]
    assert attached(lines, [*KINDS, L], PATHS).furniture == []


def test_a_hint_in_an_articles_frame_is_the_articles() -> None:
    lines = [*TWO, line("详见第二版", 46, 16)]
    assert attached(lines, [*KINDS, F], PATHS).furniture != []
    framed = attached(lines, [*KINDS, F], PATHS, frames=[(39, 2, 60, 20)])
    assert framed.furniture == []
    assert segments(framed.drafts[1])[-1].lines[-1] == 9


def test_a_caption_at_an_article_of_other_words_is_the_articles() -> None:
    text = "医护人员为大家讲解急救知识，孩子们围成一圈，跟着老师一步一步地学，场面十分热闹。"
    lines = [*TWO, line(text[:20], 18, 30), line(text[20:], 18, 31.4)]
    found = attached(lines, [*KINDS, C, C], PATHS, photos=[(18, 8, 39, 29)])
    assert [[caption.numbers for caption in draft.captions] for draft in found.drafts] == [[], [(9, 10)]]
