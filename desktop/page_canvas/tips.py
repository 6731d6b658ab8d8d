"""What the canvas says about the spot under the pointer, and about a doubtful joint, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from desktop.page_canvas.dump_layout import tag_text
from desktop.page_canvas.placement import Placement, Standing
from models.domain.joint import OTHER_CHOICE, Alternative, Claim, Joint
from models.domain.label import Reason
from models.i18n import _
from models.wording import certainty_name, line_numbers, reason

SHOWN_REASONS = 3


def tip_at(placement: Placement, joint: Joint | None, line: int | None) -> str:
    """Rich text, or nothing where there is nothing to say."""
    if joint is not None:
        return joint_html(joint.claim)
    if line is None:
        return ""
    place = placement.places[line]
    if place.standing is Standing.UNPLACED:
        return escape(_("Line {line} belongs to nothing. Give it to an article, or mark it as furniture.").format(line=line))
    return escape(_line_words(placement, line))


def _line_words(placement: Placement, line: int) -> str:
    place = placement.places[line]
    if place.standing is Standing.ARTICLE:
        said = _("Line {line} · article {article} · {role}")
        return said.format(line=line, article=place.position + 1, role=tag_text(place))
    return _("Line {line} · {role}").format(line=line, role=tag_text(place))


def described(placement: Placement, lines: tuple[int, ...]) -> str:
    """The selected lines for those who can not see them."""
    here = [number for number in lines if number in placement.places]
    if not here:
        return ""
    texts = placement.page.line_map()
    said = _line_words(placement, here[0]) if len(here) == 1 else _("Lines {lines}").format(lines=line_numbers(here))
    return f"{said}: {' '.join(texts[number].text for number in here)}"


def joint_title(claim: Claim) -> str:
    """Says the claim, how sure it is and what the alternative was."""
    if claim.left is None:
        return _("An article starts at line {right}").format(right=claim.right)
    return _("Line {right} goes on from line {left}").format(right=claim.right, left=claim.left)


def certainty_text(claim: Claim) -> str:
    percent = round(100 * claim.confidence)
    return _("{certainty} · {percent} %").format(certainty=certainty_name(claim.certainty), percent=percent)


def other_title(claim: Claim, other: Alternative) -> str:
    """Says what could be instead."""
    if other.line is None:
        return _("An article starts at line {right}").format(right=claim.right)
    return _("It goes on from line {line}").format(line=other.line)


def share_text(other: Alternative) -> str:
    """How sure that would be; nothing where nobody knows."""
    return "" if other.confidence is None else _("{percent} %").format(percent=round(100 * other.confidence))


def joint_reasons(claim: Claim) -> Iterator[tuple[str, list[str]]]:
    """What speaks for and against the claim and the other choice: a heading and its sentences, only where there are any."""
    best = sorted(claim.reasons, key=lambda evidence: -abs(evidence.weight))[:SHOWN_REASONS]
    opposed = [claim.against] if claim.against is not None else []
    groups = [
        (_("For"), [reason(said) for said in best if not _is_of_other(said)]),
        (_against_other(claim), [_of_other(said) for said in best if _is_of_other(said)]),
        (_("Against"), [reason(said) for said in opposed if not _is_of_other(said)]),
        (_for_other(claim), [_of_other(said) for said in opposed if _is_of_other(said)]),
    ]
    return ((heading, sentences) for heading, sentences in groups if sentences)


def _is_of_other(evidence: Reason) -> bool:
    return evidence.detail == OTHER_CHOICE


def _of_other(evidence: Reason) -> str:
    """The fact about the other choice; what speaks for the claim speaks against that one."""
    return reason(replace(evidence, detail="", weight=-evidence.weight))


def _for_other(claim: Claim) -> str:
    if claim.other is None:
        return _("For an article that starts here")
    return _("For going on from line {line} instead").format(line=claim.other)


def _against_other(claim: Claim) -> str:
    if claim.other is None:
        return _("Against an article that starts here")
    return _("Against going on from line {line} instead").format(line=claim.other)


def joint_html(claim: Claim) -> str:
    """The claim with its reasons and what could be instead, as rich text."""
    others = [" · ".join(filter(None, (other_title(claim, other), share_text(other)))) for other in claim.others]
    return _html(claim, [*joint_reasons(claim), *([(_("Or instead"), others)] if others else [])])


def claim_html(claim: Claim) -> str:
    """The same without what speaks for the other choice, which is said where that one stands."""
    return _html(claim, (group for group in joint_reasons(claim) if group[0] != _for_other(claim)))


def claim_title_html(claim: Claim) -> str:
    """The claim and how sure it is."""
    return f"<b>{escape(joint_title(claim))}</b> <span>({escape(certainty_text(claim))})</span>"


def _html(claim: Claim, groups: Iterable[tuple[str, list[str]]]) -> str:
    said = [claim_title_html(claim)]
    for heading, sentences in groups:
        listed = "".join(f"<br>• {escape(sentence)}" for sentence in sentences)
        said.append(f'<div style="margin-top: 5px"><b>{escape(heading)}</b>{listed}</div>')
    return "".join(said)
