"""A page as rows and rows as a page; both ways, without loss."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from models.changes import Row, RowKey
from models.domain.article import Article, Block
from models.domain.continuation import Continuation, Onward
from models.domain.correction import Correction, with_corrections
from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.joint import Alternative, Certainty, Claim, Joint
from models.domain.label import Field, Label, Origin, Reason, Verdict
from models.domain.line import Line, Marks, Regime, SourceKind
from models.domain.page import Header, Page, PageReading, PageState, Source, summary_of
from models.domain.photo import Photo
from models.domain.role import Role
from models.domain.view import View


def rows_of(page: Page) -> dict[RowKey, Row]:
    """All rows an edit may change; lines are not among them."""
    rows: dict[RowKey, Row] = {("page", page.id): page_row(page)}
    rows.update(_block_rows(page, None, page.loose))
    for position, article in enumerate(page.articles):
        rows["article", article.id] = {"page": page.id, "position": position, "tagged": article.tagged}
        rows.update(_block_rows(page, article.id, article.blocks))
        rows.update((("label", label.id), _label_row(page, article, i, label)) for i, label in enumerate(article.labels))
    rows.update((("joint", joint.id), _joint_row(page, joint)) for joint in page.joints)
    rows.update((("continuation", one.id), _continuation_row(page, one)) for one in page.continuations)
    rows.update((("correction", correction.id), _correction_row(page, correction)) for correction in page.corrections)
    rows.update((("photo", photo.id), _photo_row(page, photo)) for photo in page.photos)
    return rows


def page_row(page: Page) -> Row:
    header, source, summary = page.header, page.source, summary_of(page)
    return {
        **asdict(header),
        "date": header.date.isoformat() if header.date else None,
        "sha256": source.sha256,
        "file_name": source.file_name,
        "kind": source.kind.value,
        "sheet": source.sheet,
        "width": source.width,
        "height": source.height,
        "region": _edges(source.region),
        "reading": page.reading.id,
        "state": page.state.value,
        "regime": page.regime.value,
        "article_count": summary.articles,
        "unplaced_count": summary.unplaced,
        "doubtful_count": summary.doubtful,
        "doubt": summary.doubt,
    }


def _block_rows(page: Page, article: int | None, blocks: Iterable[Block]) -> Iterator[tuple[RowKey, Row]]:
    for position, block in enumerate(blocks):
        yield (
            ("block", block.id),
            {
                "page": page.id,
                "article": article,
                "position": position,
                "role": block.role.value,
                "lines": list(block.lines),
                "repeats": list(block.repeats),
            },
        )


def _label_row(page: Page, article: Article, position: int, label: Label) -> Row:
    return {
        "page": page.id,
        "article": article.id,
        "position": position,
        "field": label.field.value,
        "value": label.value,
        "origin": label.origin.value,
        "verdict": label.verdict.value,
        "confidence": label.confidence,
        "reasons": [_reason_row(reason) for reason in label.reasons],
    }


def _joint_row(page: Page, joint: Joint) -> Row:
    claim = joint.claim
    return {
        "page": page.id,
        "left": claim.left,
        "right": claim.right,
        "confidence": claim.confidence,
        "certainty": claim.certainty.value,
        "reasons": [_reason_row(reason) for reason in claim.reasons],
        "against": [_reason_row(reason) for reason in (claim.against,) if reason],
        "other": claim.other,
        "others": [_alternative_row(one) for one in claim.others if one.confidence is not None],
        "verdict": joint.verdict.value,
    }


def _alternative_row(one: Alternative) -> list[Any]:
    return [one.line, one.confidence, _reason_row(one.reason) if one.reason else None]


def _continuation_row(page: Page, continuation: Continuation) -> Row:
    claim = continuation.claim
    return {
        "page": page.id,
        "left": claim.left,
        "onward": claim.page,
        "right": claim.right,
        "confidence": claim.confidence,
        "certainty": claim.certainty.value,
        "reasons": [_reason_row(reason) for reason in claim.reasons],
        "against": [_reason_row(reason) for reason in (claim.against,) if reason],
        "origin": continuation.origin.value,
        "verdict": continuation.verdict.value,
    }


def _reason_row(reason: Reason) -> list[Any]:
    return [reason.name, reason.weight, reason.detail]


def _correction_row(page: Page, correction: Correction) -> Row:
    return {
        "page": page.id,
        "line": correction.line,
        "text": correction.text,
        "origin": correction.origin.value,
        "verdict": correction.verdict.value,
    }


def _photo_row(page: Page, photo: Photo) -> Row:
    return {"page": page.id, "article": photo.article, "outline": _edges(photo.outline)}


def _edges(rect: Rect) -> list[float]:
    # A whole number would be written as one, and then no longer be the same text.
    return [float(rect.x0), float(rect.y0), float(rect.x1), float(rect.y1)]


def reading_row(page_id: int, reading: PageReading, at: datetime.datetime) -> dict[str, Any]:
    graphics = reading.graphics
    return {
        "id": reading.id,
        "page": page_id,
        "reader": reading.reader,
        "turn": reading.view.turn,
        "skew": reading.view.skew,
        "graphics": {
            "rules": [_edges(rect) for rect in graphics.rules],
            "frames": [_edges(rect) for rect in graphics.frames],
            "photos": [_edges(rect) for rect in graphics.photos],
        },
        "at": at.isoformat(),
    }


def reading_from_row(row: Row, lines: Iterable[Line]) -> PageReading:
    parts = (tuple(Rect(*edges) for edges in row["graphics"][name]) for name in ("rules", "frames", "photos"))
    return PageReading(row["id"], row["reader"], View(row["turn"], row["skew"]), Graphics(*parts), tuple(lines))


def line_row(reading_id: int, line: Line) -> dict[str, Any]:
    """The machine's line."""
    form = {
        "outline": _edges(line.outline) if line.outline else None,
        "glyph_height": line.glyph_height,
        "marks": [line.marks.heading, line.marks.bold, line.marks.blanks_before],
        "confidence": line.confidence,
        "raw": line.raw,
        "unsure": list(line.unsure),
        "vertical": line.vertical,
    }
    return {"reading": reading_id, "number": line.number, "text": line.text, "form": form}


