"""Versions of learnt weights: files that are kept, chosen between, and never trusted blindly."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from models.errors import NotWritable, VersionDamaged
from models.segmenting.versions import DUMPS, PRINTED, SHIPPED, Version, Versions
from models.segmenting.weights import shipped

NEW = Version(DUMPS, SHIPPED, datetime.datetime(2031, 5, 6, 9, 30, tzinfo=datetime.UTC), 12, 2, 1.5, 1.25, 77)
HABITS = replace(shipped(), habits={"lead": {"one": -3.0}})


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "learnt")


def test_an_archive_begins_with_what_ships(versions: Versions) -> None:
    assert versions.all(DUMPS) == []
    assert versions.version(DUMPS) is None
    assert versions.weights(DUMPS) == shipped()
    assert versions.trouble() is None


def test_a_version_comes_back_as_it_was_filed_and_is_in_force(versions: Versions, tmp_path: Path) -> None:
    filed = versions.add(NEW, HABITS)
    again = Versions(tmp_path / "learnt")
    assert filed.number == 1
    assert again.all(DUMPS) == [filed]
    assert again.version(DUMPS) == filed
    assert again.weights(DUMPS) == HABITS


def test_each_kind_counts_for_itself(versions: Versions) -> None:
    versions.add(NEW, HABITS)
    versions.add(NEW, shipped())
    printed = versions.add(replace(NEW, kind=PRINTED), shipped(PRINTED))
    assert [version.number for version in versions.all(DUMPS)] == [1, 2]
    assert printed.number == 1
    assert versions.chosen() == {DUMPS: 2, PRINTED: 1}


def test_a_choice_that_can_not_be_read_is_what_ships(versions: Versions, tmp_path: Path) -> None:
    versions.add(NEW, HABITS)
    for damage in ("{", "[]", '{"segmenter.json": "two"}'):
        (tmp_path / "learnt" / "in_force.json").write_text(damage, "utf-8")
        assert versions.weights(DUMPS) == shipped()
    versions.use(DUMPS, 1)
    assert versions.weights(DUMPS) == HABITS


@pytest.mark.parametrize("damage", [b"", b"{}", b"\\xff\\xfe", b'{"about": {}, "digest": "", "weights": {}}'])
def test_whatever_is_wrong_with_a_file_the_shipped_weights_stand_in(versions: Versions, tmp_path: Path, damage: bytes) -> None:
    versions.add(NEW, HABITS)
    file = tmp_path / "learnt" / "segmenter-0001.json"
    file.write_bytes(damage)
    assert versions.weights(DUMPS) == shipped()
    assert [version.damaged for version in versions.all(DUMPS)] == [True]
    trouble = versions.trouble()
    assert isinstance(trouble, VersionDamaged)
    assert trouble.path == file
    assert versions.add(NEW, HABITS).number == 2, "a damaged file is never overwritten"
    assert versions.trouble() is None


@pytest.mark.parametrize("about", [{"by": "a later program"}, {"made": "yesterday"}])
def test_a_file_that_tells_other_things_is_not_used(versions: Versions, tmp_path: Path, about: dict[str, str]) -> None:
    versions.add(NEW, HABITS)
    file = tmp_path / "learnt" / "segmenter-0001.json"
    data = json.loads(file.read_text("utf-8"))
    data["about"] |= about
    told = json.dumps([data["about"], data["weights"]], sort_keys=True)
    file.write_text(json.dumps({**data, "digest": hashlib.sha256(told.encode()).hexdigest()}), "utf-8")
    assert versions.weights(DUMPS) == shipped()
    assert [(version.number, version.damaged) for version in versions.all(DUMPS)] == [(1, True)]


def test_a_number_that_was_altered_is_noticed(versions: Versions, tmp_path: Path) -> None:
    versions.add(NEW, HABITS)
    file = tmp_path / "learnt" / "segmenter-0001.json"
    data = json.loads(file.read_text("utf-8"))
    data["weights"]["habits"]["lead"]["one"] = 3.0
    file.write_text(json.dumps(data), "utf-8")
    assert versions.weights(DUMPS) == shipped()


def test_what_was_learnt_upon_other_weights_does_not_hold(
    versions: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.segmenting.versions._upon", lambda _kind: "an earlier program")
    versions.add(NEW, HABITS)
    monkeypatch.undo()
    again = Versions(tmp_path / "learnt")
    assert again.in_force(DUMPS) == SHIPPED
    assert again.weights(DUMPS) == shipped()
    assert [version.outdated for version in again.all(DUMPS)] == [True]
    assert again.trouble() is None, "nothing is damaged"


def test_a_folder_that_can_not_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file in its place", "utf-8")
    with pytest.raises(NotWritable):
        Versions(tmp_path / "archive" / "learnt").use(DUMPS, 1)
