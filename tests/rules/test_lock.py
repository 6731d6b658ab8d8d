"""The lock files: every dependency, hashed, without an address, one version of each for every Python and system."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from models.resources import ROOT

RELOCK = "run `python run.py lock`"
GROUPS = ("run", "test", "build")


def _text(group: str) -> str:
    return (ROOT / "requirements" / f"{group}.txt").read_text(encoding="utf-8")


def _pins(group: str) -> list[Requirement]:
    return [Requirement(line.rstrip(" \\")) for line in _text(group).splitlines() if not line.startswith((" ", "#"))]


def _wanted(group: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = [] if group == "run" else project["optional-dependencies"][group]
    return [Requirement(line) for line in (*project["dependencies"], *extra)]


@pytest.mark.parametrize("group", GROUPS)
def test_lock_has_names_versions_hashes_and_nothing_else(group: str) -> None:
    pin = r"[a-z0-9-]+==[\w.]+( ; [\w.<>=!' ]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+"
    rest = re.sub(pin, "", _text(group))
    assert not rest, f"{group}.txt has more than pins and hashes ({RELOCK}): {rest[:300]}"


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("python", ["3.11.0", "3.12.0", "3.13.0", "3.14.0"])
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_lock_has_every_dependency_in_one_version(group: str, python: str, platform: str) -> None:
    here = {"python_full_version": python, "sys_platform": platform, "platform_python_implementation": "CPython"}
    versions: dict[str, list[str]] = {}
    for pin in _pins(group):
        if _holds(pin.marker, here):
            versions.setdefault(canonicalize_name(pin.name), []).append(next(iter(pin.specifier)).version)
    assert all(len(found) == 1 for found in versions.values()), f"{RELOCK}: {versions}"
    for wanted in _wanted(group):
        locked = versions.get(canonicalize_name(wanted.name), ["0"])[0]
        assert wanted.specifier.contains(locked), f"{group}.txt has {wanted.name} {locked}, not {wanted} ({RELOCK})"


@pytest.mark.parametrize("group", ["test", "build"])
def test_groups_hold_what_the_program_runs_on(group: str) -> None:
    missing = {str(pin) for pin in _pins("run")} - {str(pin) for pin in _pins(group)}
    assert not missing, f"{group}.txt lacks {missing} of run.txt ({RELOCK})"


def test_the_program_is_tested_with_what_is_locked() -> None:
    """PySide6 6.12.0 loses references on Python 3.11 and dies."""
    assert "pyside6-essentials==6.11.3" in [str(pin) for pin in _pins("run")]


def _holds(marker: Marker | None, environment: dict[str, str]) -> bool:
    return marker is None or marker.evaluate(environment)
