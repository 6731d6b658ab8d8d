"""Joints that no page has, whatever the weights say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.domain import cues
from models.segmenting import lexicon
from models.segmenting.fragments import Fragment
from models.segmenting.kind import Kind
from models.segmenting.sure_kinds import SPEAKER, is_row

Flags = NDArray[np.bool_]


def ruled_out(nodes: Sequence[Fragment]) -> Flags:
    """(n, n): whatever over a heading that begins an article, more after a notice's end, text after 下转 or before 上接."""
    texts = _each(nodes, lambda node: node.kind is Kind.TEXT)
    signed = _each(nodes, lambda node: node.signature or node.kind is Kind.BYLINE)
    of_a_notice = signed | _each(nodes, lambda node: bool(lexicon.NOTICE_TEXT.search(node.text)))
    rows = _each(nodes, lambda node: node.kind is Kind.TEXT and not node.picture and is_row(node.text))
    headings = _each(nodes, lambda node: node.kind is Kind.HEADING)
    shown = np.append((rows | _each(nodes, lambda node: node.picture))[1:], False)[: len(nodes)]
    firsts = _each(nodes, _begins_article) | (headings & shown)
    over = firsts[None, :] | (rows[:, None] & headings[None, :])
    after_end = _each(nodes, _ends_notice)[:, None] & ~of_a_notice[None, :]
    jumps = (_each(nodes, _jumps)[:, None] & texts[None, :]) | (texts[:, None] & _each(nodes, _was_jumped_to)[None, :])
    return np.asarray(over | after_end | jumps | np.eye(len(nodes), dtype=bool), dtype=bool)


def _each(nodes: Sequence[Fragment], test: Callable[[Fragment], bool]) -> Flags:
    return np.array([test(node) for node in nodes], dtype=bool)


def _begins_article(node: Fragment) -> bool:
    line = node.lines[0].text
    return node.kind is Kind.HEADING and bool(lexicon.NOTICE_WORD.fullmatch(line) or SPEAKER.match(line))


def _ends_notice(node: Fragment) -> bool:
    return node.kind is Kind.TEXT and bool(lexicon.NOTICE_END.search(node.text))


def _jumps(node: Fragment) -> bool:
    """Whether a text ends with the page it goes on on."""
    found = cues.cue(node.text, cues.Way.ON)
    return node.kind is Kind.TEXT and found is not None and found.end == len(node.text)


def _was_jumped_to(node: Fragment) -> bool:
    """Whether a text begins with the page it comes from."""
    found = cues.cue(node.text, cues.Way.BACK)
    return node.kind is Kind.TEXT and found is not None and found.start == 0
