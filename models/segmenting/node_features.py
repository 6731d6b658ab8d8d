"""What can be seen of one fragment among its neighbours: (n,) tables the pair and end features are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.domain.cues import Way, cues
from models.domain.text import open_start as begins_open
from models.domain.text import text_width
from models.segmenting import lexicon
from models.segmenting.fragments import Fragment
from models.segmenting.guess import Guess
from models.segmenting.roles import Kind

Row = NDArray[np.float64]

_STORY = re.compile(
    r"^(?:近日|日前|昨日|昨天|今日|今天|记者从|\d{1,2}月\d{1,2}日|\d{1,2}日|20\d\d年\d{1,2}月|连日来|“?为[了进]?.{2,12}，)"
)
_GOING_ON = re.compile(
    r"^(?:据悉|据了解|据介绍|此外|同时|另外|另据|其中|目前|截至|截止|对此|为此|因此|与此同时|下一步|接下来|随后|"
    r"会上|会议[指强要认]|不仅|但|而|这|他|她|该|在此|活动中|活动现场)"
)
_ITEMS = (
    re.compile(r"(?:^|[。；，：])(?:第)?([一二三四五六七八九十])(?:是|要|、|，)"),
    re.compile(r"(?:^|[。；])[（(]([一二三四五六七八九十])[）)]"),
)
_CUE = 16
"""Characters at an end of a line where it speaks of other pages."""
_DIGITS = "一二三四五六七八九十"


def _flags(guess: Guess, test: Callable[[Fragment], object]) -> Row:
    return np.array([float(bool(test(node))) for node in guess.scene.nodes])


def fresh(guess: Guess) -> Row:
    """The text begins with a dateline."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and lexicon.DATELINE.match(node.text) is not None)


def story(guess: Guess) -> Row:
    """The text begins as stories do: a day, 近日, 记者从."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and _STORY.match(node.text) is not None)


def going_on(guess: Guess) -> Row:
    """The text begins as later paragraphs do: 据悉, 此外, 目前."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and _GOING_ON.match(node.text) is not None)


def opened(guess: Guess) -> Row:
    return _flags(guess, lambda node: begins_open(node.text))


def quotes_owed(guess: Guess) -> Row:
    """The text opens a quotation that it does not close."""
    return np.array([float(text.count("“") > text.count("”")) for text in guess.scene.texts])


def quotes_closed(guess: Guess) -> Row:
    """The text closes a quotation that it did not open."""
    found = []
    for text in guess.scene.texts:
        close, begin = text.find("”"), text.find("“")
        found.append(float(close >= 0 and (begin < 0 or close < begin)))
    return np.array(found)


def last_item(guess: Guess) -> Row:
    return np.array([_item(text, -1) for text in guess.scene.texts])


def first_item(guess: Guess) -> Row:
    return np.array([_item(text[:8], 0) for text in guess.scene.texts])


def _item(text: str, which: int) -> float:
    """The number of the first or last item of an enumeration in `text`, 0 for none."""
    for form in _ITEMS:
        found = form.findall(text)
        if found:
            return _DIGITS.index(found[which]) + 1.0
    return 0.0


def after_heading(guess: Guess) -> Row:
    """Nothing, a heading or a byline stands right before it in the source."""
    text = guess.scene.text
    return np.concatenate([[1.0], 1.0 - text[:-1]]) if len(text) else np.zeros(0)


def before_heading(guess: Guess) -> Row:
    text = guess.scene.text
    return np.concatenate([1.0 - text[1:], [1.0]]) if len(text) else np.zeros(0)


def text_after(guess: Guess) -> Row:
    return 1.0 - before_heading(guess) if guess.scene.size else np.zeros(0)


def run_start(guess: Guess) -> NDArray[np.int64]:
    """For each fragment the first of the unbroken run of text it stands in."""
    result = np.arange(guess.scene.size)
    for i in range(1, guess.scene.size):
        if guess.scene.text[i] and guess.scene.text[i - 1] and not lexicon.DATELINE.match(guess.scene.texts[i]):
            result[i] = result[i - 1]
    return result


def headings_after(guess: Guess) -> float:
    """-1..1: whether the page's headings have their words in the text above (1) or below (-1) them."""
    scene, votes = guess.scene, [0.0]
    for i in np.flatnonzero(scene.heading):
        above = guess.title_in_article[i, i - 1] if i > 0 and scene.text[i - 1] else 0.0
        below = guess.title_in_article[i, i + 1] if i + 1 < scene.size and scene.text[i + 1] else 0.0
        votes.append(float(np.tanh(3.0 * (above - below))))
    first = 1.0 if scene.size and scene.text[0] else -1.0
    last = 1.0 if scene.size and scene.heading[-1] else -1.0
    return float(np.tanh(sum(votes) + 0.5 * (first + last)))


