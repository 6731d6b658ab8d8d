"""How soon a huge scan is seen, against a bare Qt program that reads it scaled: `python -m benchmarks.first_sight`.

Makes a newspaper page of 10,000 × 14,000 pixels as JPEG and as TIFF, and shows each in turn, several times, each time in a
process of its own: from the window's first frame to the frame with the picture, the most memory, and while the window of
the desk is dragged over the page, how long it paints and how long sharp tiles take.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.sights.paper import write_paper

WIDTH, HEIGHT = 10_000, 14_000
BAR = 1.3
"""What first sight may take at most, against the bare program."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--platform", default=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    parser.add_argument("--scale", default="1", help="as QT_SCALE_FACTOR")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for path in write_paper(Path(folder), WIDTH, HEIGHT):
            print(f"{path.name}: {WIDTH} x {HEIGHT} px, {path.stat().st_size / 1e6:.0f} MB")
            _compare(path, given)


def _compare(path: Path, given: argparse.Namespace) -> None:
    runs: dict[str, list[dict[str, float]]] = {"bare_qt": [], "desk": []}
    for number in range(given.rounds):
        # The desk's archive is kept from its first round on, so the levels are made once, as they are for an editor.
        for name in runs:
            runs[name].append(_run(name, path, given))
        print("  round", number + 1, {name: round(runs[name][-1]["first_sight"], 3) for name in runs}, flush=True)
    ratio = _median(runs["desk"], "first_sight") / _median(runs["bare_qt"], "first_sight")
    print(f"  first sight: {ratio:.2f} × bare Qt {'' if ratio <= BAR else f' <- over {BAR}'}")
    for name, found in runs.items():
        values = {key: f"{_median(found, key):.3f}" for key in found[0]}
        print(f"  {name}:", ", ".join(f"{key} {value}" for key, value in values.items()))
        print(f"    most memory of all rounds: {max(run['megabytes'] for run in found):.0f} MB")
    print(f"  desk, first round, with the levels being made: {runs['desk'][0]['levels']:.2f} s until sharp")


def _median(runs: list[dict[str, float]], key: str) -> float:
    return statistics.median(run[key] for run in runs)


def _run(name: str, path: Path, given: argparse.Namespace) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": given.platform, "QT_SCALE_FACTOR": given.scale}
    command = [sys.executable, "-m", f"benchmarks.sights.{name}", str(path)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=60)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    main()
