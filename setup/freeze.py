"""Freezing the program with PyInstaller, and trying it: its CSV must be the one that the source tree writes."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from setup.places import ROOT
from setup.words import Trouble, say

FOLDER = ROOT / "dist" / "Jianbao"
PROGRAM = FOLDER / ("Jianbao.exe" if os.name == "nt" else "Jianbao")
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LD_LIBRARY_PATH")
"""Of the environment, what the trial keeps: nothing that leads to the user's own files or to the source tree."""


def build(python: Path) -> None:
    """Leaves dist/Jianbao, tried; prints its size in MB and the seconds it took."""
    say("freezing")
    started = time.monotonic()
    command: list[str | Path] = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise Trouble("freezing failed")
    say("frozen", folder=FOLDER, size=size_of(FOLDER) / 1e6, seconds=time.monotonic() - started)
    try_out(python)


def try_out(python: Path) -> None:
    """Imports the seeds, saves and exports with both programs, each in an empty home, and compares what they wrote."""
    say("trying")
    folder = Path(tempfile.mkdtemp(prefix="jianbao-build-"))
    frozen, frozen_seconds = _export([PROGRAM], folder / "frozen", {})
    source, source_seconds = _export([python, "-P", "-m", "desktop"], folder / "source", {"PYTHONPATH": str(ROOT)})
    if frozen.read_bytes() != source.read_bytes():
        raise Trouble("CSV differs", frozen=frozen, source=source)
    with frozen.open(encoding="utf-8-sig", newline="") as file:
        rows = sum(1 for _ in csv.reader(file)) - 1
    shutil.rmtree(folder)
    say("tried", rows=rows, frozen=frozen_seconds, source=source_seconds)


def _export(program: list[str | Path], home: Path, environment: dict[str, str]) -> tuple[Path, float]:
    """The CSV that `program` writes in the new folder `home`, and the seconds that took."""
    home.mkdir()
    written, picture = home / "out.csv", home / "out.png"
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    homes = {"HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home)}
    started = time.monotonic()
    command = [*program, "--offscreen", "--archive", home / "archive", "--csv", written, "--picture", picture]
    environment = kept | homes | {"QT_QPA_PLATFORM": "offscreen"} | environment
    code = subprocess.run(command, cwd=home, env=environment, check=False).returncode
    if code or not written.exists() or not picture.exists():
        raise Trouble("trial failed", program=program[0], code=code)
    return written, time.monotonic() - started


def size_of(folder: Path) -> int:
    """In bytes; links count nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
