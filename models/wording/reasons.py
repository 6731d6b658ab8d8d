"""Why an engine believes what it claims, each named piece of evidence as a short sentence."""

from __future__ import annotations

from models.domain.label import Reason
from models.i18n import _
from models.wording.joint_reasons import JOINT_FACTS, JOINT_OPPOSITES
from models.wording.tag_reasons import TAG_FACTS, TAG_OPPOSITES

_FACTS = JOINT_FACTS | TAG_FACTS
_OPPOSITES = JOINT_OPPOSITES | TAG_OPPOSITES


def reason(evidence: Reason) -> str:
    """One piece of evidence in the current language; raises KeyError for a name that has no words yet."""
    form = f"{evidence.name}:{evidence.detail}"
    if form in _FACTS:
        return _(_FACTS[form])
    marked = _marked(evidence)
    return _("{fact}: {detail}").format(fact=_(marked), detail=evidence.detail) if evidence.detail else _(marked)


def _marked(evidence: Reason) -> str:
    if evidence.name in _FACTS:
        return _FACTS[evidence.name]
    speaks_for, speaks_against = _OPPOSITES[evidence.name]
    return speaks_for if evidence.weight >= 0 else speaks_against
