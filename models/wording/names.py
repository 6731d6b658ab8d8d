"""Roles, fields, states and the like, by the names that archivists use."""

from __future__ import annotations

import json
from functools import cache

from models.domain.joint import Certainty
from models.domain.label import Field, Origin, Verdict
from models.domain.line import SourceKind
from models.domain.page import PageState
from models.domain.role import Role
from models.i18n import N_, _, current_language
from models.resources import RESOURCES


def role_name(role: Role) -> str:
    return _(_ROLES[role])


def field_name(field: Field) -> str:
    return _(_FIELDS[field])


def genre_name(genre: str) -> str:
    """A genre as it is kept (消息, 通讯 …) in the current language; one of the newsroom's own stays as it is."""
    return _(_GENRES[genre]) if genre in _GENRES else genre


def topic_name(code: str, language: str | None = None) -> str:
    """A topic by its code (medtop:07000000) in `language`, else the current one; a code of another scheme stays as it is."""
    names = _topics().get(code)
    return names[language or current_language()] if names else code


@cache
def _topics() -> dict[str, dict[str, str]]:
    entries = json.loads((RESOURCES / "vocabularies" / "topics.json").read_text(encoding="utf-8"))["topics"]
    return {entry["code"]: entry for entry in entries}


def certainty_name(certainty: Certainty) -> str:
    return _(_CERTAINTIES[certainty])


def state_name(state: PageState) -> str:
    return _(_STATES[state])


def verdict_name(verdict: Verdict) -> str:
    return _(_VERDICTS[verdict])


def origin_name(origin: Origin) -> str:
    return _(_ORIGINS[origin])


def source_name(kind: SourceKind) -> str:
    return _(_SOURCES[kind])


_ROLES = {
    Role.SECTION_LABEL: N_("Section label"),
    Role.KICKER: N_("Kicker"),
    Role.HEADLINE: N_("Headline"),
    Role.SUBTITLE: N_("Subtitle"),
    Role.BYLINE: N_("Byline"),
    Role.LEAD: N_("Lead"),
    Role.BODY: N_("Body"),
    Role.CROSSHEAD: N_("Crosshead"),
    Role.CAPTION: N_("Caption"),
    Role.NOTICE: N_("Notice"),
    Role.SIGNATURE: N_("Signature"),
    Role.FURNITURE: N_("Furniture"),
    Role.DUPLICATE: N_("Repeat"),
}

_FIELDS = {
    Field.KICKER: N_("Kicker"),
    Field.TITLE: N_("Title"),
    Field.SUBTITLE: N_("Subtitle"),
    Field.AUTHOR: N_("Author"),
    Field.AFFILIATION: N_("Affiliation or source"),
    Field.COLUMN: N_("Column"),
    Field.GENRE: N_("Genre"),
    Field.TOPIC: N_("Topic"),
    Field.KEYWORD: N_("Keywords"),
    Field.PERSON: N_("People"),
    Field.PLACE: N_("Places"),
    Field.ORGANISATION: N_("Organisations"),
    Field.CONTINUATION: N_("Continuation"),
}

_GENRES = {
    "消息": N_("News report"),
    "通讯": N_("Feature"),
    "评论": N_("Commentary"),
    "公告": N_("Public notice"),
    "声明": N_("Statement"),
    "图片新闻": N_("Picture news"),
    "简讯": N_("News in brief"),
    "综述": N_("Round-up"),
    "言论": N_("Opinion"),
    "读后感": N_("Reader's reflection"),
    "其他": N_("Other"),
}

_CERTAINTIES = {
    Certainty.SURE: N_("Sure"),
    Certainty.CHECK: N_("To check"),
    Certainty.UNSURE: N_("Unsure"),
}

_STATES = {
    PageState.UNREAD: N_("Not read yet"),
    PageState.OPEN: N_("To review"),
    PageState.FINISHED: N_("Finished"),
    PageState.DELETED: N_("Deleted"),
}

_VERDICTS = {
    Verdict.PENDING: N_("Pending"),
    Verdict.ACCEPTED: N_("Accepted"),
    Verdict.REJECTED: N_("Rejected"),
}

_ORIGINS = {Origin.ENGINE: N_("Program"), Origin.EDITOR: N_("Editor")}

_SOURCES = {SourceKind.DUMP: N_("Text file"), SourceKind.PDF: N_("PDF page"), SourceKind.PICTURE: N_("Picture")}
