"""Tests need no screen: windows are drawn offscreen unless the caller asks for something else."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
