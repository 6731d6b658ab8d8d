"""Files and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

from models.resources import ROOT

FILE_LINES, FILE_MEDIAN = 400, 100
FUNCTION_LINES, FUNCTION_MEDIAN = 50, 8


def test_no_file_is_too_long(trees: dict[Path, ast.Module]) -> None:
    too_long = {str(path): lines for path, lines in _file_lines(trees).items() if lines > FILE_LINES}
    assert not too_long, f"Split these files by what they do; none has more than {FILE_LINES} lines: {too_long}"


def test_no_function_is_too_long(trees: dict[Path, ast.Module]) -> None:
    too_long = {name: lines for name, lines in _function_lines(trees).items() if lines > FUNCTION_LINES}
    assert not too_long, f"Split these functions; none has more than {FUNCTION_LINES} lines: {too_long}"


def test_most_files_are_short(trees: dict[Path, ast.Module]) -> None:
    lines = median(_file_lines(_program(trees)).values())
    assert lines <= FILE_MEDIAN, f"Half of the files have more than {lines} lines; split the longest ones"


def test_most_functions_are_short(trees: dict[Path, ast.Module]) -> None:
    lines = median(_function_lines(_program(trees)).values())
    assert lines <= FUNCTION_MEDIAN, f"Half of the functions have more than {lines} lines; split the longest ones"


def _program(trees: dict[Path, ast.Module]) -> dict[Path, ast.Module]:
    return {path: tree for path, tree in trees.items() if path.parts[0] in ("models", "desktop")}


def _file_lines(trees: dict[Path, ast.Module]) -> dict[Path, int]:
    return {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in trees}


def _function_lines(trees: dict[Path, ast.Module]) -> dict[str, int]:
    return {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
