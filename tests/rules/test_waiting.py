"""Tests wait for signals, not for time, and the program never turns the event loop by hand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SLEEPS = {"sleep", "msleep", "usleep", "qSleep", "qWait"}


def test_no_test_sleeps(trees: dict[Path, ast.Module]) -> None:
    found = [
        f"{path}:{call.lineno}"
        for path, tree in trees.items()
        if path.parts[0] == "tests"
        for call in _calls(tree)
        if _called(call) in SLEEPS or ast.unparse(call.func) == "qtbot.wait"
    ]
    assert not found, f"Wait for a signal (qtbot.waitSignal) or a condition (qtbot.waitUntil) instead: {found}"


def test_nothing_processes_events_by_hand(trees: dict[Path, ast.Module]) -> None:
    found = [
        f"{path}:{call.lineno}" for path, tree in trees.items() for call in _calls(tree) if _called(call) == "processEvents"
    ]
    assert not found, f"Return to the event loop and go on in a slot or a task instead: {found}"


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    """The last name of what is called: f for f(), b for a.b()."""
    return ast.unparse(call.func).rpartition(".")[2]
