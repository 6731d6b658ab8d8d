"""Lines and fragments on the printed page."""

from __future__ import annotations

from collections.abc import Sequence

from models.domain.line import Line
from models.reading.text_dump import split_lines
from models.segmenting import end_placement, pair_placement
from models.segmenting.fragments import Fragment, fragments
from models.segmenting.guess import Guess
from models.segmenting.laid_out import laid_out
from models.segmenting.node_features import closing
from models.segmenting.placed import placed
from models.segmenting.placement import near
from models.segmenting.repair import clean
from models.segmenting.roles import Kind
from models.segmenting.scene import Scene
from models.segmenting.stacks import ruled_off, walled_off
from tests.models.segmenting.printed_pages import Ems, column, line, page

T, H, B, C = Kind.TEXT, Kind.HEADING, Kind.BYLINE, Kind.CAPTION


def scene(lines: Sequence[Line], kinds: Sequence[Kind], **graphics: list[Ems]) -> Guess:
    """The page's fragments, `kinds` by the numbers of the lines."""
    found, _ = laid_out(page(lines, **graphics))
    assert found.printed is not None
    pieces = fragments(found, [kinds[seen.number - 1] for seen in found.lines])
    nodes = sorted(pieces, key=lambda piece: piece.numbers)
    return Guess(Scene(nodes, placed=placed(nodes, found.printed.page)), list(range(len(nodes))))


def numbers(guess: Guess) -> list[tuple[int, ...]]:
    return [node.numbers for node in guess.scene.nodes]


def test_lines_of_one_heading_stand_together() -> None:
    lines = [line("红石湾水渠", 0, 4, 3), line("昨天正式通水", 0, 7.5, 3), line("学校开馆", 40, 4, 3), *column(0, 14, 2)]
    found, _ = laid_out(page(lines))
    at = [seen.number for seen in found.lines]
    assert near(found, at.index(1), at.index(2))
    assert not near(found, at.index(2), at.index(3))


def test_without_outlines_nothing_speaks_against() -> None:
    dump = [clean(seen) for seen in split_lines("水渠\n通水")]
    guess = Guess(Scene([Fragment(T, (seen,)) for seen in dump]), [0, 0])
    for feature in pair_placement.PLACEMENT:
        assert not feature(guess).any()
    for row in (*end_placement.START_PLACEMENT, *end_placement.END_PLACEMENT):
        assert not row(guess).any()


def test_a_paragraph_goes_on_to_its_indented_successor() -> None:
    lines = [
        line("水渠昨天通水沿线大家", 2, 10),
        *column(0, 11.4, 2),
        line("水渠昨天通水沿线大家", 2, 14.2),
        *column(0, 15.6, 1),
    ]
    assert numbers(scene(lines, [T] * 5)) == [(1, 2, 3), (4, 5)]


def test_a_paragraph_does_not_run_across_a_rule() -> None:
    lines = [*column(0, 10, 2), *column(0, 13.2, 2)]
    assert numbers(scene(lines, [T] * 4)) == [(1, 2, 3, 4)]
    assert numbers(scene(lines, [T] * 4, rules=[(0, 12.8, 13, 12.9)])) == [(1, 2), (3, 4)]


def test_nor_to_another_column_or_frame() -> None:
    lines = [*column(0, 10, 2), *column(16, 10, 2), *column(32, 10, 2)]
    assert numbers(scene(lines, [T] * 6, frames=[(31, 11, 46, 13)])) == [(1, 2), (3, 4), (5,), (6,)]


def test_a_photographers_name_is_a_caption() -> None:
    guess = scene([*column(0, 10, 2), line("周小禾 摄", 20, 30), line("本报记者 周小禾", 20, 50)], [T, T, B, B])
    assert [(node.kind, node.credit) for node in guess.scene.nodes] == [(T, False), (C, True), (B, False)]


HEADED = [line("红石湾水渠通水", 0, 4, 3), *column(0, 10, 2), *column(16, 10, 2), line("学校开馆", 0, 20, 2), *column(0, 24, 1)]
"""A heading over two columns, and one with its text under the first of them."""
KINDS = [H, T, T, T, T, H, T]


def test_what_stands_under_which_heading() -> None:
    guess = scene(HEADED, KINDS)
    assert numbers(guess) == [(1,), (2, 3), (4, 5), (6,), (7,)]
    assert pair_placement.under_heading_span(guess)[0].tolist() == [1, 1, 1, 0, 0]
    assert pair_placement.first_under_heading(guess)[0].tolist() == [0, 1, 0, 0, 0]
    assert pair_placement.under_another_heading(guess)[1].tolist() == [0, 0, 0, 1, 1]
    assert pair_placement.under_same_heading(guess)[1, 2] == 1
    assert pair_placement.directly_below(guess)[1, 3] == 1


