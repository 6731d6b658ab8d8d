"""One call for a whole page: stories, style and setting from a number."""

from __future__ import annotations

import random

from tests.typeset.compose import compose_sheet
from tests.typeset.invented import invented_stories
from tests.typeset.sheet import Sheet
from tests.typeset.style import Style, any_style


def page(seed: int, *, style: Style | None = None, front: bool | None = None) -> Sheet:
    """The page of this number, in a style of its own unless one is given; the same each time."""
    rng = random.Random(seed)
    chosen = style or any_style(rng, front)
    return compose_sheet(invented_stories(rng, chosen.articles + 4), rng, chosen)
