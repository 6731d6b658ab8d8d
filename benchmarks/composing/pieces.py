"""One story becomes pieces with roles: headings, byline, lead, paragraphs, crossheads, caption, notice."""

from __future__ import annotations

import random
import re

from benchmarks.composing.corpus import Story
from benchmarks.composing.headings import headings
from benchmarks.composing.invented import Invented, invented_pieces
from benchmarks.composing.names import name
from benchmarks.composing.piece import Piece

_BRACKETS = r"(?:[（(][^）)]{1,20}[）)])?"
OLD_DATELINE = re.compile(rf"^[（(]?(?:据)?(?:新华社|本报|中新社)[^，。]{{0,18}}?(?:讯|电){_BRACKETS}[ ：:]*{_BRACKETS} *")
_CLAUSE = re.compile(r"[，。；：！？、“”《》（）\s]+")
_OPENINGS = ("", "", "", "", "近日，", "日前，", "记者从县里获悉，", "记者从省有关部门获悉，", "“", "上周三下午，")
_GENERAL = (
    "办实事",
    "促发展",
    "强基础",
    "重实效",
    "干部带头",
    "问题在哪里",
    "办法总比困难多",
    "规模大效益好",
    "分清主次",
    "凝聚合力",
    "从零开始",
    "一步一个脚印",
    "把好质量关",
    "攻坚克难",
    "开拓新路子",
    "转变作风",
    "服务到家门口",
    "人人有责",
    "开头的话",
    "未来可期",
    "走在前列",
    "换一种思路",
    "细处见真情",
    "党员走在前",
    "优化环境",
    "提升水平",
    "健全机制",
    "创新方法",
    "补齐短板",
    "共建共享",
)
_TOPICS = (
    "法治",
    "民生",
    "产业",
    "红色",
    "学习",
    "健康",
    "乡村",
    "文化",
    "新春",
    "党建",
    "教育",
    "财经",
    "本版",
    "社会",
    "代表",
    "委员",
)
_COLUMNS = (
    "聚焦", "广角", "在线", "观察", "见闻", "走基层", "发言", "声音", "新闻", "记忆", "心得", "时评", "调查", "追踪", "直击",
    "访谈", "人物", "札记", "百态", "视窗", "巡礼", "档案", "园地", "观点", "一线",
)  # fmt: skip
_LABELS = ("要闻", "时评", "综合新闻", "一线见闻", "图说新闻", "记者调查", "今日谈", "灯下随感", "读者来信", "晨钟")


def label(rng: random.Random) -> str:
    return rng.choice(_LABELS) if rng.random() < 0.4 else rng.choice(_TOPICS) + rng.choice(_COLUMNS)


def subject(rng: random.Random) -> str:
    """What a page is about, in a few words."""
    return rng.choice([text for text in _GENERAL if len(text) <= 6])


def pieces(story: Story, rng: random.Random, longest: int, form: str | None = None) -> list[Piece]:
    """The story in reading order, its form made up to date: news, plain, feature, statement, byline_first, byline_last."""
    writer = [name(rng) for _ in range(rng.choice((1, 1, 1, 2, 2, 3)))]
    form = form or rng.choices(("news", "plain", "byline_first", "byline_last", "feature", "picture"), (5, 2, 2, 2, 2, 0.7))[0]
    if form == "statement" and not story.whole:
        return statement(story, rng)
    if isinstance(story, Invented):
        return invented_pieces(story, rng, longest)
    if form == "picture":
        return picture_story(story, rng)
    body = _body(story, rng, longest)
    if form == "news":
        body[0] = dateline(rng, writer) + OLD_DATELINE.sub("", body[0])
    elif rng.random() < 0.85:
        body[0] = rng.choice(_OPENINGS) + (OLD_DATELINE.sub("", body[0]) or body[0])
    found = headings(story, rng)
    crossheads = len(body) >= 3 and rng.random() < (0.85 if form == "feature" else 0.2)
    leads = form == "news" or (form in ("plain", "byline_last") and not crossheads and not _is_story(found))
    if form in ("byline_first", "feature") and found:
        found += _bylines(rng, writer)
    # Where a dateline of the corpus was left, it tells that the text is news.
    found += _texts(body, rng, crossheads=crossheads, lead=leads or OLD_DATELINE.match(body[0]) is not None)
    if form == "byline_last":
        _sign(found, rng, writer)
    if rng.random() < 0.22 and found[0].role != "body":
        found += caption(body, rng, writer[0])
    return found


