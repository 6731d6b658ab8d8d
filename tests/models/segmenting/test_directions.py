"""Facts that can speak in one direction only."""

from __future__ import annotations

from models.segmenting.directions import AGAINST, FOR, as_read
from models.segmenting.pairs import REASON_NAMES


def test_a_fact_never_speaks_otherwise_than_it_reads() -> None:
    told = as_read({"same_words": -1.5, "bad_seam_next": 2.0, "lead_like": -0.5, "open_end_next": 1.0, "wider_gap": -2.0})
    assert told == {"same_words": 0.0, "bad_seam_next": 0.0, "lead_like": -0.5, "open_end_next": 1.0, "wider_gap": -2.0}


def test_only_facts_that_there_are_have_a_direction_and_none_has_two() -> None:
    assert set(REASON_NAMES) >= FOR | AGAINST
    assert not FOR & AGAINST
