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


def page_progress(name: str, page: int, pages: int, share: float) -> str:
    """Which page of a file is being read, and how far that is, in 0..1."""
    percent = round(share * 100)
    if pages == 1:
        return _("{name}, {percent} %").format(name=name, percent=percent)
    return _("{name}, page {page} of {pages}, {percent} %").format(name=name, page=page, pages=pages, percent=percent)


def failed_page(sheet: int | None, why: str) -> str:
    """Why a file failed, or the page `sheet` of it, from 0."""
    return why if sheet is None else _("Page {page} is filed unread. {why}").format(page=sheet + 1, why=why)


def bug(path: Path, sheet: int | None) -> str:
    """A file, or the page `sheet` of it, that met a bug of the program's."""
    if sheet is None:
        return _("{path} was not imported: an error in the program.").format(path=path)
    return _("Page {page} of {path} is filed unread: an error in the program.").format(page=sheet + 1, path=path)


def left_files(count: int) -> str:
    """Files of a batch that were not tried."""
    return _("The disk is full. Files not tried: {count}. Free some space, then go on with the import.").format(count=count)
