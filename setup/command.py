"""The words after run.py: start the desk, test, build, lock."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setup.environment import ensure
from setup.freeze import build
from setup.lock import lock
from setup.places import ROOT, VENV
from setup.screen import has_screen
from setup.system import Lack, provide
from setup.words import Trouble, say, unfailing_output

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def main(arguments: list[str]) -> int:
    """The exit code: of the desk or the tests, 1 when the set-up could not be done, 130 when it was interrupted."""
    unfailing_output()
    try:
        return _do(arguments)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _do(arguments: list[str]) -> int:
    if sys.version_info >= (3, 15):
        raise Trouble("too new", version=f"{sys.version_info.major}.{sys.version_info.minor}")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command in ("-h", "--help"):
        say("usage")
    elif command == "test":
        return test(rest)
    elif command == "build":
        build(_prepare("build", with_window=False))
    elif command == "lock":
        lock(rest)
    else:
        return start_desk(arguments)
    return 0


def test(arguments: list[str]) -> int:
    """Runs all tests, or those that pytest's `arguments` choose."""
    python = _prepare("test", with_window=False)
    return subprocess.run([python, "-m", "pytest", *arguments], cwd=ROOT, env=os.environ | OFFSCREEN, check=False).returncode


def start_desk(arguments: list[str]) -> int:
    """Opens the window, or without a screen leaves articles.csv and desk.png in the current folder."""
    if has_screen():
        return _desk(_prepare("run", with_window=True), arguments, {})
    say("no screen")
    python = _prepare("run", with_window=False)
    options, others = _offscreen_options().parse_known_args(arguments)
    csv, picture = options.csv.absolute(), options.picture.absolute()
    code = _desk(python, ["--offscreen", "--csv", str(csv), "--picture", str(picture), *others], OFFSCREEN)
    if code == 0:
        say("left", csv=csv, picture=picture)
    return code


def _offscreen_options() -> argparse.ArgumentParser:
    """What is left behind; every other word is the desk's own business."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--csv", type=Path, default=Path("articles.csv"))
    parser.add_argument("--picture", type=Path, default=Path("desk.png"))
    return parser


def _desk(python: Path, arguments: list[str], environment: dict[str, str]) -> int:
    """Paths among `arguments` are the user's, so the current folder stays; -P keeps its modules out."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run([python, "-P", "-m", "desktop", *arguments], env=environment, check=False).returncode


def _prepare(group: str, with_window: bool) -> Path:
    has_environment = (VENV / "pyvenv.cfg").exists() or shutil.which("uv") is not None
    provide(with_window, with_venv=not has_environment)
    return ensure(group, check_qt)


def check_qt(python: Path) -> None:
    """Trouble names the library where Qt misses one that is not in our tables."""
    code = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    tried = subprocess.run([python, "-c", code], env=os.environ | OFFSCREEN, capture_output=True, text=True, check=False)
    if tried.returncode:
        libraries = re.findall(r"(lib[\w.+-]+\.so[.\d]*): cannot open", tried.stderr)
        raise Lack(tuple(libraries)).trouble() if libraries else Trouble("Qt fails", reason=tried.stderr.strip()[-400:])
