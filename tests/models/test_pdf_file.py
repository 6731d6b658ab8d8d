"""How large a page of a PDF is drawn to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from models.domain.geometry import Rect
from models.pdf_file import drawn_size
from tests.typeset.pdf_pages import Text, write_pdf


def test_a_page_of_print_is_drawn_at_300_dpi(tmp_path: Path) -> None:
    assert drawn_size(write_pdf(tmp_path / "page.pdf", [[Text(40, 40, "水渠通水", 20)]]), 0) == 2500


def test_a_scan_and_half_of_it_are_drawn_with_the_pixels_they_have(tmp_path: Path) -> None:
    path = tmp_path / "double.pdf"
    Image.new("L", (1600, 1000), 200).save(path, resolution=150)
    assert drawn_size(path, 0) == pytest.approx(1600, abs=2)
    assert drawn_size(path, 0, Rect(0.5, 0, 1, 1)) == pytest.approx(1000, abs=2)
