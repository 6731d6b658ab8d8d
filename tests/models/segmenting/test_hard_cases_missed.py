"""The list of hard cases that are missed names cases that there are."""

from __future__ import annotations

from pathlib import Path

from tests.models.segmenting.conftest import MISSED


def test_every_line_names_a_test() -> None:
    lines = MISSED.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    for line in lines:
        file, case = line.split("::")
        assert f"def {case.split('[')[0]}(" in Path(__file__).with_name(file).read_text(encoding="utf-8"), line
