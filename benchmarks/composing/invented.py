"""Stories of our own in today's style, with the headings, crossheads and captions they were written with."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.composing.corpus import Story
from benchmarks.composing.piece import Piece
from models.segmenting.lexicon import DATELINE

STORIES = Path(__file__).with_name("stories")
_WHOLE = ("notice", "poem", "photo", "brief")
"""Forms that are printed whole."""


@dataclass(frozen=True)
class Invented(Story):
    """One story; `parts` are the crossheads and texts of its body in reading order."""

    form: str
    heads: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    byline: str
    caption: str
    signed: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return self.form in _WHOLE


def load_invented(folder: Path = STORIES) -> list[list[Story]]:
    """The stories in `folder`, JSON lines, by page."""
    pages: list[list[Story]] = []
    for path in sorted(folder.glob("*.jsonl")):
        told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        told.sort(key=lambda raw: raw["page"])
        pages += [[_story(raw) for raw in group] for _page, group in groupby(told, key=lambda raw: raw["page"])]
    return pages


def _story(raw: dict[str, object]) -> Story:
    heads = tuple((role, line) for role in ("kicker", "headline", "subtitle") for line in _lines(raw[role]))
    text = "notice" if raw["form"] == "notice" else "body"
    body = raw["body"]
    assert isinstance(body, list)
    parts = tuple((text, part) if isinstance(part, str) else ("crosshead", part["crosshead"]) for part in body)
    caption = str(raw["caption"])
    signed = tuple(str(raw["signed"]).split("\n")) if raw["signed"] else ()
    texts = tuple(part for role, part in parts if role == text) or (caption,)
    lines = tuple(line for _role, line in heads)
    return Invented(lines, str(raw["byline"]), "", texts, str(raw["form"]), heads, parts, str(raw["byline"]), caption, signed)


def _lines(told: object) -> Iterator[str]:
    assert isinstance(told, list)
    return (str(line) for line in told)


def invented_pieces(story: Invented, rng: random.Random, longest: int) -> list[Piece]:
    """The story in reading order, cut off after a paragraph where it is much longer than `longest`."""
    found = [Piece(role, text) for role, text in story.heads]
    found += [Piece("byline", story.byline)] if story.byline else []
    body = [Piece(role, text) for role, text in _shortened(story, longest)]
    texts = [piece for piece in body if piece.role == "body"]
    if len(texts) > 1 and (story.form == "news" or DATELINE.match(texts[0].text)) and body[0] is texts[0]:
        texts[0].role = "lead"
    found += body
    found += [Piece("signature" if story.form in ("notice", "statement") else "byline", line) for line in story.signed]
    if story.caption and (story.form == "photo" or rng.random() < 0.7):
        found.append(Piece("caption", story.caption))
    return found


def _shortened(story: Invented, longest: int) -> list[tuple[str, str]]:
    kept: list[tuple[str, str]] = []
    for part in story.parts:
        if story.whole or sum(len(text) for _role, text in kept) <= longest:
            kept.append(part)
    while kept and kept[-1][0] == "crosshead":
        kept.pop()
    return kept
