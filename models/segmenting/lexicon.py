"""The set phrases of the trade that tell what a line is: datelines, bylines, captions, notices, labels, imprint."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache

from models.resources import RESOURCES

_RANK = r"(?:首席|见习|实习|特约|特派|驻[一-鿿]{1,6}|全媒体|融媒体?|新媒体|摄影|文字|外派)"
_OFFICE = rf"{_RANK}*(?:记者|通讯员|评论员|特派员|撰稿人?|特稿)"
_AGENCY = r"本报|本刊|本台|本网|新华社|新华网|中新社|中新网|人民网|央视网?"
_PAPER = rf"(?:据)?(?:{_AGENCY}|[一-鿿]{{2,8}}?(?:日报|晚报|晨报|都市报|商报|时报|网|社|台))"

_MISREAD_DATELINE = r"[一-鿿]{2}讯[（(](?:记者|通讯员|特约|[一-鿿]{2,4}[）)])"
DATELINE = re.compile(
    rf"^(?:[（(]?{_PAPER}[^，。,；]{{0,22}}?(?:(?<!通)讯|电|报道|消息)(?=[\s　（(：:—\-─]|[一-鿿“‘\d]|$)|{_MISREAD_DATELINE})"
)
_HOUSE = r"(?:本报|本刊|本台|本网|新华社|[一-鿿]{1,6}(?:报|网|社|台))"
OFFICE_NAME = re.compile(rf"^[^，。！？,;；]{{0,14}}?{_HOUSE}?\s*{_OFFICE}(?=[\s　:：/·]|[一-鿿]|$)")
ENDS_WITH_REPORTER = re.compile(rf"[。！？”…][\s　]*(?:[（(]|[□■])?[\s　]*{_HOUSE}?{_OFFICE}[\s　]*[㐀-鿿\s　]{{2,16}}[）)]?$")
CREDIT = re.compile(r"(?:摄|摄影报道|文[/／]图|图[/／]文|文并?摄|供图|供稿|整理|撰文|编译|制图|图片由.{2,16}提供)[）)]?$")
PHOTO_CREDIT = re.compile(r"(?:摄|摄影|供图|图片|制图|[社报]发)[）)]?$")
PHOTOGRAPHER = re.compile(r"摄|供图|图片")
_CREDIT_IN_BRACKETS = r"[^（）()]{0,12}(?:记者|通讯员|报道|摄|供稿|文图)[^（）()]{0,16}"
CREDIT_END = re.compile(rf"[（(](?:{_CREDIT_IN_BRACKETS}|[㐀-鿿]{{2,4}}(?:\s[㐀-鿿]{{2,4}})*)[）)]$")
CREDIT_START = re.compile(r"^(?:文|图|摄影|撰文|作者|记者|通讯员|文字|图片)(?:[/／、·]?(?:图|文|摄影))?\s*[:：/／]")
CAPTION = re.compile(
    r"图为|图[①-⑩一二三四五]|（资料(?:图片|照片)?）|（资料图）|^[左右上下中]图|上图|下图|左图|右图|（附图片）|"
    r"(?:现场|活动|场景|场面|一角|合影|外景|瞬间|景象|画面)。$"
)
CAPTION_START = re.compile(r"^(?:▲|▼|◀|▶|[左右上下]?图[为：:①-⑩]|[左右上下]图)")
NOTICE_HEAD = re.compile(
    r"^.{0,24}(?<!发表)(?<!发布)(?<!发出)(?:声明|公告|公示|启事|通告|通知|讣告|更正|致歉|招标|拍卖|遗失|预告|公报)(?:[（(].{1,16}[）)])?$"
)
INDEX_ENTRY = re.compile(r"^.{4,40}(?:\D\d{1,2}|[一二三四五六七八])版[）)]?$")
NOTICE_WORD = re.compile(
    r"(?:遗失|作废|挂失|注销|清算|减资|合并|债权|拍卖|招标|招聘|寻人|更正|郑重)?(?:声明|公告|启事|讣告|公示|通告)|更正|致歉|讣闻"
)
"""All that stands over many small notices."""
NOTICE_END = re.compile(r"(?:作废|特此(?:公告|声明|公示|通告|通知|启事))[。！]?$")
"""How a notice ends; only who gives it and when may follow, or the next paper that is lost."""
NOTICE_TEXT = re.compile(
    r"(?:声明|原件|同时)作废|作废[。！]?$|(?:遗失|丢失)[，,。](?:[^。]{0,40}(?:作废|声明|号)|$)|特此(?:公告|声明|通知|公示|通告)|公示期|"
    r"公示如下|公告如下|注销|债权人[^。]{0,30}(?:申报|清偿|联系)|拟任|招标(?:公告|人|编号)|投标人|监督电话|举报电话|自(?:本)?公告|自公示|现予以?公[示告]"
)
"""What is said in public notices and seldom elsewhere."""
IMPRINT = re.compile(
    r"责任?编辑?[:：\s　]|责编|版式|美编|校对|组版|本版编辑|编辑[:：]|审读|制图[:：]|邮箱[:：]|热线|社址|邮发代号|国内统一|"
    r"CN\s?\d\d|总第\s*\d+|第\s*\d+\s*期|零售价|印刷|广告许可|星期[一二三四五六日天]|农历|"
    r"^第?[一二三四五六七八九十\dA-Z]{1,3}版$|出版$"
)
_DIGIT = r"[\d〇○零一二三四五六七八九十]"
CONTACT = re.compile(r"电话|邮编|地址|网址|网站|联系人|邮箱|平台：|https?:|www\.|@|日期：|时间：")
DATE_LINE = re.compile(rf"^[（(]?{_DIGIT}{{2,4}}\s*年\s*{_DIGIT}{{1,3}}\s*月\s*{_DIGIT}{{1,3}}\s*日[）)]?$")
BODY_OF_OFFICE = re.compile(
    r"(?:部|局|委|委员会|政府|公司|法院|检察院|办公室|中心|协会|集团|厅|银行|学校|组委会|编辑部|支队|大队|处)$"
)
_LABEL_ENDS = (
    "简讯|短讯|快讯|要闻|速递|时评|快评|短评|锐评|热评|微评|评论|链接|专题|专栏|聚焦|广场|视点|通道|讨论|连线|在线|之窗|论坛|动态|播报|天地|关注|声音|观察|"
    "一线|纪实|副刊|特刊|导读|图片新闻|新闻|热点|提示|公告|专版|综合|万象|风采|故事|走基层|发言|心得|记忆|见闻|广角|调查|追踪|"
    "速览|集锦|短波|一览|直击|解读|访谈|人物|札记|随笔|特写|百态|连载|讲坛|先锋|视窗|巡礼|档案|园地|窗口|信箱|问政|观点|看台|影像|光影|图片报道"
)
LABEL = re.compile(rf"^[一-鿿]{{0,4}}(?:{_LABEL_ENDS})$")
PUNCTUATION_INSIDE = re.compile(r"[。！？；]")
NUMBER = re.compile(r"\d+(?:\.\d+)?[%％]?|[一二三四五六七八九十百千万亿]{3,}")
QUOTED = re.compile(r"[“《「『]([^”》」』]{2,16})[”》」』]")
CONTINUED = re.compile(r"(?:下转|上接|转第?|接第?).{0,3}第?[一二三四五六七八九十\d]+版")
_NAME = re.compile(r"^[㐀-鿿]{2,4}$")
_UNUSUAL = 0.6
"""Weight of a character that the vocabulary of given names lacks."""
_LEAST = 2.0
"""Least weight of a name, all its characters together."""


@cache
def _weights(name: str) -> Mapping[str, float]:
    """A vocabulary of characters or surnames with the log of how much likelier they are in a name than in running text."""
    with (RESOURCES / "vocabularies" / name).open(encoding="utf-8") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        next(rows)
        return {row[0]: float(row[1]) for row in rows}


def is_name(word: str) -> bool:
    """Whether `word` has the form of a Chinese personal name: a surname and one or two characters usual in names."""
    if not _NAME.match(word):
        return False
    first = 2 if len(word) > 2 and word[:2] in _weights("surnames.csv") else 1
    surname, given = word[:first], word[first:]
    if surname not in _weights("surnames.csv") or not 1 <= len(given) <= 2:
        return False
    usual = sum(_weights("given_names.csv").get(char, _UNUSUAL) for char in given)
    return _weights("surnames.csv")[surname] + usual > _LEAST


def name_share(text: str) -> float:
    """Share of the words of a short line that have the form of a name, letter-spaced names (王 萌) counted as one."""
    closed = re.sub(r"(?<![㐀-鿿])([㐀-鿿])[\s　]+([㐀-鿿])(?![㐀-鿿])", r"\1\2", text)
    words = [word for word in re.split(r"[\s　、/／|]+", closed) if word]
    return sum(map(is_name, words)) / len(words) if words else 0.0


def names_in_brackets(text: str) -> bool:
    """Whether `text` is nothing but names in brackets."""
    bracketed = text.startswith(("（", "(")) and text.endswith(("）", ")"))
    return bracketed and len(text) <= 20 and name_share(text[1:-1]) == 1.0


def is_byline(text: str) -> bool:
    """Whether a short line names those who wrote or photographed, and nothing else."""
    if len(text) > 40 or PUNCTUATION_INSIDE.search(text) or DATELINE.match(text):
        return False
    office = OFFICE_NAME.match(text)
    return bool((office and _is_named(text[office.end() :])) or CREDIT.search(text) or CREDIT_START.match(text))


def _is_named(rest: str) -> bool:
    """Whether a name, a gap or nothing stands after the office: 记者周小禾, but not 记者从县里."""
    return not rest or rest[0] in " 　：:/·" or " " in rest[:4] or is_name(rest[:3]) or is_name(rest[:2])