def lead_like(guess: Guess) -> Row:
    """-1..1: the words a text begins with are those of first paragraphs, not of later ones."""
    return guess.scene.begins["lead_like"] * guess.scene.text


def topic_changes(guess: Guess) -> Row:
    """-1..1: a text is less like those before it than neighbours on this page are; 0 at the head of an unbroken run."""
    return _changes(guess, guess.scene.windows_alike)


def characters_change(guess: Guess) -> Row:
    """The same by single characters."""
    return _changes(guess, guess.scene.windows_alike_characters)


def _changes(guess: Guess, alike: Row) -> Row:
    inside = guess.scene.text & (after_heading(guess) == 0) & (alike > 0)
    if inside.sum() < 3:
        return np.zeros(guess.scene.size)
    return np.asarray(inside * np.tanh(8.0 * (np.median(alike[inside]) - alike)))


def new_topic(guess: Guess) -> Row:
    """A text begins as stories do after a finished one, and the topic changes."""
    closed = np.concatenate([[False], ~guess.scene.open_end[:-1]])
    begins = np.maximum.reduce([fresh(guess), story(guess), lead_like(guess)])
    return np.asarray(begins * np.maximum(0.0, topic_changes(guess)) * closed)


def under_label(guess: Guess) -> Row:
    """A label stands right before it."""
    return _flags(guess, lambda node: node.under_label)


def sentence_start(guess: Guess) -> Row:
    """-1..1: whether a text begins as sentences do, or inside one; 0 for headings."""
    return guess.scene.begins["sentence_start"] * guess.scene.text


def _form(node: Fragment) -> int:
    """How a heading is marked: its level, 7 for bold alone, 8 for nothing."""
    return _mark(node) or (7 if node.lines[0].line.marks.bold else 8)


def deeper(guess: Guess) -> Row:
    """The heading's mark is lower (1) or higher (-1) than that of the heading before it in the source."""
    result, before = np.zeros(guess.scene.size), None
    for i, node in enumerate(guess.scene.nodes):
        if node.kind is Kind.HEADING:
            if before is not None:
                result[i] = np.sign(_form(node) - before)
            before = _form(node)
    return result


def like_sure_headlines(guess: Guess) -> Row:
    """1 for a heading marked as those with a byline or a dateline under them, -1 for another mark, 0 without such."""
    nodes = guess.scene.nodes
    sure = {_form(node) for i, node in enumerate(nodes) if node.kind is Kind.HEADING and _surely_begins(guess, i)}
    return np.array([(1.0 if _form(n) in sure else -1.0) if n.kind is Kind.HEADING and sure else 0.0 for n in nodes])


def _surely_begins(guess: Guess, i: int) -> bool:
    after = guess.scene.nodes[i + 1] if i + 1 < guess.scene.size else None
    fresh_below = after is not None and after.kind is Kind.TEXT and lexicon.DATELINE.match(after.text) is not None
    return bool(guess.scene.nodes[i].byline) or fresh_below


def under_bylined(guess: Guess) -> Row:
    """The last sure headline above it in the source has a byline, and no dateline stands between."""
    result, bylined = np.zeros(guess.scene.size), False
    for i, node in enumerate(guess.scene.nodes):
        result[i] = float(bylined)
        if node.byline and node.kind is Kind.HEADING:
            bylined = True
        elif node.kind is Kind.BYLINE or lexicon.DATELINE.match(node.text):
            bylined = False
    return result


def longer_than_others(guess: Guess) -> Row:
    """-1..1: how the heading's longest line compares with the usual heading of the page."""
    widths = [
        max(text_width(line.text) for line in node.lines) if node.kind is Kind.HEADING else 0.0 for node in guess.scene.nodes
    ]
    usual = float(np.median([w for w in widths if w])) if any(widths) else 1.0
    return np.array([np.tanh(2.0 * np.log(w / usual)) if w else 0.0 for w in widths])


def nearest_is_above(guess: Guess) -> Row:
    """-1..1: the text below a heading is more like the text above it than like any other article of the page."""
    scene, result = guess.scene, np.zeros(guess.scene.size)
    for i in np.flatnonzero(scene.heading):
        if 0 < i < scene.size - 1 and scene.text[i + 1]:
            above, below = guess.of[i - 1], guess.of[i + 1]
            others = guess.alike[i + 1][(guess.of != above) & (guess.of != below) & scene.text]
            here = guess.alike[i - 1, i + 1] if above != below else 1.0
            result[i] = np.tanh(6.0 * (here - others.max(initial=0.0)))
    return result


