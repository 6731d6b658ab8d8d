"""What the rules look at: the project's own files, and the Python ones among them as syntax trees."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from models.resources import ROOT

NOT_OURS = {"build", "dist", "__pycache__"}


@pytest.fixture(scope="session")
def files() -> list[Path]:
    """Relative to the root, without what tools leave: hidden folders (but .ci), caches, frozen programs."""
    found: list[Path] = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if name == ".ci" or not (name.startswith(".") or name in NOT_OURS))
        found += [Path(folder, name).relative_to(ROOT) for name in sorted(names)]
    return found


@pytest.fixture(scope="session")
def trees(files: list[Path]) -> dict[Path, ast.Module]:
    """The syntax trees of all modules, tests included."""
    return {path: ast.parse((ROOT / path).read_text(encoding="utf-8")) for path in files if path.suffix == ".py"}
