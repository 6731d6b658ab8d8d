"""GENRE: 体裁 by form and cue, each of them a weight for one genre."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator

from models.domain.label import Field, Reason, Suggested
from models.tagging.content import Content
from models.tagging.evidence import Evidence, probability
from models.tagging.vocabulary import genres

Vote = tuple[str, float, Evidence, str]
"""Genre, weight in log-odds, evidence, detail."""

_BRIEF = 230
"""Characters up to which a piece of news is a 简讯."""
_LONG = 900
_NEWS_OPENING = re.compile(
    r"^(?:[“”]?)(?:近日|日前|近期|今天|昨天|昨日|今日|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日|\d{4}年\d{1,2}月|记者从|从.{2,20}获悉|为[^。]{4,80}，)|记者(?:今天|昨天|近日|日前)?从.{2,24}获悉"
)
_ABOUT = re.compile(r"^[—－─-]{1,4}\s?(?:记|访|读|评|写在|走近|走进|追记|来自|聚焦)?")
_FIRST_PERSON = re.compile(r"(?<![“‘])我(?:们)?(?:建议|认为|觉得|想|希望|有几点|作为)")
_OVER_TIME = re.compile(
    r"[\d一二三四五六七八九十]+年来|一年来|过去的?\d{4}年|回首\d{4}|展望\d{4}|新的一年|今年以来|年初以来|累计|先后|全年"
)
_SCENE = re.compile(r"[“”！……]")


def suggest_genre(content: Content, *, dateline: bool, speaker: bool) -> tuple[Suggested, ...]:
    """The likeliest genre with what spoke for it."""
    votes = list(_votes(content, dateline, speaker))
    sums: dict[str, float] = defaultdict(float)
    for genre, weight, _, _ in votes:
        sums[genre] += weight
    if not sums:
        return ()
    best = max(sums, key=lambda genre: sums[genre])
    names = [genre.name for genre in genres()]
    share = math.exp(sums[best]) / sum(math.exp(sums.get(name, 0.0)) for name in names)
    share = min(0.97, share)
    reasons = tuple(Reason(evidence, weight, detail) for genre, weight, evidence, detail in votes if genre == best)
    return (Suggested(Field.GENRE, best, probability(math.log(share / (1 - share))), reasons),)


def _votes(content: Content, dateline: bool, speaker: bool) -> Iterator[Vote]:
    yield from _cues(content)
    if not content.paragraphs and content.captions:
        yield "图片新闻", 5.0, Evidence.GENRE_FORM, "caption"
    if content.has_notice:
        yield "公告", 1.5, Evidence.GENRE_FORM, "notice"
    if speaker:
        yield "言论", 4.0, Evidence.GENRE_FORM, "speaker"
    if content.paragraphs:
        yield from _by_form(content, dateline)


def _cues(content: Content) -> Iterator[Vote]:
    """What the title, the section label and the subtitle call the article."""
    labels = {"".join(label.split()).strip("【】[]◆●■★—-·") for label in content.labels}
    title, subtitle = content.title.rstrip("》” "), content.subtitle.rstrip("》” ")
    text = "".join(content.paragraphs)
    for genre in genres():
        ending = next((end for end in genre.title_ends if title.endswith(end) or subtitle.endswith(end)), "")
        if ending:
            yield genre.name, 4.5, Evidence.GENRE_WORD, ending
        if labels & genre.labels:
            yield genre.name, 3.0, Evidence.GENRE_LABEL, (labels & genre.labels).pop()
        cue = next(
            (cue for cue in genre.cues if cue in content.heading or (content.has_notice or len(text) < 300) and cue in text), ""
        )
        if cue:
            yield genre.name, 2.5, Evidence.GENRE_WORD, cue


def _by_form(content: Content, dateline: bool) -> Iterator[Vote]:
    first, length = content.paragraphs[0], content.length
    yield "消息", 1.0, Evidence.GENRE_FORM, "usual"
    if dateline:
        yield "消息", 3.0, Evidence.DATELINE, ""
    elif _NEWS_OPENING.search(first[:90]):
        yield "消息", 1.5, Evidence.GENRE_FORM, "news_opening"
    if length <= _BRIEF and not content.byline_first and not content.has_notice:
        yield "简讯", 2.5 + 2.5 * dateline, Evidence.GENRE_FORM, "brief"
        if not dateline and content.bylines:
            yield "消息", 1.0, Evidence.GENRE_FORM, "byline"
    if content.byline_first and not dateline:
        yield "通讯", 2.0, Evidence.BYLINE_LINE, ""
    if _ABOUT.match(content.subtitle):
        yield "通讯", 1.5, Evidence.GENRE_FORM, "dash_subtitle"
    if len(content.crossheads) > 1:
        yield "通讯", 1.0, Evidence.GENRE_FORM, "crossheads"
    if length > _LONG and not dateline:
        yield "通讯", 0.7, Evidence.GENRE_FORM, "long"
    over_time = len(_OVER_TIME.findall("".join(content.paragraphs)))
    if length > _LONG and over_time >= 5:
        yield "综述", 1.5 + min(2.0, 1000 * over_time / length / 4), Evidence.GENRE_FORM, "over_time"
    if _FIRST_PERSON.search("".join(content.paragraphs)) and not dateline:
        yield "言论", 1.5, Evidence.GENRE_FORM, "first_person"
