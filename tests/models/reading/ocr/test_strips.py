"""Strips are as high as the network wants, cut in gaps, read in like company."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.reading.ocr.strips import HEIGHT, batches, pieces, strip, upright_strip


def test_a_cut_keeps_its_shape() -> None:
    assert strip(np.zeros((24, 100, 3), np.uint8)).shape == (HEIGHT, 200, 3)
    assert strip(np.zeros((96, 400, 3), np.uint8)).shape == (HEIGHT, 200, 3)


def test_a_column_is_laid_on_its_left_side() -> None:
    column = np.zeros((200, HEIGHT, 3), np.uint8)
    column[:50] = 255
    laid = upright_strip(column)
    assert laid.shape == (HEIGHT, 200, 3)
    assert laid[:, :50].min() == 255
    assert laid[:, 50:].max() == 0


def _row_of_characters(count: int) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    whole = np.full((HEIGHT, count * 50, 3), 255, np.uint8)
    for place in range(count):
        whole[6:42, place * 50 + 5 : place * 50 + 45] = 0
    return whole


def test_long_strips_are_cut_between_characters() -> None:
    whole = _row_of_characters(100)
    cut = pieces(whole)
    assert len(cut) > 1
    assert [start for start, _ in cut] == np.cumsum([0, *(piece.shape[1] for _, piece in cut[:-1])]).tolist()
    assert (np.concatenate([piece for _, piece in cut], axis=1) == whole).all()
    assert all(start % 50 in (*range(5), *range(45, 50)) for start, _ in cut)


def test_short_strips_stay_whole() -> None:
    ((start, piece),) = pieces(_row_of_characters(20))
    assert (start, piece.shape[1]) == (0, 1000)


@given(st.lists(st.integers(16, 1600), max_size=60), st.integers(100, 5000))
def test_each_strip_is_read_once_within_the_room(widths: list[int], room: int) -> None:
    found = batches(widths, room)
    assert sorted(number for batch in found for number in batch) == list(range(len(widths)))
    assert all(len(batch) == 1 or len(batch) * max(widths[n] for n in batch) <= room for batch in found)
