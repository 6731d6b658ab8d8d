"""Every sentence can be said in Chinese, and what is compiled is what was translated."""

from __future__ import annotations

import ast
import gettext
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from models.resources import ROOT
from tools.translations import FOLDERS, MO_FILE, PO_FILE, collected, translated

AGAIN = "run: python tools/translations.py update"


@pytest.fixture(scope="module")
def said() -> set[str]:
    return {str(message.id) for message in collected() if message.id}


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    return translated()


def test_every_sentence_is_translated(said: set[str], chinese: Catalog) -> None:
    done = {message.id for message in chinese if message.id and message.string and not message.fuzzy}
    assert said
    assert not said - done, AGAIN


def test_nothing_is_translated_that_is_not_said(said: set[str], chinese: Catalog) -> None:
    assert not {message.id for message in chinese if message.id} - said, AGAIN


def test_what_must_agree_agrees(chinese: Catalog) -> None:
    pairs = [(str(message.id), str(message.string)) for message in chinese if message.id and message.string]
    assert [pair for pair in pairs if placeholders(pair[0]) != placeholders(pair[1])] == []
    assert [pair for pair in pairs if pair[0].endswith("…") != pair[1].endswith("…")] == []
    assert [pair for pair in pairs if pair[0].count("&") != pair[1].count("&")] == []
    assert [pair for pair in pairs if pair[0].count("\n") != pair[1].count("\n")] == []


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_compiled_file_is_up_to_date(chinese: Catalog) -> None:
    assert PO_FILE.with_suffix(".mo") == MO_FILE
    with MO_FILE.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in chinese:
        if message.id and message.string:
            assert compiled.gettext(str(message.id)) == message.string, AGAIN


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def is_literal(call: ast.Call) -> bool:
    return (
        len(call.args) == 1
        and not call.keywords
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    )


def is_from_a_table(call: ast.Call) -> bool:
    """Whether a plain name, attribute or entry is said: a text that N_ marked where it was put into its table."""
    return len(call.args) == 1 and isinstance(call.args[0], ast.Name | ast.Attribute | ast.Subscript)


def imported(tree: ast.Module) -> set[str]:
    """Names of the modules that `tree` imports from."""
    return {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


def holds_table(tree: ast.Module) -> bool:
    return any(True for _ in calls(tree, "N_"))


def test_only_literals_and_tables_are_said() -> None:
    """`_` takes a literal, or an entry of a table that this module or one it imports from filled through N_."""
    trees = dict(modules())
    tables = {".".join(path.with_suffix("").parts) for path, tree in trees.items() if holds_table(tree)}
    wrong = []
    for path, tree in trees.items():
        wrong += [f"{path}:{call.lineno}" for call in calls(tree, "N_") if not is_literal(call)]
        has_table = holds_table(tree) or bool(imported(tree) & tables)
        for call in calls(tree, "_"):
            if not is_literal(call) and not (has_table and is_from_a_table(call)):
                wrong.append(f"{path}:{call.lineno}")
    assert wrong == []


@pytest.mark.parametrize("bad", ['_(f"{x}")', '_("a" + b)', '_("a".format(b))', "_()", '_("a", "b")', "_(a())", "_(a)"])
def test_the_rule_sees_what_it_forbids(bad: str) -> None:
    (call,) = calls(ast.parse(bad), "_")
    assert not is_literal(call)
    assert is_from_a_table(call) == (bad == "_(a)")
