"""python -m tests.typeset OUT [--seed N] [--count K] [--kind pdf|scan|degraded]: writes newspaper pages with their truth."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.typeset.pages import page
from tests.typeset.pdf import write_pdf
from tests.typeset.scan import CLEAN, any_wear, scan
from tests.typeset.sheet import Sheet
from tests.typeset.truth import boxes, page_format


def main(argv: Sequence[str] | None = None) -> int:
    """Writes NAME.pdf, .png or .jpg, beside it NAME.json with boxes and NAME.lines.json in the page format."""
    asked = _arguments(argv)
    asked.out.mkdir(parents=True, exist_ok=True)
    for seed in range(asked.seed, asked.seed + asked.count):
        print(_write(page(seed, front=True if asked.front else None), asked.out, seed, asked.kind, asked.width))
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.typeset", description="Make newspaper pages with known truth.")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--kind", choices=("pdf", "scan", "degraded"), default="pdf")
    parser.add_argument("--width", type=int, default=2000, help="of the page on a scan, in pixels")
    parser.add_argument("--front", action="store_true", help="only front pages")
    return parser.parse_args(argv)


def _write(sheet: Sheet, out: Path, seed: int, kind: str, width: int) -> Path:
    if kind == "pdf":
        path = write_pdf(sheet, out / f"page_{seed:04}.pdf")
        write_truth(sheet, path)
        return path
    rng = random.Random(seed)
    seen = scan(sheet, rng, CLEAN if kind == "scan" else any_wear(rng), width=width)
    path = out / f"page_{seed:04}.{'png' if kind == 'scan' else 'jpg'}"
    seen.image.save(path, quality=90)
    write_truth(seen.placed, path)
    return path


def write_truth(sheet: Sheet, path: Path) -> None:
    """Beside the file at `path`."""
    write_json(boxes(sheet, path.name), path.with_suffix(".json"))
    write_json(page_format(sheet, path.name), path.with_suffix(".lines.json"))


def write_json(truth: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
