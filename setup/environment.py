"""The virtual environment beside run.py: made, filled from a lock file, and left alone while nothing has changed."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from setup import installers
from setup.places import VENV, venv_python
from setup.stamp import Stamp, lock_file
from setup.system import can_make_venvs, provide
from setup.words import Trouble, say


def ensure(group: str, check: Callable[[Path], None]) -> Path:
    """The environment's Python, with the packages of `group` ("run", "test" or "build").

    After a change, `check` is given that Python and raises Trouble where the packages do not work.
    """
    stamp = Stamp(VENV)
    if stamp.is_unfinished() or not stamp.holds(group) or not starts(venv_python(VENV)):
        started = time.monotonic()
        try:
            _fill(group, stamp, check)
        except PermissionError as error:
            raise Trouble("not writable", path=error.filename, reason=error.strerror) from error
        say("set up", seconds=time.monotonic() - started)
    return venv_python(VENV)


def starts(python: Path) -> bool:
    return python.exists() and subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def _fill(group: str, stamp: Stamp, check: Callable[[Path], None]) -> None:
    if VENV.exists() and (stamp.is_unfinished() or stamp.is_foreign() or not starts(venv_python(VENV))):
        shutil.rmtree(VENV)
        stamp = Stamp(VENV)
    VENV.mkdir(exist_ok=True)
    stamp.begin()
    _install(group)
    check(venv_python(VENV))
    stamp.finish(group)


def _install(group: str) -> None:
    """With uv where it is there, with pip otherwise or where uv fails, since it does not know the mirrors pip is set to."""
    if shutil.which("uv"):
        say("setting up", group=group, folder=VENV, tool="uv")
        if installers.install_with_uv(VENV, lock_file(group)):
            return
        say("falling back")
    if not can_make_venvs():
        provide(with_window=False, with_venv=True)
    say("setting up", group=group, folder=VENV, tool="pip")
    installers.install_with_pip(VENV, lock_file(group))
