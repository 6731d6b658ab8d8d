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
from pathlib import Path

from setup import packages
from setup.words import Trouble, say, sentence

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
CHINESE_FONTS = re.compile(
    r"noto(sans|serif)(mono)?(cjk|sc|tc|hk)|source-?han|wqy|uming|ukai|droidsansfallback|msyh|simsun|simhei|pingfang|lxgw|harmonyos",
    re.IGNORECASE,
)


def has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def provide_libraries(with_window: bool) -> None:
    """Qt's libraries and a Chinese font are there, or installed now (root on Debian), or Trouble says how to get them."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(with_window)
    needs_font = not has_chinese_font()
    if (missing or needs_font) and can_install():
        install(packages.library_packages("apt-get", missing) + [packages.FONTS["apt-get"]] * needs_font)
        missing = missing_libraries(with_window)
    if missing:
        raise lack(missing, needs_font)
    if needs_font and not has_chinese_font():
        say_font_missing()


def provide_venv() -> None:
    """This Python can make virtual environments, or can now (root on Debian), or Trouble says how."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    tool = packages.manager()
    if tool != "apt-get":
        raise Trouble("no venv, unknown system")
    if not can_install():
        raise Trouble("no venv", command=packages.command(tool, [packages.venv_package()], is_root()))
    install([packages.venv_package()])


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


def lack(libraries: list[str], needs_font: bool) -> Trouble:
    """The one sentence that says what is missing, a font included, and the command that brings it."""
    names = ", ".join([*libraries, *[sentence("font")] * needs_font])
    tool = packages.manager()
    wanted = [] if tool is None else packages.library_packages(tool, libraries) + [packages.FONTS[tool]] * needs_font
    if tool is None or not wanted:
        return Trouble("libraries, unknown system", names=names)
    return Trouble("libraries", names=names, command=packages.command(tool, wanted, is_root()))


def say_font_missing() -> None:
    tool = packages.manager()
    if tool is None:
        say("font, unknown system")
    else:
        say("font missing", command=packages.command(tool, [packages.FONTS[tool]], is_root()))
