"""News set as a page has a lead: its first paragraph, where others follow."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.composing.leads import leads, with_lead
from tests.typeset.story import Kind, Signed, Story

FIRST, SECOND = "红石湾水渠昨天通水，六乡受益。", "明年还要再修一条。"
NEWS = Story("水渠通水", (FIRST, SECOND))
TEXTS = {1: "水渠通水", 2: "红石湾水渠昨天", 3: "通水，六乡受益。", 4: "明年还要再修一条。"}


def test_news_is_told_by_its_form_or_its_dateline() -> None:
    assert leads(NEWS)
    assert not leads(replace(NEWS, paragraphs=(FIRST,)))
    assert not leads(replace(NEWS, kind=Kind.NOTICE))
    signed = replace(NEWS, byline="本报记者 林一苇", signed=Signed.LINE)
    assert not leads(signed)
    assert leads(replace(signed, paragraphs=(f"本报讯 {FIRST}", SECOND)))


def test_the_lines_of_the_first_paragraph_are_the_lead() -> None:
    segments: list[dict[str, object]] = [
        {"role": "headline", "lines": {"ids": [1]}},
        {"role": "body", "lines": {"ids": [2, 3, 4]}},
    ]
    found = with_lead(segments, FIRST, TEXTS)
    assert [(segment["role"], segment["lines"]) for segment in found] == [
        ("headline", {"ids": [1]}),
        ("lead", {"ids": [2, 3]}),
        ("body", {"ids": [4]}),
    ]