def _is_story(heads: list[Piece]) -> bool:
    """Whether a heading is that of a longer story rather than of news: told by a subtitle after a dash."""
    return not heads or any(piece.text.startswith("—") for piece in heads)


def _body(story: Story, rng: random.Random, longest: int) -> list[str]:
    body: list[str] = []
    join_short = rng.random() < 0.5
    for number, printed in enumerate(story.paragraphs):
        paragraph = (OLD_DATELINE.sub("", printed) or printed) if number else printed
        if body and join_short and len(body[-1]) < 60 and len(paragraph) < 120:
            body[-1] += paragraph
        else:
            body.append(paragraph)
        if sum(map(len, body)) > longest:
            break
    return body


def dateline(rng: random.Random, writer: list[str]) -> str:
    names = " ".join(writer)
    day = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    return rng.choice(
        (
            f"本报讯（记者{names}）",
            f"本报{day}讯（记者 {names}）",
            "本报讯 ",
            f"本报讯（{names}）",
            f"本报讯（通讯员{names}）",
            f"新华社北京{day}电（记者{names}）",
        )
    )


def _byline(rng: random.Random, writer: list[str]) -> str:
    names = " ".join(writer)
    forms = (
        f"本报记者 {names}",
        f"本报记者 {names}",
        f"本报全媒体记者 {names}",
        f"{name(rng)} 本报记者 {names}",
        names,
        f"□ 本报记者 {names}",
        f"本报记者 {names} 通讯员 {name(rng)}",
        f"本报记者 {names} 文/图",
        f"晚报全媒体记者{names}",
    )
    return rng.choice(forms)


def _sign(found: list[Piece], rng: random.Random, writer: list[str]) -> None:
    """The byline under the text, or at the end of its last line."""
    if rng.random() < 0.4:
        house = rng.choice(("本报记者 ", "晚报全媒体记者", "本报记者", "通讯员 "))
        found[-1].text += rng.choice(
            (f" {house}{' '.join(writer)}", f"（{house}{' '.join(writer)}）", f"（{' '.join(writer)}）")
        )
    else:
        found += _bylines(rng, writer)


def _bylines(rng: random.Random, writer: list[str]) -> list[Piece]:
    """One line of names, or an office and its names on two lines."""
    if rng.random() < 0.15:
        return [Piece("byline", rng.choice(("本报记者", "全媒体记者", "晚报全媒体记者"))), Piece("byline", " ".join(writer))]
    return [Piece("byline", _byline(rng, writer))]


def statement(story: Story, rng: random.Random) -> list[Piece]:
    """A short speech under its speaker and title, one of several on a page."""
    texts = [p for p in story.paragraphs if 60 < len(p) < 600] or list(story.paragraphs)
    text = OLD_DATELINE.sub("", rng.choice(texts))
    title = " ".join([line for line in story.headings if line[0] not in "—─"][-1:]) or clause(text, rng) or "几点建议"
    speaker = f"{rng.choice(('政协委员', '人大代表', '民建会员', '市民', '党员代表'))}{name(rng)}"
    form = rng.choice(("{s}：**{t}**", "{s}：{t}", "{t}", "**{s}：{t}**"))
    return [Piece("headline", form.format(s=speaker, t=title)), Piece("body", text)]


def furniture(rng: random.Random) -> str:
    """A folio, date or editors' line of our own invention."""
    who = name(rng)
    day = f"20{rng.randint(10, 25)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    return rng.choice(
        (
            f"责任编辑：{who}", f"责编 {who} 版式 {name(rng)} 校对 {name(rng)}", f"本版编辑：{who}",
            f"编辑：{who} 美编：{name(rng)}",
            f"第{rng.randint(2, 16)}版", f"{day} 星期{rng.choice('一二三四五六日')}",
            f"A{rng.randint(1, 16):02} 要闻", "综合新闻 ZONGHE XINWEN",
            f"热线：0{rng.randint(400, 499)}-{rng.randint(1000000, 9999999)}",
        )
    )  # fmt: skip


