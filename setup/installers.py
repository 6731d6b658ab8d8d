"""uv and pip: each fills an environment from a lock file, checking every hash."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from setup.places import ROOT, venv_python
from setup.words import Trouble

FROM_LOCK = ("--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-binary", "jieba,pyvips")
"""The lock lists everything, so nothing is looked up; only jieba, which is published as source, is built here."""

CAUSES = (
    ("no space", re.compile(r"No space left on device|not enough space", re.IGNORECASE)),
    ("wrong hash", re.compile(r"DO NOT MATCH THE HASHES")),
    (
        "no network",
        re.compile(r"NewConnectionError|NameResolution|Timeout|ProxyError|SSLError|Max retries|Connection(Reset|Error)"),
    ),
    ("no package", re.compile(r"No matching distribution found")),
)
"""What pip's log says, most telling first."""


def install_with_uv(venv: Path, lock: Path) -> bool:
    """Whether uv could do it; the environment has no pip of its own then."""
    python = venv_python(venv)
    steps: tuple[list[str | Path], ...] = (
        ["uv", "venv", "--quiet", "--allow-existing", "--python", sys.executable, venv],
        ["uv", "pip", "install", "--python", python, *FROM_LOCK, "-r", lock],
    )
    return all(subprocess.run(step, cwd=ROOT, check=False).returncode == 0 for step in steps)


def install_with_pip(venv: Path, lock: Path) -> None:
    """Trouble says why when pip fails."""
    python, log = venv_python(venv), venv / "set-up.log"
    if not _has_pip(python):
        made = subprocess.run([sys.executable, "-m", "venv", venv], check=False)
        if made.returncode:
            raise Trouble("set-up failed", log=log)
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"}
    log.unlink(missing_ok=True)
    pip: list[str | Path] = [python, "-m", "pip", "install", "--log", log, *FROM_LOCK, "-r", lock]
    if subprocess.run(pip, cwd=ROOT, env=environment, check=False).returncode:
        raise Trouble(cause(log), log=log, system=platform.platform(), version=platform.python_version())


def _has_pip(python: Path) -> bool:
    return python.exists() and not subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode


def cause(log: Path) -> str:
    """The name of the sentence that says why pip failed, by what it wrote to `log`."""
    said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    return next((name for name, pattern in CAUSES if pattern.search(said)), "set-up failed")
