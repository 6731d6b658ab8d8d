"""Figures against cases worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.errors import DamagedFile, FileNotFound
from models.scoring.answer import answer, load_answer
from models.scoring.figures import figures


def page(*articles: tuple[str | None, list[tuple[str, Any]]], **more: Any) -> dict[str, Any]:
    told = [{"title": title, "segments": [{"role": r, "lines": n} for r, n in segments]} for title, segments in articles]
    return {"articles": told, **more}


TRUTH = page(
    ("河上新桥通车", [("headline", [1, 1]), ("lead", [2, 2]), ("body", [3, 3])]),
    ("果园丰收", [("headline", [4, 4]), ("body", [5, 6])]),
    furniture=[{"lines": [7, 7]}],
)
TEN_EACH = dict.fromkeys(range(1, 8), 10)


def test_the_truth_itself_has_full_figures() -> None:
    found = figures(answer(TRUTH), answer(TRUTH), TEN_EACH)
    assert (found.exact_f1, found.bcubed_f1, found.order_f1, found.title, found.role, found.furniture_f1) == (1, 1, 1, 1, 1, 1)
    assert (found.articles, found.predicted, found.exact_hits, found.repairs) == (2, 2, 2, 0)


def test_two_articles_joined_into_one() -> None:
    joined = page(
        ("河上新桥通车", [("headline", [1, 1]), ("body", [2, 3]), ("crosshead", [4, 4]), ("body", [5, 6])]),
        furniture=[{"lines": [7, 7]}],
    )
    found = figures(answer(TRUTH), answer(joined), TEN_EACH)
    assert found.exact_f1 == 0.0
    # Each line is in a group of six of which three are right; the line outside is right: (6 × ½ + 1) / 7, recall 1.
    assert found.bcubed_f1 == pytest.approx(2 * (4 / 7) / (4 / 7 + 1), abs=1e-4)
    # Four joints are true, five are said, four of them right.
    assert found.order_f1 == pytest.approx(2 * 0.8 / 1.8, abs=1e-4)
    assert found.title == 0.5
    # Lines 2 and 4 have another role.
    assert found.role == pytest.approx(4 / 6, abs=1e-4)
    # One joint too many, one title, two runs of roles.
    assert found.repairs == 4


def test_lines_are_weighed_by_their_characters() -> None:
    wrong_lead = page(
        *[
            (a["title"], [("body" if s["role"] == "lead" else s["role"], s["lines"]) for s in a["segments"]])
            for a in TRUTH["articles"]
        ]
    )
    weights = {1: 5, 2: 80, 3: 5, 4: 5, 5: 5, 6: 0, 7: 9}
    assert figures(answer(TRUTH), answer(wrong_lead), weights).role == 0.2
    assert figures(answer(TRUTH), answer(wrong_lead), weights, coarse=True).role == 1.0


def test_free_lines_do_not_count() -> None:
    without = page(
        ("河上新桥通车", [("headline", [1, 1]), ("lead", [2, 2])]),
        TRUTH["articles"][1] and ("果园丰收", [("headline", [4, 4]), ("body", [5, 6])]),
    )
    assert figures(answer(TRUTH), answer(without), TEN_EACH).exact_hits == 1
    assert figures(answer({**TRUTH, "free": [[3, 3]]}), answer(without), TEN_EACH).exact_hits == 2


def test_a_line_counts_where_it_stands_first() -> None:
    twice = page(("河上新桥通车", [("headline", [1, 1]), ("lead", [2, 2]), ("body", {"ids": [3, 3, 2]})]))
    assert figures(answer(TRUTH), answer(twice), TEN_EACH).exact_hits == 1


def test_titles_are_compared_by_letters_and_digits() -> None:
    spaced = page(
        ("河上，新桥 通车！", [("headline", [1, 1]), ("lead", [2, 2]), ("body", [3, 3])]), ("果园歉收", [("body", [4, 6])])
    )
    assert figures(answer(TRUTH), answer(spaced), TEN_EACH).title == 0.5


def test_waste_missed_and_imagined() -> None:
    none = page(*[(a["title"], [(s["role"], s["lines"]) for s in a["segments"]]) for a in TRUTH["articles"]])
    assert figures(answer(TRUTH), answer(none), TEN_EACH).furniture_f1 == 0.0
    assert figures(answer(none), answer(none), TEN_EACH).furniture_f1 == 1.0
    assert figures(answer(none), answer(TRUTH), TEN_EACH).furniture_f1 == 0.0


def test_nothing_proposed() -> None:
    found = figures(answer(TRUTH), answer(page()), TEN_EACH)
    assert (found.exact_f1, found.order_f1, found.title, found.role) == (0, 0, 0, 0)
    # Four joints and two titles are missing; lines that stand nowhere have no wrong role.
    assert found.repairs == 6


@pytest.mark.parametrize("text", ["", "[1, 2]", '{"articles": [{"segments": [{"role": "body"}]}]}', "not json"])
def test_a_file_that_is_no_page(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DamagedFile):
        load_answer(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFound):
        load_answer(tmp_path / "nothing.json")


def test_weights_come_from_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_text(json.dumps({**TRUTH, "lines": [{"id": 1, "text": " 河 上 "}, {"id": 2, "text": "  "}]}), encoding="utf-8")
    assert load_answer(path).weights == {1: 2}
