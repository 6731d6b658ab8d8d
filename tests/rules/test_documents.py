"""The documents are there, and what they link to is there too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.resources import ROOT

LINK = re.compile(r"\]\(([^)\s]+)[^)]*\)|(?:src|href)=\"([^\"]+)\"")
ELSEWHERE = re.compile(r"^(https?|mailto):")


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_document_is_written(name: str) -> None:
    assert (ROOT / name).is_file(), f"Write {name}"


def test_links_lead_somewhere(files: list[Path]) -> None:
    dead = [
        f"{path}: {target}"
        for path in files
        if path.suffix == ".md"
        for match in LINK.finditer((ROOT / path).read_text(encoding="utf-8"))
        for target in [match[1] or match[2]]
        if not ELSEWHERE.match(target) and not _leads_somewhere(path, target)
    ]
    assert not dead, f"Correct these links: {dead}"


def _leads_somewhere(document: Path, target: str) -> bool:
    """A file beside the document, and in it the heading that a # names."""
    name, _, heading = target.partition("#")
    file = ROOT / document.parent / name if name else ROOT / document
    return file.exists() and (not heading or file.suffix != ".md" or heading in _anchors(file))


def _anchors(file: Path) -> set[str]:
    """The names that its headings get: lower case, blanks as hyphens, punctuation dropped."""
    headings = re.findall(r"^#+ +(.+?)\s*$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
