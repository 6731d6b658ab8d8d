"""Whether a window can be shown: always on Windows and macOS, on Linux where a display is named and answers."""

from __future__ import annotations

import os
import re
import socket
import sys

from setup.words import Trouble

DISPLAY = re.compile(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?")
FIRST_PORT = 6000
PATIENCE = 5
"""Seconds for a display on another machine to answer."""


def has_screen() -> bool:
    """Trouble where DISPLAY names a screen that does not answer: Qt would blame a library."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if display and not answers(display):
        raise Trouble("screen silent", display=display)
    return bool(display)


def answers(display: str) -> bool:
    """Whether an X server takes a call at `display`, as host:number.screen; without a host it is this machine's."""
    if sys.platform == "win32":
        return True
    parts = DISPLAY.fullmatch(display)
    if parts is None:
        return False
    host, number = parts["host"], int(parts["number"])
    if host not in ("", "unix"):
        return _takes_call(socket.AF_INET, (host, FIRST_PORT + number)) or _takes_call(
            socket.AF_INET6, (host, FIRST_PORT + number)
        )
    path = f"/tmp/.X11-unix/X{number}"
    return _takes_call(socket.AF_UNIX, path) or _takes_call(socket.AF_UNIX, f"\0{path}")


def _takes_call(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as call:
        call.settimeout(PATIENCE)
        try:
            call.connect(address)
        except OSError:
            return False
    return True
