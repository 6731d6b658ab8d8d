"""The code is as ruff lints and formats it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models.resources import ROOT


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["check", "format"])
def test_ruff_finds_nothing(command: list[str]) -> None:
    ruff = [sys.executable, "-m", "ruff", *command, "."]
    checked = subprocess.run(ruff, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, f"Run `ruff check --fix` and `ruff format`:\n{checked.stdout}{checked.stderr}"
