"""segment and score: one file without an archive."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from itertools import count
from pathlib import Path

import platformdirs

from models.commands.command import Command
from models.commands.score_all import score_all
from models.domain.page import Page
from models.engines import Engines
from models.exporting.page_format import page_document, write_page
from models.i18n import _
from models.importing.compose import compose
from models.importing.pages import PageReader, Scan
from models.importing.prepare import PreparedPage, sheets
from models.importing.recognisers import standard
from models.job import Quiet
from models.scoring.answer import Answer, answer, load_answer
from models.scoring.figures import figures


def _segment_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=_("text dump, PDF or picture"))
    parser.add_argument("--json", type=Path, metavar="OUT", help=_("file to write; without it the pages are printed"))


def _segment(asked: argparse.Namespace) -> int:
    """One JSON file a page: OUT for the first, OUT with -2, -3 … for those after it."""
    for number, page in enumerate(_pages(asked.file), start=1):
        if asked.json is None:
            print(json.dumps(page_document(page), ensure_ascii=False))
        else:
            write_page(page, asked.json if number == 1 else asked.json.with_stem(f"{asked.json.stem}-{number}"))
    return 0


def _pages(path: Path) -> list[Page]:
    engines, numbers = Engines(platformdirs.user_cache_path("Jianbao", appauthor=False)), count(1)
    with closing(standard()) as recognisers:
        reader = PageReader(engines, recognisers)
        return [compose(page, lambda: next(numbers)) for page in _read(reader, path)]


def _read(reader: PageReader, path: Path) -> Iterator[PreparedPage]:
    scan, job = Scan(path, "", path), Quiet()
    for number, found in enumerate(reader.engines.call(sheets, job, path)):
        reading = found or reader.sheet(scan, number, job)
        if reading.unread:
            reading = reader.recognised(scan, number, reading, job, lambda _share: None)
        yield reader.prepared(scan, number, reading, job)


def _score_arguments(parser: argparse.ArgumentParser) -> None:
    known = _("what is known: a JSON file, or a folder of them named like the files")
    parser.add_argument("truth", type=Path, nargs="?", help=known)
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="file", help=_("JSON as segment writes it, or a source to segment")
    )
    parser.add_argument("--all", action="store_true", help=_("every figure, on the samples in seeds and on held-out lessons"))
    parser.add_argument("--lessons", type=Path, metavar="FOLDER", help=_("with --all: folder of lessons"))
    parser.add_argument(
        "--coarse", action="store_true", help=_("take kicker and subtitle for headline, lead and notice for body")
    )

    parser.set_defaults(refuse=parser.error)


def _score(asked: argparse.Namespace) -> int:
    if asked.all:
        return score_all(asked.lessons, asked.truth, asked.coarse)
    if asked.truth is None or not asked.files:
        asked.refuse(_("what is known and at least one file are needed, or --all"))
    for path in asked.files:
        truth = load_answer(asked.truth / f"{path.stem}.json" if asked.truth.is_dir() else asked.truth)
        proposed = _proposed(path)
        print(json.dumps({"file": path.name, **asdict(figures(truth, proposed, proposed.weights or {}, asked.coarse))}))
    return 0


def _proposed(path: Path) -> Answer:
    return load_answer(path) if path.suffix == ".json" else answer(page_document(_pages(path)[0]))


SEGMENT = Command("segment", lambda: _("cut a page into articles and write them as JSON"), _segment_arguments, _segment)
SCORE = Command("score", lambda: _("measure articles by what is known to be true"), _score_arguments, _score)