def clause(text: str, rng: random.Random, low: int = 5, high: int = 14) -> str | None:
    found = [c for c in _CLAUSE.split(text) if low <= len(c) <= high]
    return rng.choice(found) if found else None


def _texts(body: list[str], rng: random.Random, crossheads: bool, lead: bool) -> list[Piece]:
    """Paragraphs, with crossheads before some of them."""
    style = rng.choice(("", "", "", "couplet", "couplet", "——"))
    every = rng.randint(1, 3)
    first_at = rng.choice((1, 1, 1, 2)) if lead else rng.choice((0, 0, 1, 1, 2))
    found: list[Piece] = []
    for i, paragraph in enumerate(body):
        if crossheads and i >= first_at and (i - first_at) % every == 0:
            found.append(Piece("crosshead", _crosshead(body, paragraph, style, rng)))
        found.append(Piece("lead" if lead and i == 0 and len(body) > 1 else "body", paragraph))
    return found


def _crosshead(body: list[str], below: str, style: str, rng: random.Random) -> str:
    """Said in the words of the text below it, or of any of the story, or in general ones."""
    source = rng.choice((below, "，".join(body), None))
    text = _said(source, rng)
    if style == "couplet":
        text = _couplet(text, _said(source, rng), rng)
    if source is None and style == "" and rng.random() < 0.15:
        return f"【{text}】"
    return text + ("——" if style == "——" else "")


def _said(source: str | None, rng: random.Random) -> str:
    return (clause(source, rng) if source else None) or rng.choice(_GENERAL)


def _couplet(left: str, right: str, rng: random.Random) -> str:
    """Two halves with a gap between, or with a comma where they are of one length."""
    even = [text for text in (right, *_GENERAL) if len(text) == len(left) and text != left]
    if even and rng.random() < 0.2:
        return f"{left}，{rng.choice(even)}"
    return f"{left} {right}" if left != right else left


def caption(body: list[str], rng: random.Random, writer: str) -> list[Piece]:
    what = clause("，".join(body), rng, 8, 20)
    if not what:
        return []
    forms = (
        "图为{}。",
        "{}。（资料图片）",
        "{}现场。",
        "{}活动。",
        "{}场景。",
        "图为{}。（{}摄）",
        "{}。 本报记者 {} 摄",
        "“{}” 本报记者 {} 摄",
    )
    text = rng.choice(("", "", "", "", "", "▲", "▼", "图①：")) + rng.choice(forms).format(what, writer)
    found = [Piece("caption", text)]
    if writer not in found[0].text and rng.random() < 0.3:
        found.append(Piece("byline", f"{rng.choice(('本报记者 ', '', '通讯员 '))}{writer} 摄"))
    return found


def picture_story(story: Story, rng: random.Random) -> list[Piece]:
    """A picture with a long caption and its photographer, an article of its own."""
    first = next((p for p in story.paragraphs if len(p) > 60), story.paragraphs[0])
    sentences = re.findall(r"[^。]+。", OLD_DATELINE.sub("", first)) or [first[:80] + "。"]
    text = "".join(sentences[: rng.randint(1, 2)])[:150]
    what = clause(first, rng, 6, 18)
    text += rng.choice((f"图为{what}。", f"图为{what}。", f"这是{what}。", "")) if what else ""
    photographer = name(rng)
    credit = rng.choice((f"本报记者 {photographer} 摄", f"{photographer} 摄", f"{name(rng)} 本报记者 {photographer} 摄", None))
    found = [Piece("headline", story.headings[0])] if story.headings and rng.random() < 0.3 else []
    if not found and rng.random() < 0.25:
        found = [Piece("section_label", rng.choice(("图片新闻", "图片报道", "光影")))]
    text = rng.choice(("", "", "", "", "▲", "▼", "图①：")) + text
    if credit is None:
        return [*found, Piece("caption", f"{text}（{photographer} 摄）")]
    split = rng.random() < 0.4 and " 本报记者 " in credit
    lines = [f"{name(rng)} 本报记者", f"{photographer} 摄"] if split else [credit]
    return [*found, Piece("caption", text), *(Piece("byline", line) for line in lines)]
