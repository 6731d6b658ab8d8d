"""Known errors as a sentence and a remedy; every class of models.errors stands here."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import (
    ArchiveDiffers,
    ArchiveInUse,
    ArchiveNewer,
    DamagedFile,
    DiskFull,
    EditRefused,
    EmptyFile,
    EnginesDied,
    FileChanged,
    FileNotFound,
    FileTooLarge,
    KnownError,
    LinesLeft,
    NotAFolder,
    NotAnArchive,
    NoTextLayer,
    NothingToExport,
    NotOcrFile,
    NotReadable,
    NotText,
    NotWritable,
    OcrFileAlone,
    OcrFileDiffers,
    PasswordNeeded,
    PictureTooLarge,
    RecogniserDied,
    StaleEdit,
    UnsupportedFile,
    VersionDamaged,
)
from models.i18n import N_, _
from models.wording.numbers import line_numbers, size


@dataclass(frozen=True, slots=True)
class Wording:
    """What happened and what the user can do about it, each a whole sentence."""

    what: str
    remedy: str


def sentence(error: KnownError) -> Wording:
    """`error` in the current language; raises KeyError for a class or a reason to refuse that has no words yet."""
    what, remedy = _REFUSALS[error.why] if isinstance(error, EditRefused) else _SENTENCES[type(error)]
    values = _values(error)
    return Wording(_(what).format(**values), _(remedy).format(**values))


def _values(error: KnownError) -> dict[str, str]:
    values = {name: str(value) for name, value in vars(error).items()}
    match error:
        case FileTooLarge():
            values |= {"size": size(error.size), "limit": size(error.limit)}
        case PictureTooLarge():
            values |= {"pixels": str(error.pixels // 1_000_000), "limit": str(error.limit // 1_000_000)}
        case OcrFileDiffers():
            values |= {"written": "{} × {}".format(*error.written), "picture": "{} × {}".format(*error.picture)}
        case LinesLeft():
            values["lines"] = line_numbers(error.lines)
    path = getattr(error, "path", None)
    return values if path is None else values | {"name": path.name, "folder": str(path.parent)}


_SENTENCES: dict[type[KnownError], tuple[str, str]] = {
    EmptyFile: (
        N_("“{name}” is empty."),
        N_("Get the file again from where it came; this copy holds nothing to read."),
    ),
    NotText: (
        N_("“{name}” is not a text file."),
        N_("Save it as plain text in UTF-8 or GB18030, or give the file the ending of what it is, such as .pdf."),
    ),
    FileTooLarge: (
        N_("“{name}” has {size}; files are read up to {limit}."),
        N_("Cut it into smaller files, one for each page or issue."),
    ),
    PictureTooLarge: (
        N_("The picture “{name}” has {pixels} million pixels; pictures are shown up to {limit} million."),
        N_("Save it at half its resolution: 300 dpi are enough for a newspaper page."),
    ),
    VersionDamaged: (
        N_("The learnt weights in {path} are damaged."),
        N_("The weights that came with the program are used instead; choose another version under Learning, or learn anew."),
    ),
    UnsupportedFile: (
        N_("Files like “{name}” can not be read."),
        N_("Use text files (.txt, .md), PDF files or pictures (.jpg, .png, .tif)."),
    ),
    PasswordNeeded: (
        N_("“{name}” is locked with a password."),
        N_("Save a copy without a password in a PDF reader, and add that copy."),
    ),
    DamagedFile: (
        N_("“{name}” is damaged or not what its name says."),
        N_("Copy or download it again; if it does not open in other programs either, ask for a new copy."),
    ),
    NotOcrFile: (
        N_("“{name}” is neither ALTO, PAGE-XML nor hOCR, though by its name it holds the text of a picture."),
        N_("Rename it or take it away, then add the picture again: its text is then read from the picture."),
    ),
    OcrFileDiffers: (
        N_("“{name}” was made of a picture of {written} pixels; the one beside it has {picture}."),
        N_("Put the picture there that it was made of, or take the file away so that the text is read from the picture."),
    ),
    OcrFileAlone: (
        N_("“{name}” holds the text of a picture, but is no picture itself."),
        N_("Add the picture; the file with its text is found by its name."),
    ),
    FileNotFound: (
        N_("“{path}” is not there."),
        N_("It may have been moved or renamed, or its drive is not connected; look for it and choose it again."),
    ),
    FileChanged: (
        N_("“{name}” changed while it was being read."),
        N_("Wait until the scanner or the copying is done, then add it again."),
    ),
    NotReadable: (
        N_("You have no right to read “{path}”."),
        N_("Ask its owner for the right to read it, or copy it to a folder of your own."),
    ),
    NotWritable: (
        N_("“{path}” can not be written."),
        N_("If it is open in Excel or another program, close it there; else choose a folder of your own."),
    ),
    DiskFull: (
        N_("There is no room left on the disk for “{path}”."),
        N_("Free some space or choose another disk, then do it again. Nothing that was there has changed."),
    ),
    NotAnArchive: (
        N_("“{path}” is not a Jianbao archive."),
        N_("Choose the folder that holds archive.sqlite, or restore the archive from a backup."),
    ),
    NotAFolder: (
        N_("“{path}” is a file; an archive is a folder."),
        N_("Choose a folder, or the name of a new one."),
    ),
    ArchiveDiffers: (
        N_("“{path}” was made by a Jianbao that was never released; its tables are not those of this program."),
        N_("Choose another folder and import the pages again. The archive has not been touched."),
    ),
    ArchiveNewer: (
        N_("“{path}” was made by a newer Jianbao (format {found}; this program knows up to {known})."),
        N_("Install the newer program. The archive has not been touched."),
    ),
    ArchiveInUse: (
        N_("“{path}” is open in another Jianbao window."),
        N_("Use that window, or close it and open the archive again."),
    ),
    StaleEdit: (
        N_("The page was changed elsewhere in the meantime, so nothing was done."),
        N_("Look at the page as it is now and do it again."),
    ),
    LinesLeft: (
        N_("The page can not be finished: these lines belong to nothing: {lines}."),
        N_("Give each line to an article, or mark it as furniture."),
    ),
    EnginesDied: (
        N_("The part of the program that reads and tags pages broke off; it starts again by itself."),
        N_("Close programs that need much memory, then do it again. If the same file is the cause again, leave it out."),
    ),
    RecogniserDied: (
        N_("The text recognition broke off at this page, twice."),
        N_("Close programs that need much memory, then have the page read again. If it breaks off again, scan the page anew."),
    ),
    NoTextLayer: (
        N_("“{name}” itself holds no text of this page that makes sense."),
        N_("Have the page read by text recognition."),
    ),
    NothingToExport: (
        N_("There is no article to export."),
        N_("Choose pages that hold articles, or the whole archive."),
    ),
}

_REFUSALS: dict[str, tuple[str, str]] = {
    "page_unread": (
        N_("The text of this page has not been read yet."),
        N_("It can be finished once its text is there."),
    ),
    "article_gone": (N_("The article is no longer there."), N_("Select an article on the page and do it again.")),
    "links_to_itself": (
        N_("An article goes on on another page."),
        N_("Choose an article of another page; on one page, merge the two."),
    ),
    "continuation_gone": (N_("The link is no longer there."), N_("Look at the article as it is now.")),
    "no_continuation": (
        N_("This article is not linked to another page."),
        N_("Link it by “Goes on in” in the menu of the article."),
    ),
    "no_article_beside": (N_("There is no article on that side."), N_("Select another article.")),
    "no_such_article": (N_("There is no article with this number."), N_("Type a number that a card shows.")),
    "no_such_lines": (N_("No line of this page is selected."), N_("Select the lines first.")),
    "no_lines_inside": (N_("No line lies inside."), N_("Draw round the middle of the lines that are meant.")),
    "block_gone": (N_("The block is no longer there."), N_("Look at the page as it is now.")),
    "no_block_beside": (N_("The block has no other on that side."), N_("Move it the other way, or select another block.")),
    "one_block": (N_("One block alone can not be joined."), N_("Select a second block with Ctrl and a click.")),
    "split_beside": (N_("The drawn line does not part the block."), N_("Draw it right across, between two of its lines.")),
    "cut_at_start": (N_("A block can not be cut before its first line."), N_("Put the cursor on a later line.")),
    "line_elsewhere": (N_("The line is not part of this article."), N_("Choose a line inside the article.")),
    "split_at_start": (N_("An article can not be split before its first line."), N_("Choose a later line.")),
    "merge_with_itself": (N_("An article can not be merged with itself."), N_("Choose another article.")),
    "move_onto_itself": (N_("Lines can not be moved in front of themselves."), N_("Choose a place outside the selection.")),
    "field_has_many": (N_("This field holds several values."), N_("Add or remove them one by one.")),
    "no_such_tag": (N_("There is no word to add."), N_("Type the word first.")),
    "label_gone": (N_("This value is no longer there."), N_("Look at the article's fields as they are now.")),
    "suggestion_gone": (N_("This suggested text is no longer there."), N_("Look at the line as it is now.")),
    "photo_gone": (N_("This photo is no longer there."), N_("Look at the page as it is now.")),
    "empty_outline": (N_("What was drawn encloses nothing on the page."), N_("Draw it again, larger.")),
    "no_joint_here": (
        N_("The program claims nothing of this line."),
        N_("Put the cursor on the first line of an article, or of one of its parts."),
    ),
    "no_joint_in_question": (
        N_("No joint is in question at this line."),
        N_("Go to the next doubtful joint, or ask for the reasons here, both in the menu “Review”."),
    ),
    "no_other_choice": (N_("The program knows no other choice here."), N_("Merge or move the article as it should be.")),
    "other_choice_gone": (
        N_("The line that this would go on from is in no article, or moves along."),
        N_("Look at the page as it is now, and move the lines as they should be."),
    ),
    "joint_gone": (N_("This joint is no longer there."), N_("Look at the page as it is now.")),
}
"""By `EditRefused.why`."""
