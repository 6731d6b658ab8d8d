"""One call for a whole page: stories, style and setting from a number; and what goes on on the next page."""

from __future__ import annotations

import random
from dataclasses import replace

from models.domain.role import Role
from tests.typeset.compose import compose_sheet
from tests.typeset.invented import invented_stories
from tests.typeset.sheet import SetArticle, Sheet
from tests.typeset.story import Story
from tests.typeset.style import Style, any_style


def page(seed: int, *, style: Style | None = None, front: bool | None = None) -> Sheet:
    """The page of this number, in a style of its own unless one is given; the same each time."""
    rng = random.Random(seed)
    chosen = style or any_style(rng, front)
    return compose_sheet(invented_stories(rng, chosen.articles + 4), rng, chosen)


def continued(sheet: Sheet, page_number: str) -> list[Story]:
    """The rest of all articles of `sheet` that go on on page `page_number`, to be set there."""
    return [_rest(sheet, article) for article in sheet.articles if article.continued_to == page_number]


def _rest(sheet: Sheet, article: SetArticle) -> Story:
    body = [sheet.lines[place].text for place in article.lines if sheet.lines[place].role is Role.BODY]
    done = sum(len(_bare(text)) for text in body if not text.startswith(("（上接", "（下转")))
    left: list[str] = []
    for paragraph in article.story.paragraphs:
        size = len(_bare(paragraph))
        if done < size:
            left.append(_bare(paragraph)[done:] if done else paragraph)
        done = max(0, done - size)
    plain = replace(article.story, kicker="", subtitle="", label="", lead="", byline="", crossheads=(), captions=())
    return replace(plain, paragraphs=tuple(left), continued_from=sheet.folio)


def _bare(text: str) -> str:
    return "".join(text.split())
