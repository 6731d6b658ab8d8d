"""Every module says in its first line what it is."""

from __future__ import annotations

import ast
from pathlib import Path


def test_every_module_has_a_docstring(trees: dict[Path, ast.Module]) -> None:
    silent = [str(path) for path, tree in trees.items() if not ast.get_docstring(tree)]
    assert not silent, f"Begin these with a docstring whose first line says what the module is: {silent}"