def alike_across(guess: Guess) -> Row:
    return guess.scene.alike_across


def changes_across(guess: Guess) -> Row:
    """-1..1: the texts before and after a heading are less alike than is usual round headings and within runs of the page."""
    alike, within = guess.scene.alike_across, guess.scene.windows_alike_characters
    usual = np.concatenate([alike[alike > 0], within[within > 0]])
    if len(usual) < 3:
        return np.zeros(guess.scene.size)
    return np.asarray((alike > 0) * np.tanh(8.0 * (np.median(usual) - alike)))


def _mark(node: Fragment) -> int:
    marks = [line.line.marks.heading for line in node.lines if line.line.marks.heading]
    return min(marks, default=0)


def top_mark(guess: Guess) -> Row:
    """The heading has the highest level of mark on the page."""
    marks = [_mark(node) if node.kind is Kind.HEADING else 0 for node in guess.scene.nodes]
    top = min((mark for mark in marks if mark), default=-1)
    return np.array([float(mark == top) for mark in marks])


def low_mark(guess: Guess) -> Row:
    """The heading has no mark, or the lowest level, on a page that has several."""
    marks = [_mark(node) if node.kind is Kind.HEADING else 0 for node in guess.scene.nodes]
    levels = {mark for mark in marks if mark}
    if not levels:
        return np.zeros(len(marks))
    lowest = max(levels) if len(levels) > 1 else 9
    return np.array([float(mark == 0 or mark >= lowest) for mark in marks])


def bold_mark(guess: Guess) -> Row:
    return _flags(guess, lambda node: node.kind is Kind.HEADING and node.lines[0].line.marks.bold and not _mark(node))


def crosshead_shape(guess: Guess) -> Row:
    """One short heading line without a byline."""
    return _flags(
        guess,
        lambda node: (
            node.kind is Kind.HEADING and len(node.lines) == 1 and not node.byline and text_width(node.lines[0].text) <= 20
        ),
    )


def repeated_shape(guess: Guess) -> Row:
    """0..1: other headings of the same mark and about the same length on the page."""
    shapes = [_shape(node) if node.kind is Kind.HEADING else None for node in guess.scene.nodes]
    spread = Counter(shape for shape in shapes if shape)
    return np.array([min(1.0, (spread[shape] - 1) / 3.0) if shape else 0.0 for shape in shapes])


def _shape(node: Fragment) -> tuple[int, bool, int, int]:
    first = node.lines[0]
    return _mark(node), first.line.marks.bold, len(node.lines), round(text_width(first.text) / 3)


def has_byline(guess: Guess) -> Row:
    return _flags(guess, lambda node: node.kind is Kind.HEADING and bool(node.byline))


def several_lines(guess: Guess) -> Row:
    return _flags(guess, lambda node: node.kind is Kind.HEADING and len(node.lines) > 1)


def fresh_after(guess: Guess) -> Row:
    """The text after it in the source begins with a dateline."""
    return np.concatenate([fresh(guess)[1:], [0.0]]) if guess.scene.size else np.zeros(0)


def story_after(guess: Guess) -> Row:
    return np.concatenate([story(guess)[1:], [0.0]]) if guess.scene.size else np.zeros(0)


def byline_after(guess: Guess) -> Row:
    return np.concatenate([guess.scene.byline[1:].astype(float), [0.0]]) if guess.scene.size else np.zeros(0)


def notice(guess: Guess) -> Row:
    return _flags(guess, lambda node: node.kind is Kind.HEADING and lexicon.NOTICE_HEAD.match(node.lines[-1].text) is not None)


def notice_text(guess: Guess) -> Row:
    """The text speaks as public notices do."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and lexicon.NOTICE_TEXT.search(node.text) is not None)


def goes_on_elsewhere(guess: Guess) -> Row:
    """The text's last line says on which page it goes on."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and _says(node.lines[-1].text[-_CUE:], Way.ON))


def came_from_elsewhere(guess: Guess) -> Row:
    """The text's first line says on which page it began."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and _says(node.lines[0].text[:_CUE], Way.BACK))


def _says(text: str, way: Way) -> bool:
    return any(cue.way is way for cue in cues(text))


def closing(guess: Guess) -> Row:
    """The text ends with its reporter's name in brackets, or is a signature."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and (node.signature or node.byline or _credited(node.text)))


def credited(guess: Guess) -> Row:
    """The text ends with a name in brackets."""
    return _flags(guess, lambda node: node.kind is Kind.TEXT and _credited(node.text))


def _credited(text: str) -> bool:
    return lexicon.CREDIT_END.search(text) is not None


def signature(guess: Guess) -> Row:
    return _flags(guess, lambda node: node.signature)
