"""python -m tests.typeset.sample: makes the scans of the sample archive, three pages of a paper that does not exist."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace
from pathlib import Path

from models.resources import SEEDS
from tests.typeset.__main__ import write_json
from tests.typeset.compose import compose_sheet
from tests.typeset.furniture import Head
from tests.typeset.invented import invented_stories
from tests.typeset.pages import continued
from tests.typeset.pdf import write_pdf
from tests.typeset.scan import WORN, Wear, scan
from tests.typeset.sheet import Sheet
from tests.typeset.style import Style
from tests.typeset.truth import boxes

_DAY = datetime.date(2019, 5, 17)
_USUAL = Style(width=780.0, height=1130.0, grouped=0.0, shuffled=0.8)
_INNER = Wear(skew=-0.6, blur=0.5, noise=5.0, show_through=0.08, uneven=0.15, quality=80)


def truth_of(path: Path) -> Path:
    """The boxes of a page of the sample; not beside it, where the program would look at them too."""
    return Path(__file__).parent / "sample_truth" / f"{path.stem}.json"


def sheets() -> list[Sheet]:
    """Front page, page 2 with what the front page could not hold, page 3."""
    front = _set(
        203, "1", "要闻", replace(_USUAL, front=True, jump_page="2", jumps=0.6, index=1.0, insets=0.5, vertical_heads=0.3), []
    )
    second = _set(4, "2", "综合新闻", replace(_USUAL, jumps=0.0, vertical_heads=0.3, boxed=0.25), [front])
    third = _set(3, "3", "民生", replace(_USUAL, columns=5, measure=17.0, jumps=0.0, insets=0.6, run_round=0.8), [])
    return [front, second, third]


def _set(seed: int, number: str, section: str, style: Style, before: list[Sheet]) -> Sheet:
    rng = random.Random(seed)
    stories = [rest for sheet in before for rest in continued(sheet, number)]
    stories += [story for story in invented_stories(rng, 14) if not story.continued_from]
    return compose_sheet(stories, rng, style, Head("青溪时报", "QINGXI SHIBAO", _DAY, number, section))


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