def test_the_next_column_begins_level() -> None:
    guess = scene(HEADED, KINDS)
    assert pair_placement.top_of_next_column(guess)[1].tolist() == [0, 0, 1, 0, 0]
    lower = scene([*column(0, 10, 4), *column(16, 12.8, 2)], [T] * 6)
    assert pair_placement.top_of_next_column(lower)[0, 1] == 0
    assert pair_placement.next_column_elsewhere(lower)[0, 1] == 1


def test_rules_and_frames_part() -> None:
    lines = [*column(0, 10, 2), *column(16, 10, 2), *column(0, 16, 2)]
    free = scene(lines, [T] * 6)
    assert not pair_placement.rule_between(free).any()
    ruled = scene(lines, [T] * 6, rules=[(14.4, 9, 14.5, 13), (0, 14, 13, 14.1)])
    assert pair_placement.rule_between(ruled)[0].tolist() == [0, 1, 1]
    framed = scene(lines, [T] * 6, frames=[(15, 9, 30, 14)])
    assert pair_placement.other_frame(framed)[0].tolist() == [0, 1, 0]
    assert pair_placement.directly_below(ruled)[0, 2] == 0


def test_a_heading_at_the_side_of_its_text() -> None:
    guess = scene([line("红石湾水渠通水", 16, 10, 1.8, vertical=True), *column(0, 10, 8)], [H, *[T] * 8])
    assert pair_placement.beside_heading(guess)[0, 1] == 1


def test_white_space_and_type_size() -> None:
    guess = scene([*column(0, 10, 1), *column(0, 14, 1), line("学校开馆", 0, 18, 2)], [T, T, H])
    assert 0.5 < pair_placement.wider_gap(guess)[0, 1] <= 1
    assert pair_placement.other_type_size(guess)[0].tolist() == [0, 0, 1]
    assert pair_placement.larger_type(guess)[0, 2] > 0.8
    assert 0 < pair_placement.far_on_page(guess)[0, 1] < pair_placement.far_on_page(guess)[0, 2]


def test_where_articles_begin_and_end() -> None:
    guess = scene(HEADED, KINDS, rules=[(0, 16.2, 20, 16.3)])
    assert end_placement.rule_above(guess).tolist() == [0, 0, 0, 1, 0]
    assert end_placement.rule_below(guess)[1] == 1
    assert end_placement.several_columns_under_it(guess).tolist() == [1, 0, 0, 0, 0]
    assert end_placement.column_goes_on_beside(guess).tolist() == [0, 1, 0, 0, 0]
    assert end_placement.heading_right_above(guess).tolist() == [0, 1, 1, 0, 1]
    assert end_placement.type_is_large(guess)[0] > end_placement.type_is_large(guess)[3] > 0.5


def test_what_begins_a_frame() -> None:
    guess = scene([*column(0, 10, 1), line("公告", 17, 10, 2), *column(17, 14, 2)], [T, H, T, T], frames=[(16, 9, 31, 20)])
    assert end_placement.alone_in_frame(guess).tolist() == [0, 1, 0]


def test_names_in_brackets_sign_the_text_over_them() -> None:
    guess = scene([*column(0, 10, 2), line("（周小禾）", 6, 12.8), *column(0, 14.2, 2)], [T, T, B, T, T])
    assert numbers(guess) == [(1, 2, 3), (4, 5)]
    assert closing(guess).tolist() == [1, 0]


def test_a_rule_parts_only_what_it_runs_between() -> None:
    found, _ = laid_out(page([*column(0, 10, 1), *column(16, 10, 1), *column(0, 14, 1)], rules=[(0, 12, 13, 12.1)]))
    assert found.printed is not None
    seen = found.printed.page
    first, beside, below = (seen.edges[[x.number for x in seen.lines].index(n)] for n in (1, 2, 3))
    assert ruled_off(seen, first, below)
    assert not ruled_off(seen, first, beside)
    assert not walled_off(seen, first, beside)


def test_pieces_of_one_rule_are_one() -> None:
    pieces = [(0, 12, 5, 12.1), (8, 12, 13, 12.1)]
    found, _ = laid_out(page([*column(0, 10, 1), *column(0, 14, 1)], rules=pieces))
    assert found.printed is not None
    seen = found.printed.page
    assert ruled_off(seen, seen.edges[0], seen.edges[1])


def test_a_labels_ground_does_not_part_it_from_its_headline() -> None:
    lines = [line("转变作风", 4, 2, 1.5), line("红石湾水渠通水", 0, 5, 3), *column(0, 10, 2)]
    found, _ = laid_out(page(lines, frames=[(3.5, 1.7, 10.5, 3.8)]))
    at = [seen.number for seen in found.lines]
    assert near(found, at.index(1), at.index(2))
