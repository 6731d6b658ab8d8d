"""python -m benchmarks.segmenting PAGES.jsonl: figures of the segmenter by style, on composed pages that no weight has seen."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.composing.corpus import halves, load
from benchmarks.composing.samples import Sample, samples, typeset_samples
from benchmarks.composing.styles import STYLES
from benchmarks.composing.typeset import WAYS
from models.scoring.answer import answer
from models.scoring.figures import Figures, figures
from models.scoring.told import told
from models.segmenting.engine import Segmenter


@dataclass(frozen=True)
class Result:
    style: str
    figures: Figures
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pages", type=int, default=8, help="composed pages of each style")
    parser.add_argument("--seed", type=int, default=99)
    parser.add_argument("--styles", nargs="*", default=list(STYLES))
    parser.add_argument("--typeset", action="store_true", help="newspaper pages instead of dumps, by the way they are read")
    asked = parser.parse_args()
    _, held_out = halves(load(asked.corpus))
    engine = Segmenter()
    styles = list(WAYS) if asked.typeset else asked.styles
    drawn = (typeset_samples if asked.typeset else samples)(held_out, asked.pages * len(styles), asked.seed, styles)
    results = [measure(engine, sample) for sample in drawn]
    print(f"{'':28}  exact   order   title    role   waste  repairs/article      ms")
    for style in styles:
        print(_row(style, [r for r in results if r.style == style]))
    print(_row("all", results))


def measure(engine: Segmenter, sample: Sample) -> Result:
    """The engine's figures on one page, and the seconds it took."""
    began = time.perf_counter()
    proposal = engine.propose(sample.reading)
    seconds = time.perf_counter() - began
    said = told(proposal, sample.reading.lines)
    return Result(sample.style, figures(answer(sample.page.truth), said, said.weights or {}), seconds)


def _row(name: str, results: Sequence[Result]) -> str:
    def of(field: str) -> float:
        return float(mean(getattr(r.figures, field) for r in results))

    shares = "  ".join(f"{of(field):6.3f}" for field in ("exact_f1", "order_f1", "title", "role", "furniture_f1"))
    return f"{name:28} {shares}  {of('repairs_per_article'):15.2f}  {1000 * mean(r.seconds for r in results):6.0f}"


if __name__ == "__main__":
    main()
