"""Which of a Linux system's packages a missing library, font or module comes in, and how they are installed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable

SQLITE = "libsqlite3.so.0"
PYTHON = {SQLITE: ("libsqlite3-0", "sqlite")}
OFFSCREEN = {
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}
"""Library: its package on Debian, on Arch.  Qt loads these even without a window; rpm systems take the library's own name."""

X11 = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
}
WAYLAND = {
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libwayland-egl.so.1": ("libwayland-egl1", "wayland"),
}

FONTS = {
    "dnf": "google-noto-sans-cjk-vf-fonts",
    "zypper": "wqy-microhei-fonts",
    "pacman": "wqy-microhei",
    "apt-get": "fonts-wqy-microhei",
}
INSTALL = {
    "dnf": "dnf install",
    "zypper": "zypper install",
    "pacman": "pacman -S --needed",
    "apt-get": "apt-get install -y --no-install-recommends",
}


def manager() -> str | None:
    """The package manager of this system; apt-get last, since other systems carry it as a guest."""
    return next((name for name in INSTALL if shutil.which(name)), None)


def named_for(tool: str, libraries: Iterable[str]) -> list[str]:
    """The packages that bring `libraries`, each once; libraries not in the tables are asked for by their own name."""
    table = PYTHON | OFFSCREEN | X11 | WAYLAND
    if tool in ("dnf", "zypper"):
        return [f"'{name}()(64bit)'" for name in libraries]
    column = 0 if tool == "apt-get" else 1
    return list(dict.fromkeys(table[name][column] for name in libraries if name in table))


def venv_package() -> str:
    """Debian keeps ensurepip of each Python in a package of its own."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def command(tool: str, packages: list[str], is_root: bool) -> str:
    """What the user types to install `packages`."""
    return f"{'' if is_root else 'sudo '}{INSTALL[tool]} {' '.join(packages)}"
