"""Newspaper stories that nobody wrote: put together from a small grammar, each about a subject, a place and people."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.typeset.story import Kind, Signed, Story
from tests.typeset.topics import GIVEN, SURNAMES, TOPICS, TOWNS, UNITS, Topic

_FRAMES = tuple(Path(__file__).with_name("frames.txt").read_text(encoding="utf-8").split())
"""Sentences with blanks for the words of a topic, one a line."""
_OPENERS = ("近日，", "日前，", "记者从{body}获悉，", "连日来，", "入{season}以来，", "")
_TITLES = (
    "{town}：{thing}有了新模样", "{deed} {saying}", "一处{thing}背后的{number}年", "{place}着手{deed}", "{thing}“体检”之后",
    "{trouble} 怎么办", "{saying}", "{spot}的变化", "{town}{body}出实招 {deed}不落空", "从“{trouble}”到“{deed}”",
    "{number}天，{thing}变了样", "{person}：守着{thing}的人", "{deed}，{town}走出一步好棋", "让{thing}留下来 让日子好起来",
)  # fmt: skip
_KICKERS = (
    "{place}{month}月起{deed}",
    "{body}联手{body2}",
    "针对{trouble}问题",
    "今年已惠及{big}户",
    "{town}{spot}见闻",
    "{season}日里的{town}",
)
_SUBTITLES = (
    "——{place}{deed}见闻",
    "{body}：{month}月底前完成",
    "涉及{thing}{big}件 {number}名工作人员参与",
    "——来自{spot}的报道",
    "{trouble}有望缓解",
)
_CROSSHEADS = (
    "{deed}，先迈一步",
    "{trouble}怎么解",
    "{thing}里的细账",
    "“{saying}”",
    "让{thing}用起来",
    "{deed2}，还要再快些",
    "人来了，{thing}活了",
)
_CAPTIONS = (
    "图为{place}{spot}，工作人员正在{deed}。{reporter} 摄",
    "{day}，{person}在{spot}查看{thing}。 {reporter} 摄",
    "{spot}一角。",
)
_LABELS = ("记者走基层", "民生观察", "城事", "乡间纪事", "人物", "热线回音", "点评", "新视点", "身边故事", "追踪报道")


def invented_stories(rng: random.Random, count: int = 14) -> list[Story]:
    """`count` articles about different things, with a picture, a notice, a teaser and four briefs besides."""
    topics = _drawn(rng, count + 7)
    stories = [_article(rng, topic) for topic in topics[:count]]
    stories.append(_picture(rng, topics[count]))
    stories.append(_notice(rng, topics[count + 1]))
    stories.append(_teaser(rng, topics[count + 2]))
    stories += [_brief(rng, topic) for topic in topics[count + 3 :]]
    if rng.random() < 0.3:
        label = rng.choice(_LABELS)
        for i in rng.sample(range(count), min(3, count)):
            stories[i] = replace(stories[i], label=label)
    return stories


def _drawn(rng: random.Random, count: int) -> list[Topic]:
    topics: list[Topic] = []
    while len(topics) < count:
        topics += rng.sample(TOPICS, len(TOPICS))
    return topics[:count]


class _Facts:
    """The names and numbers of one story, and its words; what is drawn is not drawn again until all have been."""

    def __init__(self, rng: random.Random, topic: Topic) -> None:
        self.rng = rng
        self.town = rng.choice(TOWNS)
        self.unit = rng.choice(UNITS)
        self.people = [_person(rng) for _ in range(4)]
        self.reporters = [_person(rng) for _ in range(rng.choice((1, 1, 2)))]
        self.bags: dict[str, list[str]] = {}
        self.words: dict[str, Sequence[str]] = {
            "spot": topic.spots, "thing": topic.things, "deed": topic.deeds, "trouble": topic.troubles,
            "saying": topic.sayings, "body": topic.bodies, "person": self.people,
        }  # fmt: skip

    def draw(self, kind: str) -> str:
        if not self.bags.get(kind):
            self.bags[kind] = self.rng.sample(list(self.words[kind]), len(self.words[kind]))
        return self.bags[kind].pop()

    def told(self, frame: str) -> str:
        rng = self.rng
        month = rng.randint(1, 12)
        values = {kind: self.draw(kind) for kind in self.words if "{" + kind in frame}
        values |= {kind + "2": self.draw(kind) for kind in ("deed", "saying", "body") if "{" + kind + "2}" in frame}
        return frame.format(
            town=self.town, place=self.town + self.unit, month=month, day=f"{month}月{rng.randint(1, 28)}日",
            number=rng.randint(6, 48), big=rng.randint(51, 9800), small=rng.randint(5, 36), few=rng.choice("两三四五六"),
            age=rng.randint(28, 83), season=rng.choice("春夏秋冬"), reporter="本报记者 " + self.reporters[0], **values,
        )  # fmt: skip


def _person(rng: random.Random) -> str:
    return rng.choice(SURNAMES) + "".join(rng.choice(GIVEN) for _ in range(rng.choice((1, 2, 2))))


def _paragraphs(rng: random.Random, facts: _Facts, length: int) -> list[str]:
    own = rng.sample(_FRAMES, min(len(_FRAMES), max(9, length // 35)))
    frames: list[str] = []
    found: list[str] = []
    while sum(map(len, found)) < length:
        text, long = "", min(length, rng.randint(50, 190))
        while len(text) < long:
            frames = frames or rng.sample(own, len(own))
            text += facts.told(frames.pop())
        found.append(text)
    return found


def _title(facts: _Facts) -> str:
    title = facts.told(facts.rng.choice(_TITLES))
    return title if len(title) <= 26 else facts.told("{town}{deed}")


def _article(rng: random.Random, topic: Topic) -> Story:
    facts = _Facts(rng, topic)
    body = _paragraphs(rng, facts, rng.choice((180, 280, 400, 600, 900, 1300, 2000)))
    names = " ".join(facts.reporters)
    signed = rng.choice((None, None, None, Signed.LINE, Signed.LINE, Signed.ACROSS, Signed.END, Signed.END_LINE))
    if signed is None:
        day = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        dateline = rng.choice(
            (f"本报讯（记者 {names}）", f"本报{day}讯（记者{names}）", f"本报讯（通讯员 {names}）", "本报讯 ")
        )
        body[0] = dateline + facts.told(rng.choice(_OPENERS)) + body[0]
    two_lines = f"本报记者 {names}\n通讯员 {facts.people[0]}"
    byline = rng.choice((f"本报记者 {names}", f"本报记者 {names}", f"通讯员 {names}", f"□ 本报记者 {names}", names, two_lines))
    byline = byline if signed is Signed.LINE else byline.removeprefix("□ ").replace("\n", " ")
    long = len(body) >= 5
    crossheads = [(i, facts.told(rng.choice(_CROSSHEADS))) for i in range(2, len(body) - 1, rng.choice((2, 3)))]
    return Story(
        _title(facts), tuple(body), byline=byline if signed else "", signed=signed or Signed.LINE,
        kicker=facts.told(rng.choice(_KICKERS)) if rng.random() < 0.3 else "",
        subtitle=facts.told(rng.choice(_SUBTITLES)) if rng.random() < 0.3 else "",
        label=rng.choice(_LABELS) if rng.random() < 0.12 else "",
        lead=facts.told(rng.choice(_FRAMES)) + facts.told(rng.choice(_FRAMES)) if long and rng.random() < 0.25 else "",
        crossheads=tuple(crossheads) if long and rng.random() < 0.6 else (),
        captions=(facts.told(rng.choice(_CAPTIONS)),) if rng.random() < 0.5 else (),
        continued_from=str(rng.randint(1, 3)) if rng.random() < 0.06 else "",
    )  # fmt: skip


def _picture(rng: random.Random, topic: Topic) -> Story:
    facts = _Facts(rng, topic)
    text = facts.told("{day}，{place}{spot}，{person}和同伴们正在{deed}。") + facts.told(rng.choice(_FRAMES))
    captions = (facts.told("▲{spot}的{thing}。"),) if rng.random() < 0.5 else ()
    byline = f"本报记者 {facts.reporters[0]} 摄"
    return Story(facts.told("{thing}{spot}忙"), (text,), Kind.PICTURE, byline=byline, captions=captions)


def _teaser(rng: random.Random, topic: Topic) -> Story:
    facts = _Facts(rng, topic)
    return Story(_title(facts), (f"详见第{rng.randint(2, 8)}版",), Kind.TEASER, label=rng.choice(("新闻·要闻", "导读", "深度")))


def _notice(rng: random.Random, topic: Topic) -> Story:
    facts = _Facts(rng, topic)
    body = facts.told("{body}")
    text = facts.told("因{deed}需要，自{day}起，{place}{spot}一带暂停使用，恢复时间另行通知。") + facts.told(
        "请有关单位和个人于{day}前到{body}办理{thing}登记手续，逾期不再受理，联系电话{big}{big}。"
    )
    day = f"{rng.randint(1998, 2024)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    return Story(
        rng.choice(("公告", "通告", "启事", "声明")), (text,), Kind.NOTICE, signature=(facts.town + facts.unit + body, day)
    )


def _brief(rng: random.Random, topic: Topic) -> Story:
    facts = _Facts(rng, topic)
    text = facts.told("{opener}{place}{body}".replace("{opener}", rng.choice(("近日，", "日前，", "{day}，", ""))))
    text += facts.told("在{spot}{deed}，共有{number}人参加，{thing}{big}件已登记入册。")
    title = facts.told("{town}{deed}") if rng.random() < 0.4 else ""
    return Story(title, (text,), Kind.BRIEF, byline=" ".join(facts.people[:2]))
