"""Small things on a composed page: briefs under one label, an index of the issue, hints at other pages."""

from __future__ import annotations

import random

from benchmarks.composing.corpus import Story
from benchmarks.composing.names import name
from benchmarks.composing.piece import TEXTS, Piece
from benchmarks.composing.pieces import OLD_DATELINE, clause, dateline

HEADS_SEVERAL = ("简讯", "短讯", "快讯", "一句话新闻", "简明新闻", "要闻集锦", "新闻速递")
_BRIEF = 150


def briefs(stories: list[Story], rng: random.Random) -> list[list[Piece]]:
    """Short news of one paragraph each, all with a heading or none; without one each begins with its dateline."""
    headed = rng.random() < 0.6
    return [_brief(story, rng, headed) for story in stories]


def _brief(story: Story, rng: random.Random, headed: bool) -> list[Piece]:
    text = OLD_DATELINE.sub("", story.paragraphs[0])
    end = text.find("。", rng.randint(30, _BRIEF))
    text = text[: end + 1] if 0 < end < 2 * _BRIEF else text[:_BRIEF].rstrip("，。、；：") + "。"
    if not headed or rng.random() < 0.6:
        text = dateline(rng, [name(rng)]) + text
    elif rng.random() < 0.6:
        text += f"（{name(rng)}）"
    title = (story.headings[-1:] or (clause(text, rng) or "县里新事",))[0]
    return [*([Piece("headline", title[:22])] if headed else []), Piece("body", text)]


def index_box(articles: list[list[Piece]], rng: random.Random) -> list[Piece]:
    """What other pages of the issue hold, with their numbers."""
    texts = [piece.text for article in articles for piece in article if piece.role in TEXTS]
    said = [found for text in rng.sample(texts, min(len(texts), 4)) if (found := clause(text, rng, 8, 18))]
    form = rng.choice(("{}{}版", "{} （详见{}版）", "{} 第{}版", "{}…{}版", "▶{} {:02}版"))
    lines = [Piece("furniture", form.format(text, rng.randint(2, 8)), -2) for text in said]
    return [Piece("furniture", rng.choice(("导读", "今日导读", "内容提要", "要闻导读")), -2), *lines] if lines else []


def hint(rng: random.Random, forward: bool) -> Piece:
    """A line that says on which page an article goes on or began; it is read with the text."""
    page = rng.choice((str(rng.randint(1, 8)), rng.choice("一二三四五六七八")))
    form = rng.choice(
        ("（下转第{}版）", "（下转{}版）", "下转第{}版") if forward else ("（上接第{}版）", "（上接{}版）", "上接第{}版")
    )
    return Piece("body", form.format(page))
