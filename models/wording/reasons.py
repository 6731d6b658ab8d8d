"""Why an engine believes what it claims, each named piece of evidence as half a sentence."""

from __future__ import annotations

from models.domain.label import Reason
from models.i18n import _


def reason(evidence: Reason) -> str:
    """One piece of evidence in the current language, said as what speaks for the claim or against it."""
    speaks_for, speaks_against = _REASONS[evidence.name]
    return _(speaks_for if evidence.weight >= 0 else speaks_against).format(detail=evidence.detail)


_REASONS: dict[str, tuple[str, str]] = {}
