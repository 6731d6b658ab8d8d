"""Everything is typed: mypy in strict mode finds nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models.resources import ROOT


@pytest.mark.timeout(600)
def test_mypy_finds_nothing() -> None:
    checked = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, f"Run mypy and put right what it says:\n{checked.stdout}{checked.stderr}"
