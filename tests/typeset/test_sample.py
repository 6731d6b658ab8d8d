"""The scans of the sample archive are whole, and what is said about them is true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from models.domain.line import Line
from models.reading.pdf_text import read_pdf
from models.resources import SEEDS
from tests.typeset.pages import continued
from tests.typeset.sample import sheets, truth_of

SCANS = SEEDS / "scans"
LARGEST = 1_500_000
"""Bytes."""


def truth(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(truth_of(path).read_text(encoding="utf-8"))
    return found


def text_boxes(said: dict[str, Any]) -> Iterator[list[float]]:
    return (piece["box"] for article in said["articles"] for piece in article["boxes"] if piece["role"] != "photo")


@pytest.mark.parametrize("name", ["typeset_front.jpg", "typeset_inner.jpg"])
def test_each_box_of_a_scan_holds_ink(name: str) -> None:
    said = truth(SCANS / name)
    with Image.open(SCANS / name) as image:
        assert image.size == (said["width"], said["height"])
        grey = np.asarray(image.convert("L"), np.int16)
    assert len(said["articles"]) > 8
    for x0, y0, x1, y1 in text_boxes(said):
        part = grey[round(y0) : round(y1), round(x0) : round(x1)]
        assert np.percentile(part, 95) - np.percentile(part, 3) > 60


def test_each_line_of_the_text_layer_is_in_one_box_or_furniture() -> None:
    path = SCANS / "typeset_layer.pdf"
    said = truth(path)
    boxes = list(text_boxes(said))
    heads = [piece["box"] for piece in said["furniture"] if piece["what"] == "page head"]
    lines = read_pdf(path)[0].lines
    assert len(lines) > 250
    held = [sum(_inside(line, said, box) for box in boxes) for line in lines]
    assert [line.text for line, times in zip(lines, held, strict=True) if times > 1] == []
    # The reader joins what stands side by side in the page's head.
    free = [line for line, times in zip(lines, held, strict=True) if not times]
    assert [line.text for line in free if not any(_level(line, said, box) for box in heads)] == []


def test_the_scans_are_small_enough_to_come_along() -> None:
    sizes = {path.name: path.stat().st_size for path in SCANS.iterdir()}
    assert not {name: size for name, size in sizes.items() if size > LARGEST}


def test_what_goes_on_on_page_two_is_there() -> None:
    front, second, _ = sheets()
    begun = {article.story.headline for article in front.articles if article.continued_to}
    assert begun
    assert {article.story.headline for article in second.articles if article.story.continued_from == "1"} == begun
    assert all(story.paragraphs for story in continued(front, "2"))


def _inside(line: Line, said: dict[str, Any], box: list[float]) -> bool:
    assert line.outline is not None
    return bool(box[0] <= line.outline.centre[0] * said["width"] <= box[2]) and _level(line, said, box)


def _level(line: Line, said: dict[str, Any], box: list[float]) -> bool:
    assert line.outline is not None
    return bool(box[1] <= line.outline.centre[1] * said["height"] <= box[3])
