"""Tests need no screen, and property tests draw the same examples each time.

Windows are drawn offscreen unless the caller asks for something else; `--hypothesis-profile=search` draws new examples.
"""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("repeatable", derandomize=True)
settings.register_profile("search", derandomize=False, max_examples=1000)
settings.load_profile("repeatable")
