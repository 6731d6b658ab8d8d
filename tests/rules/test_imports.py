"""The layers hold: import-linter keeps every contract of pyproject.toml."""

from __future__ import annotations

import subprocess
import sys

from models.resources import ROOT

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_all_contracts_are_kept() -> None:
    linted = subprocess.run([sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False)
    said = linted.stdout + linted.stderr
    assert linted.returncode == 0, f"An import breaks a contract of pyproject.toml; move it to the layer it belongs to:\n{said}"
