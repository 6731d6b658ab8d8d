"""How one desk names the parts of its articles: what an archive has learnt of leads and of the lines of a heading.

The rules speak first; what is learnt outvotes them.  What ships knows no habits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from models.domain.proposal import Segment
from models.domain.role import Role
from models.segmenting import lexicon
from models.segmenting.articles import Draft, ends_paragraph, segments
from models.segmenting.repair import Clean
from models.segmenting.roles import Kind

Habits = Mapping[str, Mapping[str, float]]
"""Weight of each feature: of a lead under its own name, of a heading's lines under their roles."""
LEAD = "lead"
HEADINGS = (Role.KICKER, Role.HEADLINE, Role.SUBTITLE)
TRUST = 2.0
"""Log-odds that a rule is right."""
_SIGNS = re.compile(r"^[^\w\s]{1,3}|[^\w\s]{1,3}$")


def settled(draft: Draft, habits: Habits, newspaper: str | None = None) -> tuple[Segment, ...]:
    """The draft's segments, with the roles that the desk gives them in this newspaper."""
    found = segments(draft)
    if not habits:
        return found
    roles = {number: segment.role for segment in found for number in segment.lines}
    changed = {**roles, **dict(_headings(draft, roles, habits)), **dict(_lead(draft, roles, habits, newspaper))}
    return tuple(part for segment in found for part in _parted(segment, changed))


def _parted(segment: Segment, roles: Mapping[int, Role]) -> Iterator[Segment]:
    """One segment for each run of lines of one role."""
    run: list[int] = []
    for number in segment.lines:
        if run and roles[number] is not roles[run[-1]]:
            yield Segment(roles[run[-1]], tuple(run))
            run = []
        run.append(number)
    yield Segment(roles[run[-1]], tuple(run))


def heading_of(draft: Draft, roles: Mapping[int, Role]) -> list[Clean]:
    """The lines that stand as the draft's heading."""
    lines = (line for part in draft.path if part.kind is Kind.HEADING for line in part.lines)
    return [line for line in lines if roles.get(line.number) in HEADINGS]


def heading_features(lines: Sequence[Clean], i: int) -> list[str]:
    """What is seen of line `i` of a heading."""
    text, alone = lines[i].text, len(lines) == 1
    seen = ["one", *marks(text)]
    seen += [f"above_{mark}" for mark in marks(lines[i - 1].text)] if i else ["first"]
    seen += [f"below_{mark}" for mark in marks(lines[i + 1].text)] if i + 1 < len(lines) else ["last"]
    return [*seen, "alone"] if alone else seen


def marks(text: str) -> list[str]:
    """The signs, no letters and no digits, at which a text begins and ends; a quotation's tell nothing."""
    return [f"{'ends' if found.start() else 'begins'}_{found[0]}" for found in _SIGNS.finditer(text)]


def lead_features(draft: Draft, rule: bool, newspaper: str | None) -> list[str]:
    """What is seen of an article that has a text, and whose it is: newspapers of one archive differ in this most."""
    texts = [part for part in draft.texts if not part.signature]
    facts = {
        "one": True,
        "rule": rule,
        "dateline": bool(lexicon.DATELINE.match(texts[0].text)),
        "signed_first": any(part.byline for part in draft.path if part.kind is Kind.HEADING),
        "one_paragraph": len(opening(draft)) == sum(len(part.lines) for part in texts),
        "no_heading": draft.path[0].kind is not Kind.HEADING,
    }
    return [*(name for name, holds in facts.items() if holds), *([f"in_{newspaper}"] if newspaper else [])]


def opening(draft: Draft) -> list[int]:
    """The lines of the first paragraph; none of an article without a text."""
    found: list[int] = []
    for part, following in zip_longest(draft.path, draft.path[1:]):
        if part.kind is Kind.TEXT and not part.signature:
            found.extend(line.number for line in part.lines)
            if ends_paragraph(part, following):
                break
        elif found:
            break
    return found


def _headings(draft: Draft, roles: Mapping[int, Role], habits: Habits) -> Iterator[tuple[int, Role]]:
    lines = heading_of(draft, roles)
    said = [_heading_role(lines, i, roles[line.number], habits) for i, line in enumerate(lines)]
    if Role.HEADLINE in said:
        yield from zip((line.number for line in lines), said, strict=True)


def _heading_role(lines: Sequence[Clean], i: int, rule: Role, habits: Habits) -> Role:
    seen = heading_features(lines, i)
    return max(HEADINGS, key=lambda role: TRUST * (role is rule) + _worth(seen, habits.get(role.value, {})))


def _lead(draft: Draft, roles: Mapping[int, Role], habits: Habits, newspaper: str | None) -> Iterator[tuple[int, Role]]:
    lines = opening(draft)
    if not lines or roles[lines[0]] not in (Role.LEAD, Role.BODY):
        return
    rule = roles[lines[0]] is Role.LEAD
    is_lead = (TRUST if rule else -TRUST) + _worth(lead_features(draft, rule, newspaper), habits.get(LEAD, {})) > 0
    if rule and not is_lead:
        yield from ((number, Role.BODY) for number, role in roles.items() if role is Role.LEAD)
    elif is_lead:
        yield from ((number, Role.LEAD) for number in lines)


def _worth(seen: Sequence[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) for name in seen)
