"""Resolving the dependencies of pyproject.toml anew, for all systems and Pythons, into lock files without addresses."""

from __future__ import annotations

import shutil
import subprocess

from setup.places import ROOT
from setup.stamp import GROUPS, lock_file
from setup.words import Trouble

COMPILE = (
    "uv",
    "pip",
    "compile",
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet"),
)


def lock(arguments: list[str]) -> None:
    """Versions stay as they are locked unless `arguments` say otherwise (uv's --upgrade, --upgrade-package NAME)."""
    if not shutil.which("uv"):
        raise Trouble("lock needs uv", command="pip install uv")
    for group in GROUPS:
        extra = () if group == "run" else ("--extra", group)
        command = [*COMPILE, *extra, *arguments, "pyproject.toml", "--output-file", lock_file(group)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise Trouble("lock failed")
