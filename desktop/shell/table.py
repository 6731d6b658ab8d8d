"""The one table of all actions: menus, toolbar, palette, key sheet and preferences are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from desktop.page_canvas.tools.tool import ToolName
from desktop.shell import offers
from desktop.shell.actions import Menu, Needs, Spec
from desktop.shell.answers import CHOICES, JointAnswers
from desktop.shell.editor import Editor
from desktop.shell.review import ReviewLoop
from models.domain.role import LOOSE_ROLES, Role
from models.i18n import _
from models.wording import role_name


class Errands(Protocol):
    """What the window itself does for an action."""

    def import_files(self) -> None: ...
    def import_folder(self) -> None: ...
    def export(self) -> None: ...
    def preferences(self) -> None: ...
    def quit(self) -> None: ...
    def palette_of_commands(self) -> None: ...
    def describe_page(self) -> None: ...
    def next_page(self) -> None: ...
    def previous_page(self) -> None: ...
    def find_page(self) -> None: ...
    def edit_title(self) -> None: ...
    def edit_tags(self) -> None: ...
    def edit_line(self) -> None: ...
    def choose_role(self) -> None: ...
    def read_again(self) -> None: ...
    def read_text_layer(self) -> None: ...
    def read_by_recognition(self) -> None: ...
    def read_block_again(self) -> None: ...
    def ask_why(self) -> None: ...
    def segment_again(self) -> None: ...
    def segment_open_pages(self) -> None: ...
    def back_to_page(self) -> None: ...
    def use_tool(self, name: ToolName) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def fit_page(self) -> None: ...
    def fit_width(self) -> None: ...
    def actual_size(self) -> None: ...
    def reset_layout(self) -> None: ...
    def key_sheet(self) -> None: ...
    def about(self) -> None: ...


def specs(errands: Errands, editor: Editor, review: ReviewLoop, answers: JointAnswers) -> Iterator[Spec]:
    """In the current language, in the order of the menus."""
    yield from _file(errands)
    yield from _edit(errands, editor)
    yield from _review(errands, review, answers)
    yield from _page(errands, editor, review)
    yield from _article(errands, editor, review)
    yield from _lines(errands, editor)
    yield from _blocks(errands, editor)
    yield from _view(errands)
    yield from _help(errands)


def _file(errands: Errands) -> Iterator[Spec]:
    m, n = Menu.FILE, Needs.NOTHING
    yield Spec("import", _("Import files…"), m, errands.import_files, ("Ctrl+O",), "import", n)
    yield Spec("import_folder", _("Import folder…"), m, errands.import_folder, ("Ctrl+Shift+O",), "folder", n)
    yield Spec("export", _("Export…"), m, errands.export, ("Ctrl+E",), "export", new_group=True)
    yield Spec("preferences", _("Preferences…"), m, errands.preferences, ("Ctrl+,",), "settings", n, new_group=True)
    yield Spec("quit", _("Quit"), m, errands.quit, ("Ctrl+Q",), needs=n, new_group=True)


def _edit(errands: Errands, editor: Editor) -> Iterator[Spec]:
    m = Menu.EDIT
    yield Spec("undo", _("Undo"), m, editor.undo, ("Ctrl+Z",), "undo", Needs.UNDO)
    yield Spec("redo", _("Redo"), m, editor.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", Needs.REDO)
    yield Spec("palette", _("All commands…"), m, errands.palette_of_commands, ("Ctrl+K",), "command", Needs.NOTHING, True)


def _review(errands: Errands, review: ReviewLoop, answers: JointAnswers) -> Iterator[Spec]:
    m = Menu.REVIEW
    yield Spec("next_doubt", _("Next doubtful joint"), m, review.next_doubt, ("N",), "doubt")
    yield Spec("accept", _("Accept and go on"), m, review.accept, ("Return", "Enter"), "accept")
    yield Spec("refuse", _("Refuse and go on"), m, answers.refuse, ("Backspace",))
    yield Spec("reasons_and_choices", _("Reasons and other choices here"), m, errands.ask_why, ("W",), new_group=True)
    for place in range(CHOICES):
        text = _("Do the other choice {number}").format(number=place + 1)
        yield Spec(f"other_choice_{place + 1}", text, m, partial(answers.choose, place), (f"Alt+{place + 1}",))
    yield Spec("finish", _("Finish page"), m, review.finish, ("Ctrl+Return",), "finish", Needs.OPEN_PAGE, new_group=True)
    yield Spec("open_worst", _("Go to the worst page"), m, review.open_worst, ("Ctrl+J",))


def _page(errands: Errands, editor: Editor, review: ReviewLoop) -> Iterator[Spec]:
    m = Menu.PAGE
    yield Spec("next_page", _("Next page"), m, errands.next_page, ("PgDown",), "next")
    yield Spec("previous_page", _("Previous page"), m, errands.previous_page, ("PgUp",), "previous")
    yield Spec("find_page", _("Find a page"), m, errands.find_page, ("Ctrl+F",), "search")
    yield Spec("describe", _("Newspaper, date and page…"), m, errands.describe_page, ("Ctrl+I",), "page", new_group=True)
    s = Needs.SCAN
    yield Spec("read_again", _("Read this page again"), m, errands.read_again, needs=s, new_group=True)
    yield Spec("read_text_layer", _("Take the text in the file"), m, errands.read_text_layer, needs=s)
    yield Spec("read_ocr", _("Take the text of recognition"), m, errands.read_by_recognition, needs=s)
    yield Spec("read_block", _("Read the selected block again"), m, errands.read_block_again, needs=s)
    again, n = errands.segment_again, Needs.LINES
    yield Spec("segment_again", _("Segment again"), m, again, ("Ctrl+R",), needs=n, new_group=True)
    yield Spec("segment_open", _("Segment all open pages again"), m, errands.segment_open_pages)
    yield Spec("reopen", _("Reopen or restore page"), m, editor.reopen_page, needs=Needs.CLOSED_PAGE, new_group=True)
    yield Spec("delete_page", _("Delete page"), m, review.delete_page, icon="delete", needs=Needs.OPEN_PAGE)


def _article(errands: Errands, editor: Editor, review: ReviewLoop) -> Iterator[Spec]:
    m = Menu.ARTICLE
    yield Spec("next_article", _("Next article"), m, review.next_article, ("J",), "next")
    yield Spec("previous_article", _("Previous article"), m, review.previous_article, ("K",), "previous")
    yield Spec("edit_title", _("Edit title"), m, errands.edit_title, ("F2",))
    yield Spec("edit_tags", _("Edit tags"), m, errands.edit_tags, ("T",), "tag")
    yield Spec("split", _("Split here"), m, editor.split, ("S",), "split", new_group=True)
    yield Spec("merge", _("Merge with next"), m, editor.merge_with_next, ("M",), "merge")
    merging = partial(offers.merging, editor)
    yield Spec("merge_with", _("Merge with"), m, None, icon="merge", offers=merging)
    yield Spec("merge_previous", _("Merge with previous"), m, editor.merge_with_previous, ("Shift+M",))
    yield Spec("follow_link", _("Go to the other half, and back"), m, editor.follow_link, ("Z",), "page", new_group=True)
    yield Spec("link_to", _("Goes on in"), m, None, offers=partial(offers.linking, editor))
    yield Spec("unlink", _("Not one article with its other half"), m, editor.unlink, ("Shift+Z",))
    yield Spec("move_up", _("Move up in reading order"), m, editor.move_up, ("Alt+Up",), new_group=True)
    yield Spec("move_down", _("Move down in reading order"), m, editor.move_down, ("Alt+Down",))
    yield Spec("dissolve", _("Dissolve article"), m, editor.dissolve, ("Shift+Delete",), "dissolve", new_group=True)


def _lines(errands: Errands, editor: Editor) -> Iterator[Spec]:
    m = Menu.LINES
    yield Spec("edit_line", _("Correct the line under its picture"), m, errands.edit_line, ("E",), "edit")
    yield Spec("cut_out", _("New article from lines"), m, editor.cut_out, ("X",), "cut")
    yield Spec("give_to", _("Give to article"), m, None, ("G",), offers=partial(offers.giving, editor))
    yield Spec("choose_role", _("Choose role"), m, errands.choose_role, ("R",), "role")
    yield Spec("furniture", _("Mark as furniture"), m, partial(editor.set_role, Role.FURNITURE), ("F",), "furniture")
    yield Spec("release", _("Release lines"), m, editor.release, ("Delete",), "release")
    for role in Role:
        if role not in LOOSE_ROLES:
            text = _("Role: {role}").format(role=role_name(role))
            yield Spec(f"role_{role}", text, Menu.ROLE, partial(editor.set_role, role), label=role_name(role))
    for digit in (*range(1, 10), 0):
        text = _("Give lines to article {number}").format(number=digit or 10)
        yield Spec(f"digit_{digit}", text, Menu.DIGIT, partial(editor.type_digit, digit), (str(digit),))


def _blocks(errands: Errands, editor: Editor) -> Iterator[Spec]:
    m, n = Menu.BLOCKS, Needs.PICTURE
    for name, text, key, icon in (
        (ToolName.CHOOSE, _("Choose"), "V", "choose"),
        (ToolName.DRAW, _("Draw a new article"), "B", "draw_block"),
        (ToolName.DRAW_INTO, _("Draw a block into the article"), "Shift+B", ""),
        (ToolName.SPLIT, _("Split a block by a line"), "C", "split_block"),
        (ToolName.LASSO, _("Select lines with a lasso"), "A", "lasso"),
        (ToolName.ORDER, _("Put blocks in order by clicks"), "O", "order"),
        (ToolName.PHOTO, _("Draw a photo"), "P", "photo"),
    ):
        yield Spec(f"tool_{name}", text, m, partial(errands.use_tool, name), (key,), icon, n)
    yield Spec("join_blocks", _("Join selected blocks"), m, editor.join_blocks, ("Shift+J",), "join", new_group=True)
    yield Spec("cut_block", _("Cut block before the line"), m, editor.cut_block, ("Shift+S",))
    yield Spec("block_up", _("Block up in its article"), m, partial(editor.move_block, -1), ("Alt+Shift+Up",), new_group=True)
    yield Spec("block_down", _("Block down in its article"), m, partial(editor.move_block, 1), ("Alt+Shift+Down",))


def _view(errands: Errands) -> Iterator[Spec]:
    m = Menu.VIEW
    yield Spec("zoom_in", _("Zoom in"), m, errands.zoom_in, ("Ctrl++", "Ctrl+="), "zoom_in")
    yield Spec("zoom_out", _("Zoom out"), m, errands.zoom_out, ("Ctrl+-",), "zoom_out")
    yield Spec("fit_page", _("Whole page"), m, errands.fit_page, ("Ctrl+0",), "fit")
    yield Spec("fit_width", _("Page width"), m, errands.fit_width, ("Ctrl+9",))
    yield Spec("actual_size", _("Actual size"), m, errands.actual_size, ("Ctrl+1",))
    yield Spec("back_to_page", _("Back to the page"), m, errands.back_to_page, ("Esc",), new_group=True)
    yield Spec("reset_layout", _("Panels as they were first"), m, errands.reset_layout, needs=Needs.NOTHING)


def _help(errands: Errands) -> Iterator[Spec]:
    m, n = Menu.HELP, Needs.NOTHING
    yield Spec("key_sheet", _("Keys"), m, errands.key_sheet, ("?", "F1"), "keyboard", n)
    yield Spec("about", _("About Jianbao"), m, errands.about, icon="info", needs=n)
