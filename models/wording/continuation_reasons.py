"""What is seen where an article may go on on another page."""

from __future__ import annotations

from models.i18n import N_

CONTINUATION_FACTS: dict[str, str] = {
    "both_cues": N_("Each page names the other"),
    "cue_on_only": N_("Only the beginning names the other page; nothing there says where it comes from"),
    "cue_back_only": N_("Only the rest names the other page; nothing there says that it goes on"),
    "cue_names_title": N_("The note names the title of the other half"),
    "title_again": N_("Both halves have the same title"),
    "title_shortened": N_("The title of the rest is the first one in short"),
    "title_in_text": N_("Words of the second title stand in the beginning"),
    "no_second_title": N_("The rest has no title of its own"),
    "another_title": N_("The two titles have nothing in common"),
    "sentence_goes_on": N_("The beginning stops in mid-sentence"),
    "cut_word_whole": N_("What was cut in two is whole again where the halves meet"),
    "sentence_broken": N_("The beginning stops in mid-sentence, and the rest does not go on with it"),
    "ends_are_whole": N_("Whole sentences stand on both sides of the cut"),
    "begins_in_mid_sentence": N_("The rest begins in mid-sentence, but the beginning ends with a whole one"),
    "begins_with_dateline": N_("The other half begins as a report of its own, with a dateline"),
    "words_in_common": N_("The halves share words"),
    "another_fits_too": N_("Another article fits as well"),
}
