"""A recogniser for tests: quick, it reads the darkest grey of a picture, and does as it is bidden by it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from PIL import Image

from models.child_process import Report
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.view import View
from models.importing.recognising import Pixels

READER = "scribe 1"

CRASHING, SLOW, FAULTY = 11, 12, 13
"""Greys at which a scribe dies, never comes to an end, and meets a bug."""


class Scribe:
    """Enters all it is asked in the file `log`, its process in the file pids beside."""

    def __init__(self, log: Path, threads: int) -> None:
        assert threads > 0
        self._log = log
        _enter(log.with_name("pids"), os.getpid())

    def read(self, image: Pixels, report: Report) -> Reading:
        grey = int(image.min())
        _enter(self._log, grey)
        report(1, 2)
        self._obey(grey)
        report(2, 2)
        height, width = image.shape[:2]
        lines = (Line(1, "灰度一百", Rect(0.1, 0.1, 0.9, 0.2), 0.05), Line(2, str(grey), Rect(0.1, 0.3, 0.9, 0.4), 0.02))
        return Reading(lines, SourceKind.PICTURE, Regime.WRAPPED, width, height, reader=READER)

    def read_region(self, image: Pixels, rect: Rect, view: View) -> tuple[Line, ...]:
        assert view.turn == 0
        return (Line(1, f"part of {int(image.min())}", rect, 0.02),)

    def _obey(self, grey: int) -> None:
        once = self._log.with_name("kill once")
        mild = self._log.with_name("mild").exists()
        if (grey == CRASHING and not mild) or once.exists():
            once.unlink(missing_ok=True)
            os.kill(os.getpid(), signal.SIGKILL)
        if grey == FAULTY:
            grey //= 0
        while grey == SLOW:
            time.monotonic()


def picture(path: Path, grey: int, number: int = 0) -> Path:
    """A page in one grey; those with another `number` have other bytes."""
    image = Image.new("L", (60, 90), grey)
    image.putpixel((number, 0), 255)
    image.save(path)
    return path


def calls(log: Path) -> list[int]:
    """The greys that scribes were asked to read."""
    return [int(line) for line in log.read_text().splitlines()] if log.exists() else []


def _enter(file: Path, number: int) -> None:
    with file.open("a") as stream:
        stream.write(f"{number}\n")
