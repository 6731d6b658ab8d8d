"""Why an engine believes what it claims, each named piece of evidence as a short sentence."""

from __future__ import annotations

from models.domain.joint import OTHER_CHOICE
from models.domain.label import Reason
from models.i18n import _
from models.wording.continuation_reasons import CONTINUATION_FACTS
from models.wording.joint_reasons import JOINT_FACTS, JOINT_OPPOSITES
from models.wording.tag_reasons import TAG_FACTS, TAG_OPPOSITES

_FACTS = JOINT_FACTS | TAG_FACTS | CONTINUATION_FACTS
_OPPOSITES = JOINT_OPPOSITES | TAG_OPPOSITES


def reason(evidence: Reason) -> str:
    """One piece of evidence in the current language; raises KeyError for a name that has no words yet."""
    name, weight, detail = evidence.name, evidence.weight, evidence.detail
    if detail == OTHER_CHOICE:
        # What speaks for the claim speaks against the other choice.
        marked = _marked(name, -weight)
        return _("The other choice: {fact}").format(fact=_(marked))
    if f"{name}:{detail}" in _FACTS:
        return _(_FACTS[f"{name}:{detail}"])
    marked = _marked(name, weight)
    return _("{fact}: {detail}").format(fact=_(marked), detail=detail) if detail else _(marked)


def _marked(name: str, weight: float) -> str:
    if name in _FACTS:
        return _FACTS[name]
    speaks_for, speaks_against = _OPPOSITES[name]
    return speaks_for if weight >= 0 else speaks_against
