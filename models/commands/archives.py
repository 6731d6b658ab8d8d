"""import and export: an archive without a window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from models.archive import ImportReport, opened
from models.commands.command import Command
from models.errors import NotAnArchive
from models.i18n import _
from models.job import Quiet
from models.wording import bug, failed_page, left_files, left_out, sentence, skipped_files


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="*", metavar="file", help=_("text dump, PDF, picture, or a folder of them"))
    parser.add_argument("--archive", type=Path, required=True, help=_("folder of the archive; made when it is missing"))
    parser.add_argument("--split-folds", action="store_true", help=_("make two pages of a double page"))
    parser.add_argument("--resume", action="store_true", help=_("go on with imports that were broken off"))


def _import(asked: argparse.Namespace) -> int:
    with opened(asked.archive) as archive:
        reports = [archive.resume(Quiet())] if asked.resume else []
        if asked.files or not asked.resume:
            reports.append(archive.import_files(asked.files, Quiet(), asked.split_folds))
    for report in reports:
        _say(report)
    return 1 if any(report.failed or report.broken or report.left for report in reports) else 0


def _say(report: ImportReport) -> None:
    print(_("{pages} pages filed from {files} files.").format(pages=len(report.pages), files=len(report.filed)))
    for there in report.already_there:
        print(_("{name} is in the archive already.").format(name=there.path.name))
    for skipped in report.skipped:
        print(skipped_files(skipped.count, skipped.folder))
    for failed in report.failed:
        said = sentence(failed.error)
        print(failed_page(failed.sheet, f"{said.what} {said.remedy}"), file=sys.stderr)
    for broken in report.broken:
        print(bug(broken.path, broken.sheet), broken.report, sep="\n", file=sys.stderr)
    if report.left:
        print(left_files(len(report.left)), file=sys.stderr)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", type=Path, help=_("folder of the archive"))
    parser.add_argument("--csv", type=Path, required=True, metavar="FILE", help=_("file to write"))


def _export(asked: argparse.Namespace) -> int:
    if not (asked.archive / "archive.sqlite").exists():
        raise NotAnArchive(asked.archive)
    with opened(asked.archive) as archive:
        report = archive.export_csv(asked.csv, Quiet())
    print(
        _("{articles} articles, {pages} pages: {path}").format(articles=report.articles, pages=report.pages, path=report.path)
    )
    if report.unread:
        print(left_out(report.unread))
    return 0


IMPORT = Command("import", lambda: _("read pages, cut, tag and file them"), _import_arguments, _import)
EXPORT = Command("export", lambda: _("write the articles of an archive"), _export_arguments, _export)
