"""Stories become a newspaper page: quick, without any PDF, the same for the same dice."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from tests.typeset.article import set_article
from tests.typeset.board import Board
from tests.typeset.furniture import Head, any_head, folio_line, foot_line, masthead
from tests.typeset.headings import can_stand_upright
from tests.typeset.index import ROWS, set_index
from tests.typeset.painting import painted
from tests.typeset.plan import GAP, LEAST_ROWS, Plot, divided
from tests.typeset.sheet import Sheet
from tests.typeset.small_things import set_briefs, set_notice, set_picture
from tests.typeset.story import Kind, Story
from tests.typeset.style import Style
from tests.typeset.teaser import set_teaser
from tests.typeset.upright_text import set_upright, suits

_LABELS = ("简讯", "短波", "一句话新闻", "区县速递", "快讯")


def compose_sheet(stories: Sequence[Story], rng: random.Random, style: Style, head: Head | None = None) -> Sheet:
    """A page of `style` with as many of `stories` as it holds, long ones in large plots; those left over are not on it.

    `head` is what the page says about itself; any newspaper's, unless one is given.
    """
    sheet = Sheet(style.width, style.height, style.glyph, front=style.front)
    board = Board(sheet, style, rng)
    whole = _furnished(board, head or any_head(rng, style.front))
    # Nothing on a front page comes from another one.
    if style.front:
        given = [replace(story, continued_from="") for story in stories]
    else:
        given = [story for story in stories if story.kind is not Kind.TEASER]
    briefs = [story for story in given if story.kind is Kind.BRIEF]
    singles = [story for story in given if story.kind is not Kind.BRIEF]
    count = min(style.articles, len(singles) + bool(briefs))
    plots = divided(board, whole, max(1, count))
    if len(briefs) > 1 and len(plots) > 1:
        plot = _best_for_briefs(plots)
        plots.remove(plot)
        end = set_briefs(board, briefs, rng.choice(_LABELS), plot)
        plots += _rest(board, plot, end)
    _set_singles(board, singles, plots)
    _drop_empty(sheet)
    sheet.painted = painted(sheet, rng, style.shuffled)
    return sheet


def _drop_empty(sheet: Sheet) -> None:
    """Leave out articles of which nothing found room."""
    kept = [i for i, article in enumerate(sheet.articles) if article.lines]
    new = {old: i for i, old in enumerate(kept)}
    sheet.articles = [sheet.articles[i] for i in kept]
    sheet.lines = [line if line.article is None else replace(line, article=new[line.article]) for line in sheet.lines]
    sheet.photos = [
        photo if photo.article is None else replace(photo, article=new.get(photo.article)) for photo in sheet.photos
    ]


def _furnished(board: Board, head: Head) -> Plot:
    """Set the page's furniture; what is left of the page."""
    rng, style, sheet = board.rng, board.style, board.sheet
    sheet.folio, sheet.newspaper, sheet.date = head.folio, head.paper, head.day.isoformat()
    edge = max(style.margin * style.width, 0.4 * board.glyph)
    x0, x1 = style.margin * style.width, (1 - style.margin) * style.width
    board.top = (masthead if style.front else folio_line)(board, head, x0, x1, edge)
    bottom = style.height - edge
    if style.front or rng.random() < 0.2:
        bottom = foot_line(board, head, x0, x1, bottom)
    plot = Plot(x0, x1, style.columns, 0, int((bottom - board.top + board.pitch - board.glyph) / board.pitch))
    if style.front and rng.random() < style.index:
        plot = _with_index(board, plot)
    return plot


def _with_index(board: Board, plot: Plot) -> Plot:
    """An index over all columns at the foot, or at the head of the page."""
    low = board.rng.random() < 0.5
    first = plot.end - ROWS if low else 0
    set_index(board, Plot(plot.x0, plot.x1, plot.columns, first, first + ROWS))
    return Plot(plot.x0, plot.x1, plot.columns, 0 if low else ROWS + GAP, first - GAP if low else plot.end)


def _best_for_briefs(plots: list[Plot]) -> Plot:
    """A narrow one, neither small nor large, in which nothing is inset."""
    fitting = [plot for plot in plots if not plot.insets and not plot.boxed and plot.rows > LEAST_ROWS] or plots
    return min(fitting, key=lambda plot: (plot.columns > 2, abs(plot.rows * plot.columns - 35)))


def _set_singles(board: Board, stories: list[Story], plots: list[Plot]) -> None:
    """The smallest plots take notices and pictures, each other one the story whose length suits it."""
    special = [story for story in stories if story.kind is not Kind.ARTICLE]
    articles = [story for story in stories if story.kind is Kind.ARTICLE]
    small = sorted((plot for plot in plots if not plot.insets), key=lambda plot: plot.area)
    chosen: dict[int, Story] = {}
    for story in special[: max(0, len(plots) - 2)]:
        wanted = [
            plot for plot in small if id(plot) not in chosen and (story.kind is not Kind.PICTURE or _holds_picture(board, plot))
        ]
        if wanted:
            chosen[id(wanted[0])] = story
    for plot in sorted((p for p in plots if id(p) not in chosen), key=lambda plot: -plot.area):
        if articles:
            chosen[id(plot)] = articles.pop(_suiting(articles, _capacity(board, plot)))
    for plot in plots:
        _fill(board, chosen.get(id(plot)), plot, articles)


def _fill(board: Board, story: Story | None, plot: Plot, more: list[Story]) -> None:
    """Set `story` into `plot` and some of `more`, which are taken off, under it as long as there is room."""
    while story is not None:
        plot.boxed = plot.boxed or (plot.framed and not plot.insets and board.rng.random() < board.style.boxed)
        end = _set(board, story, plot)
        rest = _rest(board, plot, end) if more else []
        story = more.pop(_suiting(more, _capacity(board, rest[0]))) if rest else None
        plot = rest[0] if rest else plot


def _rest(board: Board, plot: Plot, end: int) -> list[Plot]:
    """What stays empty of `plot` below row `end`, when it holds another article."""
    rest = Plot(plot.x0, plot.x1, plot.columns, end + GAP, plot.end, framed=plot.framed)
    if rest.rows < LEAST_ROWS:
        return []
    if not plot.boxed and board.rng.random() < board.style.ruled:
        board.level_rule(plot.x0, plot.x1, board.y(end + GAP / 2) - (board.pitch - board.glyph) / 2)
    return [rest]


def _set(board: Board, story: Story, plot: Plot) -> int:
    upright = story.kind is Kind.ARTICLE and not plot.insets and can_stand_upright(story) and suits(story)
    if upright and board.rng.random() < board.style.upright_texts and plot.columns < 4:
        return set_upright(board, story, plot)
    return (_SETTERS[story.kind] if story.headline else set_article)(board, story, plot)


_SETTERS = {
    Kind.ARTICLE: set_article,
    Kind.BRIEF: set_article,
    Kind.NOTICE: set_notice,
    Kind.PICTURE: set_picture,
    Kind.TEASER: set_teaser,
}


def _holds_picture(board: Board, plot: Plot) -> bool:
    return plot.columns >= 2 and plot.rows >= 16 and plot.rows * board.pitch > 0.5 * (plot.x1 - plot.x0)


def _capacity(board: Board, plot: Plot) -> float:
    """About so many characters fit, its heading counted out."""
    return 0.72 * plot.area / board.glyph


def _suiting(stories: list[Story], capacity: float) -> int:
    """The shortest that fills `capacity`, or else the longest."""
    order = sorted(range(len(stories)), key=lambda i: stories[i].length)
    return next((i for i in order if stories[i].length >= capacity), order[-1])
