"""A kept reading comes back exactly, and nothing else comes back at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.domain.geometry import WHOLE, Rect
from models.domain.line import Line, Reading, SourceKind
from models.importing.reading_form import Unreadable, reading_of, text_of
from models.importing.readings import PageKey, ReadingCache

NEWS = Reading(
    (Line(1, "北岸新桥昨日通车", Rect(0.1, 0.2, 1 / 3, 0.25), unsure=(1, 4)),), SourceKind.PICTURE, reader="scribe 1"
)
KEY = PageKey("ab" * 32, 0)


@settings(max_examples=60, deadline=None)
@given(st.from_type(Reading))
def test_there_and_back(reading: Reading) -> None:
    """Compared as they are written, since no number equals itself when it is none."""
    assert repr(reading_of(text_of(reading))) == repr(reading)


@given(st.data())
def test_any_damage_is_seen(data: st.DataObject) -> None:
    text = text_of(NEWS)
    place = data.draw(st.integers(0, len(text) - 2))
    other = data.draw(st.characters(max_codepoint=127).filter(lambda char: char != text[place]))
    with pytest.raises(Unreadable):
        reading_of(text[:place] + other + text[place + 1 :])


def test_every_page_has_a_reading_of_its_own(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path)
    cache.put(KEY, "scribe 1", NEWS)
    assert cache.get(KEY, "scribe 1") == NEWS
    assert cache.get(KEY, "scribe 2") is None
    for other in (PageKey("cd" * 32, 0), PageKey(KEY.sha256, 1), PageKey(KEY.sha256, 0, Rect(0, 0, 0.5, 1))):
        assert cache.get(other, "scribe 1") is None
    assert PageKey(KEY.sha256, 0, WHOLE) == KEY
