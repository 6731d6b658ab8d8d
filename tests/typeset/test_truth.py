"""The truth about a page in its two forms, and the command that writes both."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.typeset.__main__ import main
from tests.typeset.pages import page
from tests.typeset.sheet import Box
from tests.typeset.truth import boxes, page_format, reading


@pytest.mark.parametrize("seed", [1, 6, 14])
def test_every_line_is_in_one_segment_or_furniture(seed: int) -> None:
    truth = page_format(page(seed))
    held = [n for article in truth["articles"] for segment in article["segments"] for n in segment["lines"]["ids"]]
    held += [n for piece in truth["furniture"] for n in piece["lines"]["ids"]]
    assert sorted(held) == [line["id"] for line in truth["lines"]] == list(range(1, len(held) + 1))


def test_the_reading_is_in_order_of_painting() -> None:
    sheet = page(6)
    assert [line.text for line in reading(sheet).lines] == [sheet.lines[place].text for place in sheet.painted]


@pytest.mark.parametrize("seed", [1, 6, 14])
def test_a_box_holds_its_lines_and_no_others(seed: int) -> None:
    """The box that holds a line's centre is one of its own article."""
    sheet = page(seed)
    found = boxes(sheet, "x.pdf")
    texts = [[Box(*b["box"]) for b in article["boxes"] if b["role"] != "photo"] for article in found["articles"]]
    for line in sheet.lines:
        x, y = (line.outline.x0 + line.outline.x1) / 2, (line.outline.y0 + line.outline.y1) / 2
        owners = {i for i, own in enumerate(texts) for box in own if box.holds(Box(x, y, x, y))}
        assert owners == ({line.article} if line.article is not None else set())


@pytest.mark.parametrize("kind", ["pdf", "scan", "degraded"])
def test_the_command_writes_pages_with_their_truth(tmp_path: Path, kind: str) -> None:
    assert main([str(tmp_path / "out"), "--seed", "3", "--count", "2", "--kind", kind, "--width", "600"]) == 0
    pages = sorted(path for path in (tmp_path / "out").iterdir() if path.suffix != ".json")
    assert [path.stem for path in pages] == ["page_0003", "page_0004"]
    for path in pages:
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert truth["source"] == path.name
        assert (truth["width"], truth["height"]) == pytest.approx(_size(path), abs=0.5)
        assert json.loads(path.with_suffix(".lines.json").read_text(encoding="utf-8"))["lines"]


def _size(path: Path) -> tuple[float, float]:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            width, height = document[0].get_size()
            return width, height
    with Image.open(path) as image:
        return image.width, image.height
