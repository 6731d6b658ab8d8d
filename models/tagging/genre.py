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

_BRIEF = 260
"""Characters up to which a piece of news is a 简讯."""
_BRIEFEST = 120
_LONG = 900
_NEWS_OPENING = re.compile(
    r"^(?:[“”]?)(?:近日|日前|近期|今天|昨天|昨日|今日|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日|\d{4}年\d{1,2}月|记者从|从.{2,20}获悉|为[^。]{4,80}，)|记者(?:今天|昨天|近日|日前)?从.{2,24}获悉"
)
_ABOUT = re.compile(r"^[—－─-]{1,4}\s?(?:记|访|读|评|写在|走近|走进|追记|来自|聚焦)?")
_FIRST_PERSON = re.compile(r"(?<![“‘])我(?:们)?(?:建议|认为|觉得|想|希望|有几点|作为)")
_OVER_TIME = re.compile(
    r"[\d一二三四五六七八九十]+年来|一年来|这一年|过去的?\d{4}年|回首\d{4}|展望\d{4}|新的一年|今年以来|年初以来|累计|先后|全年"
)
_TIME_OF_DAY = re.compile("清晨|凌晨|拂晓|早上|早晨|午夜|深夜|傍晚|晚上|夜里|当晚|夜晚|这一夜|夕阳|黄昏|夜色|正午")
_SAYS = re.compile("[。！？]”|(?:说|告诉记者|感慨|坦言|介绍)(?:道|，)?[：，。]")
_ABOUT_SOMEONE = re.compile("^[—－─-]{1,4}[ ]?(?:记|访|走近|追记)")


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
        texts = content.heading + (text if content.has_notice or len(text) < 300 else "")
        cue = next((cue for cue in genre.cues if cue in texts), "")
        if cue:
            yield genre.name, 4.0 if cue in content.heading else 2.5, Evidence.GENRE_WORD, cue


def _by_form(content: Content, dateline: bool) -> Iterator[Vote]:
    """What the form of the running text speaks for."""
    length = content.length
    yield "消息", 1.0, Evidence.GENRE_FORM, "usual"
    if dateline:
        yield "消息", 3.0, Evidence.DATELINE, ""
    elif _NEWS_OPENING.search(content.paragraphs[0][:90]):
        yield "消息", 1.5, Evidence.GENRE_FORM, "news_opening"
    if length <= _BRIEF and not content.byline_first and not content.has_notice:
        yield "简讯", 3.0, Evidence.GENRE_FORM, "brief"
        if length <= _BRIEFEST:
            yield "简讯", 1.5, Evidence.GENRE_FORM, "very_brief"
        if content.bylines:
            yield "消息", 1.5, Evidence.GENRE_FORM, "byline"
    if "摄影报道" in "".join(content.bylines):
        yield "消息", 1.0, Evidence.GENRE_FORM, "pictures"
    if not dateline:
        yield from _feature_forms(content)


def _feature_forms(content: Content) -> Iterator[Vote]:
    """What tells 通讯, 综述 and 言论, none of which has a dateline."""
    text, length = "".join(content.paragraphs), content.length
    if content.byline_first:
        yield "通讯", 2.0, Evidence.BYLINE_LINE, ""
    if _ABOUT.match(content.subtitle):
        yield "通讯", 1.5, Evidence.GENRE_FORM, "dash_subtitle"
    if len(content.crossheads) > 1:
        yield "通讯", 1.0, Evidence.GENRE_FORM, "crossheads"
    if length > _LONG:
        yield "通讯", 0.7, Evidence.GENRE_FORM, "long"
    if len(_TIME_OF_DAY.findall(text)) > 1:
        yield "通讯", 1.5, Evidence.GENRE_FORM, "scene"
    if not content.byline_first and length > _BRIEF and len(_SAYS.findall(text)) > 1:
        yield "通讯", 1.3, Evidence.GENRE_FORM, "speech"
    if length > _LONG and not _SAYS.search(text) and not _ABOUT_SOMEONE.match(content.subtitle):
        yield "综述", 2.5, Evidence.GENRE_FORM, "nobody_speaks"
    over_time = len(_OVER_TIME.findall(text))
    if length > _LONG and over_time > 3:
        yield "综述", min(2.5, over_time / 4), Evidence.GENRE_FORM, "over_time"
    if _FIRST_PERSON.search(text):
        yield "言论", 1.5, Evidence.GENRE_FORM, "first_person"
