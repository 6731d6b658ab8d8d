"""python -m benchmarks.fit_segmenter PAGES.jsonl WEIGHTS_FOLDER: fit all weights on composed pages and write them."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.composing.corpus import halves, load
from benchmarks.fitting.calibration import fit_calibration
from benchmarks.fitting.chain import fit_chain
from benchmarks.fitting.joints import TABLES, choices, fit_joints
from benchmarks.fitting.samples import samples
from benchmarks.fitting.term_counts import term_counts
from models.segmenting.weights import Weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chain-pages", type=int, default=400)
    parser.add_argument("--joint-pages", type=int, default=200)
    asked = parser.parse_args()
    pages, _ = halves(load(asked.corpus))
    asked.folder.mkdir(parents=True, exist_ok=True)
    _write(asked.folder / "counts.json", term_counts(pages))
    lines, steps = fit_chain(list(samples(pages, asked.chain_pages, seed=1)), penalty=1.0)
    weights = Weights(lines, steps, {name: {} for name in TABLES}, (1.0, 0.0))
    drawn = list(samples(pages, asked.joint_pages, seed=2))
    seen = [choices(sample, weights, decoded=False) for sample in drawn]
    weights = Weights(lines, steps, fit_joints(seen, penalty=1.0), (1.0, 0.0))
    seen += [choices(sample, weights, decoded=True) for sample in drawn]
    weights = Weights(lines, steps, fit_joints(seen, penalty=1.0), (1.0, 0.0))
    unseen = samples(pages, asked.joint_pages // 3, seed=3)
    _write(asked.folder / "segmenter.json", asdict(replace(weights, calibration=fit_calibration(unseen, weights))))


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
