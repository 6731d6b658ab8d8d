"""What each reason of a tagger says to an editor, one sentence each."""

from __future__ import annotations

from models.domain.label import Reason
from models.i18n import N_, _
from models.tagging.evidence import Evidence

_SENTENCES = {
    Evidence.PRIOR: N_("Few stretches of text are names"),
    Evidence.HEADING_LINE: N_("A heading line"),
    Evidence.SECTION_LABEL: N_("The label above the article"),
    Evidence.BYLINE_LINE: N_("A line that holds names only"),
    Evidence.DATELINE: N_("The dateline"),
    Evidence.END_OF_TEXT: N_("At the end of the text"),
    Evidence.PHOTO_CREDIT: N_("A photo credit"),
    Evidence.SIGNATURE: N_("The signature"),
    Evidence.SPEAKER: N_("The headline names who speaks"),
    Evidence.REPORTER_WORD: N_("A word such as 记者 or 摄 stands with the name"),
    Evidence.GLUED_NAMES: N_("Names printed without a gap were parted"),
    Evidence.REPORTER: N_("Named in the byline"),
    Evidence.SURNAME: N_("Surname {detail}"),
    Evidence.GIVEN_NAME: N_("Characters usual in given names"),
    Evidence.TITLE_BEFORE: N_("{detail} stands before it"),
    Evidence.TITLE_AFTER: N_("{detail} follows it"),
    Evidence.SPEECH_VERB: N_("{detail} follows it"),
    Evidence.NO_CONTEXT: N_("No office and no word of speech beside it"),
    Evidence.PERSONAL_DETAILS: N_("Age, sex or people follows it"),
    Evidence.NAME_LIST: N_("In a list of names"),
    Evidence.WORD_BREAK: N_("How the words part around it"),
    Evidence.COMMON_WORD: N_("{detail} is an ordinary word"),
    Evidence.KNOWN_NAME: N_("A name in the dictionary"),
    Evidence.FOREIGN_NAME: N_("Written like a foreign name"),
    Evidence.KINSHIP: N_("A surname with a form of address"),
    Evidence.GAZETTEER: N_("{detail} is a known place"),
    Evidence.PLACE_SUFFIX: N_("Ends as places do: {detail}"),
    Evidence.ORGANISATION_SUFFIX: N_("Ends as bodies do: {detail}"),
    Evidence.ORGANISATION_NAME: N_("A known body, paper or publisher"),
    Evidence.ANCHOR: N_("Begins with a place or rank"),
    Evidence.REPEATED: N_("Named {detail} times"),
    Evidence.TERM_WEIGHT: N_("Frequent here, rare elsewhere"),
    Evidence.IN_TITLE: N_("Stands in the title"),
    Evidence.TOPIC_WORDS: N_("Words of this topic: {detail}"),
    Evidence.GENRE_WORD: N_("It calls itself so: {detail}"),
    Evidence.GENRE_LABEL: N_("The label says so: {detail}"),
    Evidence.GENRE_FORM: N_("Its form: {detail}"),
    Evidence.CONTINUATION_CUE: N_("It says {detail}"),
}

_NAMES = frozenset(evidence.value for evidence in Evidence)

FORMS = {
    "caption": N_("a picture with its caption"),
    "notice": N_("a notice"),
    "speaker": N_("what one person says"),
    "usual": N_("most articles are news"),
    "news_opening": N_("opens with a date or a source"),
    "brief": N_("short"),
    "very_brief": N_("very short"),
    "byline": N_("has a byline"),
    "pictures": N_("words and pictures by one reporter"),
    "dash_subtitle": N_("a subtitle after a dash"),
    "crossheads": N_("crossheads"),
    "long": N_("long"),
    "scene": N_("tells a scene"),
    "speech": N_("people speak"),
    "nobody_speaks": N_("long, and nobody speaks"),
    "over_time": N_("looks back over a time"),
    "first_person": N_("in the first person"),
}


def phrase(reason: Reason) -> str | None:
    """What `reason` says in the current language; None when it is no reason of a tagger."""
    if reason.name not in _NAMES:
        return None
    detail = _(FORMS[reason.detail]) if reason.detail in FORMS else reason.detail
    return _(_SENTENCES[Evidence(reason.name)]).format(detail=detail)
