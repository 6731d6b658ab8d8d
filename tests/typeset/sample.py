"""python -m tests.typeset.sample: makes the scans of the sample archive, three pages of a paper that does not exist."""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from models.domain.role import Role
from models.resources import SEEDS
from tests.typeset.__main__ import write_json
from tests.typeset.compose import compose_sheet
from tests.typeset.furniture import Head
from tests.typeset.invented import invented_stories
from tests.typeset.pages import continued
from tests.typeset.pdf import write_pdf
from tests.typeset.scan import WORN, Wear, scan
from tests.typeset.sheet import Sheet
from tests.typeset.story import Story
from tests.typeset.style import Style
from tests.typeset.truth import boxes

_DAY = datetime.date(2019, 5, 17)
_USUAL = Style(width=780.0, height=1130.0, grouped=0.0, shuffled=0.8)
_INNER = Wear(skew=-0.6, blur=0.5, noise=5.0, show_through=0.08, uneven=0.15, quality=80)


_SHOWN = {Role.KICKER, Role.SUBTITLE, Role.CROSSHEAD, Role.CAPTION, Role.NOTICE}


def truth_of(path: Path) -> Path:
    """The boxes of a page of the sample; not beside it, where the program would look at them too."""
    return Path(__file__).parent / "sample_truth" / f"{path.stem}.json"


def sheets() -> list[Sheet]:
    """Front page, page 2 with what the front page could not hold, page 3."""
    first = replace(_USUAL, front=True, jump_page="2", jumps=0.6, index=1.0, insets=0.5, vertical_heads=0.3)
    inner = replace(_USUAL, jumps=0.0, vertical_heads=0.3, boxed=0.25)
    wide = replace(_USUAL, columns=5, measure=17.0, jumps=0.0, insets=0.6, run_round=0.8)
    front = next(sheet for sheet in _tries("1", "要闻", first, []) if _is_rich(sheet))
    rest = continued(front, "2")
    second = next(sheet for sheet in _tries("2", "综合新闻", inner, rest) if _holds(sheet, rest))
    third = next(sheet for sheet in _tries("3", "民生", wide, []) if len(sheet.photos) > 1)
    return [front, second, third]


def _tries(number: str, section: str, style: Style, before: list[Story]) -> Iterator[Sheet]:
    """One page after the other, all of the same newspaper."""
    for seed in itertools.count(1):
        rng = random.Random(seed)
        stories = before + [story for story in invented_stories(rng, 14) if not story.continued_from]
        yield compose_sheet(stories, rng, style, Head("青溪时报", "QINGXI SHIBAO", _DAY, number, section))


def _is_rich(sheet: Sheet) -> bool:
    """Whether it shows what a front page can: something of all kinds, and one or two articles that go on on page 2."""
    roles = {line.role for line in sheet.lines}
    jumps = sum(bool(article.continued_to) for article in sheet.articles)
    upright = any(line.vertical and line.role is Role.HEADLINE for line in sheet.lines)
    return jumps in (1, 2) and upright and len(sheet.photos) > 1 and len(sheet.lines) > 260 and roles >= _SHOWN


def _holds(sheet: Sheet, rest: list[Story]) -> bool:
    return sum(bool(article.story.continued_from) for article in sheet.articles) == len(rest) and len(sheet.lines) > 280


def main(folder: Path = SEEDS / "scans") -> int:
    front, second, third = sheets()
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, wear, name in ((front, WORN, "typeset_front.jpg"), (second, _INNER, "typeset_inner.jpg")):
        seen = scan(sheet, random.Random(1), wear, width=1700)
        seen.image.save(folder / name, quality=60)
        write_json(boxes(seen.placed, name), truth_of(folder / name))
    path = write_pdf(third, folder / "typeset_layer.pdf")
    write_json(boxes(third, path.name), truth_of(path))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
