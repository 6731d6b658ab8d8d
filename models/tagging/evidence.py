"""The stable names of everything a tagger gives as a reason, and how reasons become a confidence."""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import StrEnum

from models.domain.label import Reason


class Evidence(StrEnum):
    """What a suggestion rests on; `models.wording` has a sentence for each."""

    PRIOR = "tag_prior"
    """How likely such a value is before anything is known of it."""
    HEADING_LINE = "heading_line"
    SECTION_LABEL = "section_label"
    BYLINE_LINE = "byline_line"
    """A line of its own that holds names and nothing else."""
    DATELINE = "dateline"
    END_OF_TEXT = "end_of_text"
    PHOTO_CREDIT = "photo_credit"
    SIGNATURE = "signature"
    SPEAKER = "speaker_in_headline"
    REPORTER_WORD = "reporter_word"
    """记者, 通讯员, 摄 … stands with the names."""
    GLUED_NAMES = "glued_names"
    """Names printed without a gap, cut apart by surname."""
    REPORTER = "is_reporter"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    TITLE_BEFORE = "title_before"
    TITLE_AFTER = "title_after"
    SPEECH_VERB = "speech_verb"
    NO_CONTEXT = "no_context"
    """Neither an office nor anything said stands by the name."""
    PERSONAL_DETAILS = "personal_details"
    """，男，汉族 …"""
    NAME_LIST = "name_list"
    WORD_BREAK = "word_break"
    """Whether words begin and end where the name does."""
    COMMON_WORD = "common_word"
    KNOWN_NAME = "known_name"
    """In the dictionary as a name."""
    FOREIGN_NAME = "foreign_name"
    KINSHIP = "kinship"
    GAZETTEER = "gazetteer"
    PLACE_SUFFIX = "place_suffix"
    ORGANISATION_SUFFIX = "organisation_suffix"
    ORGANISATION_NAME = "organisation_name"
    ANCHOR = "place_or_rank_before"
    """A place, 省, 市, 国家 … begins the name."""
    REPEATED = "repeated"
    TERM_WEIGHT = "term_weight"
    IN_TITLE = "in_title"
    TOPIC_WORDS = "topic_words"
    GENRE_WORD = "genre_word"
    GENRE_LABEL = "genre_label"
    GENRE_FORM = "genre_form"
    CONTINUATION_CUE = "continuation_cue"


def probability(log_odds: float) -> float:
    """In 0.01 … 0.99: no rule here is surer than that."""
    return min(0.99, max(0.01, 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))))


def log_odds(confidence: float) -> float:
    return math.log(confidence / (1 - confidence))


def confidence(reasons: Iterable[Reason]) -> float:
    """What `reasons`, taken together, make of a claim."""
    return probability(sum(reason.weight for reason in reasons))
