"""What the canvas says about the spot under the pointer, and about a doubtful joint, in words."""

from __future__ import annotations

from html import escape

from desktop.page_canvas.dump_layout import tag_text
from desktop.page_canvas.placement import Placement, Standing
from models.domain.joint import Claim, Joint
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


def reasons_for(claim: Claim) -> tuple[str, ...]:
    best = sorted(claim.reasons, key=lambda evidence: -abs(evidence.weight))[:SHOWN_REASONS]
    return tuple(reason(evidence) for evidence in best)


def reason_against(claim: Claim) -> str | None:
    return None if claim.against is None else reason(claim.against)


def other_text(claim: Claim) -> str | None:
    return None if claim.other is None else _("It could also go on from line {line}").format(line=claim.other)


def joint_html(claim: Claim) -> str:
    """The claim with its reasons, as rich text."""
    lines = [f"<b>{escape(joint_title(claim))}</b> <span>({escape(certainty_text(claim))})</span>"]
    lines += [f"+ {escape(said)}" for said in reasons_for(claim)]
    against, other = reason_against(claim), other_text(claim)
    lines += [f"− {escape(against)}"] if against is not None else []
    lines += [escape(other)] if other is not None else []
    return "<br>".join(lines)
