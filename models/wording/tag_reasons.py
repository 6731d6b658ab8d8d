"""What the tagger bases its fields, tags and names on."""

from __future__ import annotations

from models.i18n import N_

TAG_FACTS: dict[str, str] = {
    "heading_line": N_("It is printed as part of the heading"),
    "section_label": N_("It is printed as a section label"),
    "byline_line": N_("A byline is printed on a line of its own"),
    "end_of_text": N_("It stands at the end of the text"),
    "photo_credit": N_("It stands in the credit of a picture"),
    "signature": N_("It stands in the signature"),
    "speaker_in_headline": N_("The headline names it as the speaker"),
    "reporter_word": N_("A word such as 记者, 通讯员 or 摄 stands with it"),
    "glued_names": N_("The names are printed without a gap and were cut apart"),
    "is_reporter": N_("It is an author's name"),
    "title_before": N_("A title or office stands before it"),
    "title_after": N_("A title or office stands after it"),
    "speech_verb": N_("A word such as 说 or 表示 follows it"),
    "no_context": N_("Neither an office nor a word such as 说 stands by it"),
    "personal_details": N_("Personal details follow it"),
    "name_list": N_("It stands in a list of names"),
    "common_word": N_("It is also a common word"),
    "known_name": N_("The dictionary knows it as a name"),
    "foreign_name": N_("It is written like a foreign name"),
    "kinship": N_("A word of kinship stands with it"),
    "gazetteer": N_("It is in the list of places"),
    "place_suffix": N_("It ends as place names do"),
    "organisation_suffix": N_("It ends as names of organisations do"),
    "organisation_name": N_("It is in the list of organisations"),
    "place_or_rank_before": N_("It begins with a place or a rank"),
    "repeated": N_("It stands in the article several times"),
    "in_title": N_("It stands in the headline"),
    "topic_words": N_("The article has words of this topic"),
    "genre_word": N_("The article has a word of this genre"),
    "genre_label": N_("A printed label names this genre"),
    "genre_form:caption": N_("There are only pictures and captions"),
    "genre_form:notice": N_("The article is a notice"),
    "genre_form:speaker": N_("The headline names a speaker"),
    "genre_form:usual": N_("Most articles are of this genre"),
    "genre_form:news_opening": N_("It begins as news reports do"),
    "genre_form:brief": N_("The article is short"),
    "genre_form:very_brief": N_("The article is very short"),
    "genre_form:byline": N_("It has a byline"),
    "genre_form:dash_subtitle": N_("The subtitle begins with a dash"),
    "genre_form:crossheads": N_("The article has crossheads"),
    "genre_form:pictures": N_("The author took the pictures too"),
    "genre_form:scene": N_("It tells the time of day again and again"),
    "genre_form:speech": N_("People speak in it"),
    "genre_form:nobody_speaks": N_("Nobody speaks in it"),
    "genre_form:long": N_("The article is long"),
    "genre_form:over_time": N_("It looks back on a long time"),
    "genre_form:first_person": N_("The author speaks in the first person"),
    "continuation_cue": N_("A note such as 下转 or 上接 is printed"),
}
"""Facts that speak for a suggestion or against it; "name:detail" where each detail has a sentence of its own."""

TAG_OPPOSITES: dict[str, tuple[str, str]] = {
    "tag_prior": (N_("Such suggestions are often right"), N_("Such suggestions are often wrong")),
    "surname": (N_("It begins with a common surname"), N_("It does not begin with a common surname")),
    "given_name": (N_("Its characters are usual in given names"), N_("Its characters are unusual in given names")),
    "word_break": (
        N_("Words begin and end where the name does"),
        N_("The name begins or ends within a word"),
    ),
    "term_weight": (
        N_("The word is frequent here and rare elsewhere"),
        N_("The word is not much more frequent here than elsewhere"),
    ),
}
"""What is said when it speaks for a suggestion, and when it speaks against it."""
