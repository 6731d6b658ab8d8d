"""python -m benchmarks.recognising: errors, seconds and memory of our recogniser and of bare RapidOCR on the same pages."""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.domain.line import SourceKind
from models.importing.recognising import page_pixels

OURS = "ours"
BARE: dict[str, dict[str, Any]] = {
    "default": {},
    "copy of 2800": {"Global.max_side_len": 20_000, "Det.limit_type": "max", "Det.limit_side_len": 2800},
    "copy of 4000": {"Global.max_side_len": 20_000, "Det.limit_type": "max", "Det.limit_side_len": 4000},
}
"""Settings of bare RapidOCR; that of the copy of 2,800 pixels did best on dense pages."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Told:
    """A line and its box in pixels: left, top, right, bottom."""

    text: str
    box: Box


@dataclass(frozen=True)
class Result:
    errors: float
    """Characters to be altered, put in or taken out, in parts of the characters there are."""
    lost: int
    """Printed lines of which nothing was read."""
    seconds: float
    processor: float
    """Seconds of all cores together: what other programs do at the same time alters it less."""
    megabytes: float
    """The most memory the reading process held."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2, help="typeset pages")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--glyph", type=float, nargs="*", default=[18.0], help="heights of the text in pixels")
    parser.add_argument("--wear", nargs="*", choices=("clean", "worn"), default=["clean", "worn"])
    parser.add_argument("--files", type=Path, nargs="*", help="pictures with NAME.lines.json beside them, instead")
    parser.add_argument("--readers", nargs="*", default=[OURS, *BARE])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        print(json.dumps(_read_here(asked.child[0], asked.child[1], asked.threads)))
        return
    with tempfile.TemporaryDirectory() as folder:
        pages = asked.files or _typeset(Path(folder), asked)
        _compare(pages, asked.readers, asked.threads)


def _compare(pages: Sequence[Path], readers: Sequence[str], threads: int) -> None:
    print(f"{'page':22} {'reader':14} errors   lost  seconds  (all cores)      MB  times ours")
    for page in pages:
        truth, ours = _truth(page), None
        for reader in readers:
            result = _measured(page, truth, reader, threads)
            ours = ours or result
            print(
                f"{page.stem:22} {reader:14} {result.errors:6.2%} {result.lost:6} {result.seconds:8.1f} "
                f"{result.processor:12.1f} {result.megabytes:8.0f} {result.seconds / ours.seconds:10.2f}",
                flush=True,
            )


def _measured(page: Path, truth: Sequence[Told], reader: str, threads: int) -> Result:
    """Read in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "benchmarks.recognising", "--child", reader, str(page), "--threads", str(threads)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
    errors, lost = scored(truth, [Told(line["text"], tuple(line["box"])) for line in said["lines"]])
    return Result(errors, lost, said["seconds"], said["processor"], said["megabytes"])


def _read_here(reader: str, page: str, threads: int) -> dict[str, Any]:
    image = page_pixels(Path(page), SourceKind.PICTURE, 0)
    read = _ours(threads) if reader == OURS else _bare(BARE[reader], threads)
    began, processor = time.perf_counter(), time.process_time()
    lines = read(image)
    return {
        "seconds": time.perf_counter() - began,
        "processor": time.process_time() - processor,
        "megabytes": _most_memory(),
        "lines": [asdict(line) for line in lines],
    }


def _most_memory() -> float:
    """In megabytes; what the parent held before the process was its own does not count where the system tells them apart."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _ours(threads: int) -> Callable[[NDArray[np.uint8]], list[Told]]:
    from models.reading.ocr.recogniser import Recogniser

    recogniser = Recogniser(threads)

    def read(image: NDArray[np.uint8]) -> list[Told]:
        height, width = image.shape[:2]
        lines = recogniser.read(image).lines
        boxes = [line.outline for line in lines]
        return [
            Told(line.text, (box.x0 * width, box.y0 * height, box.x1 * width, box.y1 * height))
            for line, box in zip(lines, boxes, strict=True)
            if box is not None
        ]

    return read


