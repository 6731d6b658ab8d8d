"""score --all: every figure of the segmenter, on the samples and on composed pages that no weight has seen."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING

from models.commands.lessons import read_lessons
from models.commands.train import HELD_OUT, lesson_file
from models.domain.label import Field
from models.domain.line import Reading, Regime, SourceKind
from models.domain.proposal import Segment
from models.i18n import _
from models.importing.prepare import printed
from models.reading.reader import read
from models.reading.text_dump import split_lines
from models.resources import SEEDS
from models.scoring.answer import Answer, Told, load_answer
from models.scoring.figures import Figures, figures
from models.scoring.joints import Judged, joint_figures, judged
from models.scoring.told import told
from models.segmenting.versions import KINDS

if TYPE_CHECKING:
    from models.segmenting.engine import Segmenter
    from models.tagging.engine import Tagger

Page = tuple[Reading, Answer]
FIELDS = ("exact_f1", "bcubed_f1", "order_f1", "title", "role", "furniture_f1", "repairs_per_article")
SIZES = (20, 50, 100, 200, 400)
_WIDTH = 30
_SENTENCE = re.compile(r"[^。；！？\n#*]{10,}[。；！？]")


def score_all(samples: Path | None, truth: Path | None, coarse: bool = False) -> int:
    """Prints a table; what is not given is said.  `samples` is a folder of lessons, `truth` one of the seeds' answers."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from models.segmenting.engine import Segmenter
    from models.tagging.engine import Tagger

    segmenter = Segmenter()
    print(f"{'':{_WIDTH}}  exact  B-cubed  order  title   role  waste  repairs   joints    ECE   sure  wrong/sure     ms")
    if truth is None:
        print(_("The samples are not measured: name the folder of what is known of them."))
    else:
        with tempfile.TemporaryDirectory() as cache:
            pages = [_sample(path, truth) for path in sorted(SEEDS.glob("*.txt"))]
            _report(_("samples"), pages, segmenter, coarse, Tagger(cache=Path(cache)))
    for kind in KINDS:
        held_out = lesson_file(samples, kind, HELD_OUT) if samples is not None else None
        if held_out is None:
            print(_("{kind}: composed pages are not measured: name the folder of lessons with --lessons.").format(kind=kind))
        else:
            _report(_("{kind}, held out").format(kind=kind), list(_lessons(held_out)), segmenter, coarse)
    _report_growth(segmenter)
    return 0


def _sample(path: Path, truth: Path) -> Page:
    return read(path)[0], load_answer(truth / f"{path.stem}.json")


def _lessons(path: Path) -> Iterator[Page]:
    return ((lesson.reading, lesson.answer()) for lesson in read_lessons(path))


def _report(name: str, pages: Sequence[Page], segmenter: Segmenter, coarse: bool, tagger: Tagger | None = None) -> None:
    """A row of figures; with a tagger, titles are those it gives, without the speaker whom a headline names."""
    found: list[Figures] = []
    joints: list[Judged] = []
    seconds: list[float] = []
    for reading, truth in pages:
        began = time.perf_counter()
        proposal = segmenter.propose(reading)
        seconds.append(time.perf_counter() - began)
        said = told(proposal, reading.lines)
        if tagger is not None:
            said = replace(
                said,
                articles=tuple(_titled(a, b, reading, tagger) for a, b in zip(said.articles, proposal.articles, strict=True)),
            )
        found.append(figures(truth, said, said.weights or {}, coarse))
        joints += judged(proposal.claims, truth, said.weights or {})
    sure = joint_figures(joints)
    means = "  ".join(f"{mean(getattr(each, field) for each in found):5.3f}" for field in FIELDS)
    claims = f"{sure.joints:6}  {sure.ece:5.3f}  {sure.sure:5.3f}  {sure.wrong_among_sure:10.4f}"
    print(f"{name:{_WIDTH}}  {means}    {claims}  {1000 * median(seconds):5.0f}", flush=True)


def _titled(said: Told, segments: tuple[Segment, ...], reading: Reading, tagger: Tagger) -> Told:
    tags = tagger.suggest(printed(segments, reading), reading.regime)
    return replace(said, title=next((tag.value for tag in tags if tag.field is Field.TITLE), None))


def _report_growth(segmenter: Segmenter) -> None:
    """The time for pages of more and more paragraphs, each a sentence of the samples."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    sentences = list(dict.fromkeys(_SENTENCE.findall(text)))
    print(_("paragraphs on a page, milliseconds:"))
    for size in SIZES:
        lines = tuple(split_lines("\n\n".join(sentences[:size])))
        began = time.perf_counter()
        segmenter.propose(Reading(lines, SourceKind.DUMP, Regime.PARAGRAPHS))
        print(f"{len(lines):{_WIDTH}}  {1000 * (time.perf_counter() - began):6.0f}", flush=True)