def line_from_row(row: Row) -> Line:
    form = row["form"]
    return Line(
        number=row["number"],
        text=row["text"],
        outline=Rect(*form["outline"]) if form["outline"] else None,
        glyph_height=form["glyph_height"],
        marks=Marks(*form["marks"]),
        confidence=form["confidence"],
        raw=form["raw"],
        # Lines of schema 1 say nothing of these.
        unsure=tuple(form.get("unsure", ())),
        vertical=form.get("vertical", False),
    )


def header_from_row(row: Row) -> Header:
    date = datetime.date.fromisoformat(row["date"]) if row["date"] else None
    return Header(row["newspaper"], date, row["issue_number"], row["number"], row["name"])


def source_from_row(row: Row) -> Source:
    region = Rect(*row["region"])
    return Source(row["sha256"], row["file_name"], SourceKind(row["kind"]), row["sheet"], row["width"], row["height"], region)


def page_from_rows(row: Row, reading: PageReading, parts: dict[str, list[Row]]) -> Page:
    """`parts` holds the page's rows of every other editable table by its name, sorted by position or id."""
    corrections = tuple(_correction_from_row(correction) for correction in parts["correction"])
    blocks, labels = defaultdict(list), defaultdict(list)
    for block_row in parts["block"]:
        blocks[block_row["article"]].append(_block_from_row(block_row))
    for label_row in parts["label"]:
        labels[label_row["article"]].append(_label_from_row(label_row))
    return Page(
        id=row["id"],
        header=header_from_row(row),
        source=source_from_row(row),
        state=PageState(row["state"]),
        regime=Regime(row["regime"]),
        lines=with_corrections(reading.lines, corrections),
        articles=tuple(Article(a["id"], tuple(blocks[a["id"]]), tuple(labels[a["id"]]), a["tagged"]) for a in parts["article"]),
        loose=tuple(blocks[None]),
        joints=tuple(_joint_from_row(joint_row) for joint_row in parts["joint"]),
        continuations=tuple(_continuation_from_row(one) for one in parts["continuation"]),
        reading=reading,
        corrections=corrections,
        photos=tuple(Photo(photo["id"], Rect(*photo["outline"]), photo["article"]) for photo in parts["photo"]),
    )


def _block_from_row(row: Row) -> Block:
    return Block(row["id"], Role(row["role"]), tuple(row["lines"]), tuple(row["repeats"]))


def _label_from_row(row: Row) -> Label:
    reasons = tuple(Reason(*reason) for reason in row["reasons"])
    return Label(
        row["id"],
        Field(row["field"]),
        row["value"],
        Origin(row["origin"]),
        Verdict(row["verdict"]),
        row["confidence"],
        reasons,
    )


def _correction_from_row(row: Row) -> Correction:
    return Correction(row["id"], row["line"], row["text"], Origin(row["origin"]), Verdict(row["verdict"]))


def _alternatives(row: Row) -> Iterator[Alternative]:
    if not row["others"] and row["other"] is not None:
        # Filed before schema 4: what has no confidence is never written among the others, so that the row stays as it is.
        yield Alternative(row["other"])
    for line, confidence, reason in row["others"]:
        yield Alternative(line, confidence, Reason(*reason) if reason else None)


def _joint_from_row(row: Row) -> Joint:
    against = tuple(Reason(*reason) for reason in row["against"])
    claim = Claim(
        row["left"],
        row["right"],
        row["confidence"],
        Certainty(row["certainty"]),
        tuple(Reason(*reason) for reason in row["reasons"]),
        against[0] if against else None,
        tuple(_alternatives(row)),
    )
    return Joint(row["id"], claim, Verdict(row["verdict"]))


def _continuation_from_row(row: Row) -> Continuation:
    claim = Onward(
        row["left"],
        row["onward"],
        row["right"],
        row["confidence"],
        Certainty(row["certainty"]),
        tuple(Reason(*reason) for reason in row["reasons"]),
        next((Reason(*reason) for reason in row["against"]), None),
    )
    return Continuation(row["id"], claim, Origin(row["origin"]), Verdict(row["verdict"]))