def _bare(settings: dict[str, Any], threads: int) -> Callable[[NDArray[np.uint8]], list[Told]]:
    from rapidocr import RapidOCR

    engine = {"EngineConfig.onnxruntime.intra_op_num_threads": threads, "Global.log_level": "critical"}
    recogniser = RapidOCR(params={**engine, **settings})
    # It opens its networks with its first picture.
    recogniser(np.full((64, 256, 3), 255, np.uint8))

    def read(image: NDArray[np.uint8]) -> list[Told]:
        said: Any = recogniser(np.ascontiguousarray(image[:, :, ::-1]))
        if said.boxes is None or said.txts is None:
            return []
        boxes = [(*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist()) for corners in said.boxes]
        return [Told(text, box) for text, box in zip(said.txts, boxes, strict=True)]

    return read


def scored(truth: Sequence[Told], lines: Sequence[Told]) -> tuple[float, int]:
    """Share of errors and number of lost lines; a read line belongs to the printed one that holds its centre.

    White space does not count, nor whether a sign is full or half width.  What stands nowhere is an error by its length.
    """
    boxes = np.array([line.box for line in truth])
    got: list[list[Told]] = [[] for _ in truth]
    wrong = 0
    for line in lines:
        place = _home(line.box, boxes)
        if place is None:
            wrong += len(_bare_text(line.text))
        else:
            got[place].append(line)
    for printed, read in zip(truth, got, strict=True):
        upright = printed.box[3] - printed.box[1] > printed.box[2] - printed.box[0]
        read.sort(key=lambda line: line.box[1 if upright else 0])
        wrong += distance(_bare_text(printed.text), _bare_text("".join(line.text for line in read)))
    return wrong / max(1, sum(len(_bare_text(line.text)) for line in truth)), sum(not read for read in got)


def _home(box: Box, boxes: NDArray[np.float64]) -> int | None:
    """The nearest printed line not farther away than 0.3 of its thickness."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    left, top, right, bottom = boxes.T
    away = np.maximum.reduce([left - x, x - right, top - y, y - bottom, np.zeros(len(boxes))])
    near = away <= 0.3 * np.minimum(right - left, bottom - top)
    far = 1000 * away + np.abs((top + bottom) / 2 - y)
    return int(np.where(near, far, np.inf).argmin()) if near.any() else None


def _bare_text(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def distance(a: str, b: str) -> int:
    """Characters to be altered, put in or taken out to make `b` of `a`."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        before, row = row, [i]
        for j, y in enumerate(b, start=1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y)))
    return row[-1]


def _typeset(folder: Path, asked: argparse.Namespace) -> list[Path]:
    """Set pages as pictures in `folder`, their lines beside them."""
    from tests.typeset.pages import page
    from tests.typeset.scan import CLEAN, WORN, scan

    paths = []
    for seed in range(asked.seed, asked.seed + asked.pages):
        sheet = page(seed)
        for glyph in asked.glyph:
            for wear in asked.wear:
                seen = scan(sheet, random.Random(seed), {"clean": CLEAN, "worn": WORN}[wear], glyph=glyph)
                path = folder / f"page {seed} {glyph:g} px {wear}.png"
                seen.image.save(path, compress_level=1)
                lines = [
                    Told(line.text, (line.outline.x0, line.outline.y0, line.outline.x1, line.outline.y1))
                    for line in seen.placed.lines
                ]
                _beside(path).write_text(json.dumps([asdict(line) for line in lines]), encoding="utf-8")
                paths.append(path)
    return paths


def _beside(page: Path) -> Path:
    return page.with_name(page.stem + ".lines.json")


def _truth(page: Path) -> list[Told]:
    """Either our own list or the page format, whose outlines are in parts of the page."""
    told = json.loads(_beside(page).read_text(encoding="utf-8"))
    if isinstance(told, list):
        return [Told(line["text"], tuple(line["box"])) for line in told]
    with Image.open(page) as picture:
        width, height = picture.size
    sides = width, height, width, height
    boxes = [tuple(part * side for part, side in zip(line["outline"], sides, strict=True)) for line in told["lines"]]
    return [Told(line["text"], (b[0], b[1], b[2], b[3])) for line, b in zip(told["lines"], boxes, strict=True)]


if __name__ == "__main__":
    main()
