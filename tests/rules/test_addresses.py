"""No file names a package registry or a folder of somebody's machine."""

from __future__ import annotations

import re
from pathlib import Path

from models.resources import ROOT

REGISTRIES = re.compile(
    r"py[p]i\.(org|tuna|mirrors)|python[h]osted|mirrors?\.(aliyun|tuna|ustc|cloud|huawei)|/simpl[e]/|npm[j]s|crates\.i[o]|anacond[a]\.org",
    re.IGNORECASE,
)
FOLDERS = re.compile(r"(?<![\w.~$}/-])(/(home|root|work|opt|mnt|Users)/[\w.]|[A-Z]:\\+Users\\)")


def test_no_registry_is_named(files: list[Path]) -> None:
    found = _found(REGISTRIES, files)
    assert not found, f"Take these addresses out; every user's pip knows where to look: {found}"


def test_no_foreign_folder_is_named(files: list[Path]) -> None:
    found = _found(FOLDERS, files)
    assert not found, f"Take these paths out, they exist on one machine only: {found}"


def _found(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """file:line of every match in the files that are text."""
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in files
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8", errors="ignore").splitlines(), 1)
        if pattern.search(line)
    ]
