"""Where names of the machine become words of the user, in both languages: errors, roles, fields, edits, reasons, findings."""

from models.wording.batches import bug, failed_page, left_files, left_out, page_progress, skipped_files
from models.wording.edits import edit_name
from models.wording.errors import Wording, sentence
from models.wording.findings import finding_name, finding_reason, remedy_name
from models.wording.names import (
    certainty_name,
    field_name,
    genre_name,
    origin_name,
    role_name,
    source_name,
    state_name,
    topic_name,
    verdict_name,
)
from models.wording.numbers import line_numbers, size
from models.wording.reasons import reason

__all__ = [
    "Wording",
    "bug",
    "certainty_name",
    "edit_name",
    "failed_page",
    "field_name",
    "finding_name",
    "finding_reason",
    "genre_name",
    "left_files",
    "left_out",
    "line_numbers",
    "origin_name",
    "page_progress",
    "reason",
    "remedy_name",
    "role_name",
    "sentence",
    "size",
    "skipped_files",
    "source_name",
    "state_name",
    "topic_name",
    "verdict_name",
]
