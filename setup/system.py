"""What the system must have before anything is installed: Qt's libraries, a Chinese font, Python's venv."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from setup import packages
from setup.words import Trouble, say, sentence

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
CHINESE_FONTS = re.compile(
    r"noto(sans|serif)(mono)?(cjk|sc|tc|hk)|source-?han|wqy|uming|ukai|droidsansfallback|msyh|simsun|simhei|pingfang|lxgw|harmonyos",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Lack:
    """What the system does not have."""

    libraries: tuple[str, ...] = ()
    font: bool = False
    venv: bool = False

    def packages(self, tool: str) -> list[str]:
        """The packages that bring it; empty where no package is known."""
        found = packages.named_for(tool, self.libraries)
        found += [packages.venv_package()] * (self.venv and tool == "apt-get")
        return found + [packages.FONTS[tool]] * self.font

    def trouble(self) -> Trouble:
        """The one sentence that names everything, and the command that brings it."""
        names = [*self.libraries, *[sentence("venv")] * self.venv, *[sentence("font")] * self.font]
        tool = packages.manager()
        wanted = self.packages(tool) if tool else []
        if not tool or not wanted:
            return Trouble("lacking, unknown system", names=", ".join(names))
        return Trouble("lacking", names=", ".join(names), command=packages.command(tool, wanted, is_root()))


def provide(with_window: bool, with_venv: bool) -> None:
    """Qt's libraries, a Chinese font and venv are there, or installed now (root on Debian), or Trouble says how to get them.

    The font alone stops nobody: a CSV can be made without it.
    """
    lack = find_lack(with_window, with_venv)
    if lack != Lack() and can_install():
        install(lack.packages("apt-get"))
        lack = find_lack(with_window, with_venv)
    if lack.libraries or lack.venv:
        raise lack.trouble()
    if lack.font:
        print(lack.trouble())


def find_lack(with_window: bool, with_venv: bool) -> Lack:
    venv = with_venv and not can_make_venvs()
    if not sys.platform.startswith("linux"):
        return Lack(venv=venv)
    return Lack(tuple(missing_libraries(with_window)), not has_chinese_font(), venv)


def can_make_venvs() -> bool:
    """Debian keeps ensurepip apart."""
    return importlib.util.find_spec("ensurepip") is not None


def missing_libraries(with_window: bool) -> list[str]:
    """The libraries that the loader does not find, by name; Trouble when Python was built without SQLite."""
    wanted = dict(packages.OFFSCREEN)
    if with_window and os.environ.get("DISPLAY"):
        wanted |= packages.X11
    elif with_window:
        wanted |= packages.WAYLAND
    return [packages.SQLITE] * (not sqlite_loads()) + [name for name in wanted if not loads(name)]


def sqlite_loads() -> bool:
    """False where only the library of Python's sqlite3 is missing."""
    try:
        importlib.import_module("sqlite3")
    except ModuleNotFoundError as error:
        raise Trouble("no sqlite") from error
    except ImportError:
        return False
    return True


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Asks fontconfig; where its command is missing, the names of the font files tell."""
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
        return bool(listed.stdout.strip())
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(CHINESE_FONTS.search(path.name) for folder in folders for path in folder.rglob("*.[ot]t[cf]"))


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def can_install() -> bool:
    return is_root() and packages.manager() == "apt-get"


def install(names: list[str]) -> None:
    """apt-get install without a question asked; Trouble when it fails."""
    say("installing", packages=" ".join(names))
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        if subprocess.run([*apt, *step], env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
            raise Trouble("not installed", command=packages.command("apt-get", names, is_root()))
