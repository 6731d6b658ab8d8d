"""Everything that has a name in the code has words for the user, in both languages."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import models.editing
from models import i18n, wording
from models.continuing.features import REASON_NAMES as CONTINUING
from models.domain.finding import Finding, FindingKind, Remedy
from models.domain.joint import OTHER_CHOICE, Certainty
from models.domain.label import Field, Origin, Reason, Verdict
from models.domain.line import SourceKind
from models.domain.page import PageState
from models.domain.role import Role
from models.errors import EditRefused, FileTooLarge, KnownError, LinesLeft, NotWritable
from models.resources import ROOT
from models.segmenting.pairs import REASON_NAMES
from models.tagging.evidence import Evidence
from models.tagging.vocabulary import topics
from models.wording.errors import _REFUSALS
from models.wording.reasons import _FACTS, _OPPOSITES

VALUES = {
    "path": Path("archive") / "江畔晚报.txt",
    "size": 61_400_000,
    "limit": 50_000_000,
    "found": 9,
    "known": 3,
    "table": "block",
    "id": 7,
    "why": "split_at_start",
    "lines": (3, 4, 5, 9),
    "pixels": 520_000_000,
    "written": (1000, 1500),
    "picture": (2000, 2000),
}


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.set_language(request.param)
    yield request.param
    i18n.set_language("en")


def known_errors(base: type[KnownError] = KnownError) -> Iterator[type[KnownError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from known_errors(kind)


def example(kind: type[KnownError]) -> KnownError:
    return kind(*(VALUES[field.name] for field in dataclasses.fields(kind))) if dataclasses.is_dataclass(kind) else kind()


def is_said(text: str, language: str) -> bool:
    """Whether `text` is a filled sentence in `language`; the English ones quote single Chinese words."""
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in text)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    return "{" not in text and (chinese > 0 if language == "zh" else latin > chinese)


@pytest.mark.parametrize("kind", sorted(known_errors(), key=str))
def test_every_known_error_is_said(kind: type[KnownError], language: str) -> None:
    said = wording.sentence(example(kind))
    assert is_said(said.what, language)
    assert is_said(said.remedy, language)


def test_errors_are_said_with_their_data() -> None:
    path = Path("archive") / "a.txt"
    assert wording.sentence(FileTooLarge(path, 4_400_000, 4 << 20)).what == "“a.txt” has 4.2 MB; files are read up to 4 MB."
    assert wording.sentence(LinesLeft((9, 3, 4, 5))).what.endswith("these lines belong to nothing: 3–5, 9.")
    assert str(path) in wording.sentence(NotWritable(path)).what


def literals_of(name: str) -> set[str]:
    """The literal first arguments of all calls of `name` in the program."""
    return {
        str(node.args[0].value)
        for folder in ("models", "desktop")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        if node.args and isinstance(node.args[0], ast.Constant)
    }


def test_every_refusal_is_said(language: str) -> None:
    assert literals_of("EditRefused") == set(_REFUSALS)
    for why in _REFUSALS:
        said = wording.sentence(EditRefused(why))
        assert is_said(said.what, language)
        assert is_said(said.remedy, language)


def edits() -> set[str]:
    """Names of all classes in models.editing that can be performed."""
    modules = [
        importlib.import_module(f"models.editing.{module.name}") for module in pkgutil.iter_modules(models.editing.__path__)
    ]
    return {
        name
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and hasattr(value, "apply")
    }


def test_every_edit_has_a_name(language: str) -> None:
    names = edits() | {"AddPage"}
    assert "SplitArticle" in names
    assert all(is_said(wording.edit_name(name), language) for name in names)
    assert len({wording.edit_name(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("namer", "values"),
    [
        (wording.role_name, Role),
        (wording.field_name, Field),
        (wording.certainty_name, Certainty),
        (wording.state_name, PageState),
        (wording.verdict_name, Verdict),
        (wording.origin_name, Origin),
        (wording.source_name, SourceKind),
    ],
)
def test_every_value_has_a_name(namer: Callable[[StrEnum], str], values: type[StrEnum], language: str) -> None:
    names = [namer(value) for value in values]
    assert all(is_said(name, language) for name in names)
    assert len(set(names)) == len(names)


def test_genres() -> None:
    assert wording.genre_name("消息") == "News report"
    assert wording.genre_name("读者来信") == "读者来信"
    i18n.set_language("zh")
    assert wording.genre_name("消息") == "消息"
    i18n.set_language("en")


def test_topics(language: str) -> None:
    assert wording.topic_name("medtop:05000000") == {"zh": "教育", "en": "education"}[language]
    assert wording.topic_name("medtop:05000000", "zh") == "教育"
    assert wording.topic_name("G40") == "G40"
    assert all(is_said(wording.topic_name(topic.code), language) for topic in topics())


def test_every_finding_and_remedy_is_said(language: str) -> None:
    names = [*map(wording.finding_name, FindingKind), *map(wording.remedy_name, Remedy)]
    assert all(is_said(name, language) for name in names)
    assert len(set(names)) == len(names)
    for kind in FindingKind:
        said = wording.finding_reason(Finding(kind, (3,), None, "8"))
        assert is_said(said, language)


def genre_forms() -> set[str]:
    """What models.tagging.genre gives as details of GENRE_FORM: the literals right after it."""
    tree = ast.parse((ROOT / "models" / "tagging" / "genre.py").read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 4 and ast.unparse(node.elts[2]) == "Evidence.GENRE_FORM":
            found.add(ast.literal_eval(node.elts[3]))
    return found


def test_every_reason_is_said(language: str) -> None:
    forms = {(Evidence.GENRE_FORM, detail) for detail in genre_forms()}
    reasons = forms | {(name, "") for name in {*REASON_NAMES, *CONTINUING, *Evidence} - {Evidence.GENRE_FORM}}
    assert forms
    assert {f"{name}:{detail}".removesuffix(":") for name, detail in reasons} == {*_FACTS, *_OPPOSITES}
    for name, detail in reasons:
        for weight in (0.7, -0.7):
            said = wording.reason(Reason(name, weight, detail))
            assert is_said(said, language)
            assert not said.endswith((f": {detail}", f"：{detail}")) or not detail


def test_reasons_say_what_they_speak_for() -> None:
    assert wording.reason(Reason("surname", 2.0)) == "It begins with a common surname"
    assert wording.reason(Reason("surname", -2.0)) == "It does not begin with a common surname"
    assert wording.reason(Reason("heading_between", 2.0, OTHER_CHOICE)).endswith(": A heading stands between the two parts")
    assert "does not open" in wording.reason(Reason("quote_closes", 2.0, OTHER_CHOICE))
    assert wording.reason(Reason("in_title", 1.0, "夜校")) == "It stands in the headline: 夜校"


@pytest.mark.parametrize(
    ("lines", "text"), [((), ""), ((4,), "4"), ((9, 3, 4, 5, 3), "3–5, 9"), (range(1, 41, 2), "1, 3, 5, 7, 9, 11, 13, 15, …")]
)
def test_line_numbers(lines: tuple[int, ...], text: str) -> None:
    assert wording.line_numbers(lines) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (999, "999 B"), (1010, "0.986 KB"), (812 << 10, "812 KB"), (4 << 20, "4 MB"), (5 << 29, "2.5 GB")],
)
def test_size(count: int, text: str) -> None:
    assert wording.size(count) == text
