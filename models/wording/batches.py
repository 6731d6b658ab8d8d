"""What a batch of files or pages left aside, in words."""

from __future__ import annotations

from pathlib import Path

from models.i18n import _


def skipped_files(count: int, folder: Path) -> str:
    """Files that nobody named and nothing can read."""
    if count == 1:
        return _("Skipped: 1 other file in {folder}").format(folder=folder)
    return _("Skipped: {count} other files in {folder}").format(count=count, folder=folder)


def left_out(count: int) -> str:
    """Pages that are not in an export because nobody has read them."""
    if count == 1:
        return _("1 page not read yet was left out.")
    return _("{count} pages not read yet were left out.").format(count=count)
