"""The Qt binding keeps its references: PySide6 6.12.0 lost one to True or None with each call and died after some thousand."""

from __future__ import annotations

import subprocess
import sys

import PySide6

SCRIPT = """
import sys
from PySide6.QtCore import Property, QObject, Signal, Slot

class Lamp(QObject):
    switched = Signal(bool)
    told = Signal(object)

    def __init__(self):
        super().__init__()
        self.heard = 0
        self.switched.connect(self._on_switched)
        self.told.connect(self._on_told)

    @Slot(bool)
    def _on_switched(self, lit):
        self.heard += lit

    @Slot(object)
    def _on_told(self, thing):
        self.heard += thing is None

    lit = Property(bool, lambda self: True)

lamp = Lamp()
before = [sys.getrefcount(thing) for thing in (True, False, None)]
for _ in range(20_000):
    lamp.switched.emit(True)
    lamp.told.emit(None)
    lamp.blockSignals(False)
    assert lamp.property("lit") is True and lamp.lit is True
    assert lamp.parent() is None
after = [sys.getrefcount(thing) for thing in (True, False, None)]
assert lamp.heard == 40_000, lamp.heard
immortal = sys.version_info >= (3, 12)
assert immortal or all(abs(b - a) < 1_000 for a, b in zip(before, after)), (before, after)
"""


def test_version_is_the_pinned_one() -> None:
    assert PySide6.__version__ == "6.11.3"


def test_twenty_thousand_calls_lose_no_reference() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"Do not use this version of PySide6 (exit code {done.returncode}): {done.stderr}"
