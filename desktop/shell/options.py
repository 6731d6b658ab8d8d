"""The words after python -m desktop."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from desktop.settings import Language, Theme
from models.i18n import _


@dataclass(frozen=True, slots=True)
class Options:
    files: tuple[Path, ...] = ()
    """To import."""
    archive: Path | None = None
    language: Language | None = None
    theme: Theme | None = None
    offscreen: bool = False
    csv: Path = Path("articles.csv")
    picture: Path = Path("desk.png")


def parsed(arguments: list[str]) -> Options:
    """Says how to use the program and exits when it can not understand."""
    parser = argparse.ArgumentParser(prog="jianbao", description=_("A review desk for newspaper pages."))
    parser.add_argument("files", nargs="*", type=_absolute, help=_("files and folders to import"))
    parser.add_argument("--archive", type=_absolute, help=_("folder of the archive; made when missing"))
    parser.add_argument("--language", type=Language, choices=list(Language), help=_("language of this run"))
    parser.add_argument("--theme", type=Theme, choices=list(Theme), help=_("theme of this run"))
    parser.add_argument("--offscreen", action="store_true", help=_("without a window: import, export, draw a picture, end"))
    parser.add_argument("--csv", type=_absolute, default=_absolute("articles.csv"), help=_("with --offscreen: the export"))
    parser.add_argument("--picture", type=_absolute, default=_absolute("desk.png"), help=_("with --offscreen: the window"))
    found = vars(parser.parse_args(arguments))
    return Options(**{**found, "files": tuple(found["files"])})


def _absolute(text: str) -> Path:
    return Path(text).expanduser().absolute()
