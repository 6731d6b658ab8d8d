"""What looks wrong, why that is suspicious, and what its remedy is called."""

from __future__ import annotations

from models.domain.finding import Finding, FindingKind, Remedy
from models.i18n import N_, _


def finding_name(kind: FindingKind) -> str:
    """The kind of finding in a few words."""
    return _(_KINDS[kind][0])


def finding_reason(finding: Finding) -> str:
    """Why it was found and what to look at, as a sentence."""
    return _(_KINDS[finding.kind][1]).format(detail=finding.detail)


def remedy_name(remedy: Remedy) -> str:
    return _(_REMEDIES[remedy])


_KINDS = {
    FindingKind.UNPLACED: (
        N_("Unplaced lines"),
        N_("These lines belong to nothing; the page can not be finished while they wait."),
    ),
    FindingKind.NO_TITLE: (N_("No title"), N_("The article has no headline and no title.")),
    FindingKind.TWO_TITLES: (N_("Two titles"), N_("A second headline stands after text; another article may begin here.")),
    FindingKind.LONE_BYLINE: (N_("Byline without text"), N_("Only names stand here; they may belong to another article.")),
    FindingKind.OPEN_START: (N_("Starts in mid-sentence"), N_("The text does not begin here; its beginning may be elsewhere.")),
    FindingKind.OPEN_END: (N_("Stops in mid-sentence"), N_("The text does not end here; the rest may be elsewhere.")),
    FindingKind.REPEATED: (N_("Repeated text"), N_("The same text stands earlier on this page.")),
    FindingKind.NO_CONTINUATION: (
        N_("Continuation missing"),
        N_("Goes on on page {detail}, where no article says that it comes from here."),
    ),
    FindingKind.NO_BEGINNING: (
        N_("Beginning missing"),
        N_("Comes from page {detail}, where no article says that it goes on here."),
    ),
    FindingKind.FAR_HEADLINE: (N_("Headline far from its text"), N_("The headline may belong to a nearer article.")),
    FindingKind.FOREIGN_WORD: (N_("Foreign word"), N_("“{detail}” stands inside Chinese text.")),
    FindingKind.SUSPICIOUS_CHARACTER: (N_("Suspicious character"), N_("No newspaper prints this: {detail}")),
}

_REMEDIES = {
    Remedy.FURNITURE: N_("Mark as furniture"),
    Remedy.NEW_ARTICLE: N_("Make it an article"),
    Remedy.HEADLINE: N_("Make the first line the headline"),
    Remedy.SPLIT: N_("Split here"),
    Remedy.DUPLICATE: N_("Mark as repeat"),
}
