"""TITLE, KICKER, SUBTITLE, COLUMN, CONTINUATION, and the speaker whom a headline begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.domain.cues import bare, cues
from models.domain.label import Field, Reason, Suggested
from models.tagging.content import Content, fold
from models.tagging.evidence import Evidence, confidence
from models.tagging.person_names import name_weight, possible
from models.tagging.vocabulary import words

_FIRST_PERSON = re.compile("我(?:们)?(?:建议|认为|希望|有几点|作为)|建议")


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    title: str
    """The headline without the speaker."""


@cache
def _office_and_name() -> re.Pattern[str]:
    offices = "|".join(words("job_titles"))
    return re.compile(f"^(?P<office>[^：]{{0,24}}?(?:{offices}))\\s?(?P<name>[㐀-鿿]{{2,4}})：(?P<title>.{{4,}})$")


def find_speaker(content: Content) -> Speaker | None:
    """The person a headline names before a colon, when the article is what that person says."""
    match = _office_and_name().match(fold(content.title))
    if match is None or not possible(match["name"]):
        return None
    says_it = content.bold_after_colon or any(_FIRST_PERSON.search(paragraph) for paragraph in content.paragraphs)
    if not says_it or (name_weight(match["name"]) < 0 and not content.bold_after_colon):
        return None
    return Speaker(match["name"], content.title[match.start("title") :].strip())


def suggest_headings(content: Content, speaker: Speaker | None) -> Iterator[Suggested]:
    """What the heading lines and the section label say, as printed."""
    title = speaker.title if speaker else content.title
    for field, value in ((Field.KICKER, content.kicker), (Field.TITLE, title), (Field.SUBTITLE, content.subtitle)):
        if bare(value):
            why = (Reason(Evidence.HEADING_LINE, 3.0),)
            yield Suggested(field, value, confidence(why), why)
    if content.labels:
        why = (Reason(Evidence.SECTION_LABEL, 2.0),)
        yield Suggested(Field.COLUMN, content.labels[0], confidence(why), why)


def suggest_continuation(content: Content) -> Iterator[Suggested]:
    """下转 or 上接 with its page, as printed."""
    for text in (*content.printed, *content.bylines):
        cue = next(cues(text), None)
        if cue is not None:
            why = (Reason(Evidence.CONTINUATION_CUE, 3.0, cue.printed),)
            yield Suggested(Field.CONTINUATION, cue.printed, confidence(why), why)
            return
