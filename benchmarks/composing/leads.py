"""Leads of typeset articles: the first paragraph of news, told by its dateline or its form, where others follow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from benchmarks.composing.pieces import OLD_DATELINE
from tests.typeset.story import Kind, Signed, Story

Segment = dict[str, object]
_CUE = re.compile(r"^（?上接")


def leads(story: Story) -> bool:
    """Whether the first paragraph of `story` is a lead."""
    if story.kind is not Kind.ARTICLE or len(story.paragraphs) < 2:
        return False
    last = not story.byline or story.signed in (Signed.END, Signed.END_LINE)
    plain = bool(story.headline) and last and not story.crossheads and not story.subtitle.startswith("—")
    return plain or OLD_DATELINE.match(story.paragraphs[0]) is not None


def with_lead(segments: Sequence[Segment], paragraph: str, texts: Mapping[int, str]) -> list[Segment]:
    """The segments of an article with the lines of its first `paragraph` as its lead."""
    left = _length(paragraph)
    found: list[Segment] = []
    for segment in segments:
        lines = segment["lines"]
        assert isinstance(lines, dict)
        if segment["role"] != "body" or left <= 0:
            found.append(segment)
            continue
        count = 0
        for number in lines["ids"]:
            if left <= 0:
                break
            left -= 0 if _CUE.match(texts[number]) else _length(texts[number])
            count += 1
        parts = (("lead", lines["ids"][:count]), ("body", lines["ids"][count:]))
        found += [{**segment, "role": role, "lines": {"ids": ids}} for role, ids in parts if ids]
    return found


def _length(text: str) -> int:
    return len(re.sub(r"\s", "", text))
