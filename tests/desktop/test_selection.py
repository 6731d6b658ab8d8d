"""The selection: says what changed when all of it has, and where the cursor is."""

from __future__ import annotations

from collections.abc import Callable

from desktop.bridge import ArchiveBridge
from desktop.selection import Selection


def test_the_cursor_is_where_it_was_put_else_at_the_start(
    selection: Selection, bridge: ArchiveBridge, file_page: Callable[..., int]
) -> None:
    page = bridge.page(file_page())
    selection.select_page(page.id)
    assert selection.cursor(page) is None
    selection.select_article(page.articles[1].id)
    assert selection.cursor(page) == 5
    selection.select_lines((6, 7))
    assert selection.cursor(page) == 6
    selection.select_lines((6, 7), 7)
    assert selection.cursor(page) == 7
    selection.select_article(page.articles[0].id)
    assert selection.cursor(page) == 1
    selection.select_article(page.articles[0].id, (2, 3, 4), 3)
    selection.select_page(None)
    assert selection.line is None


def test_each_signal_finds_all_of_the_new_selection_and_none_comes_without_a_change(selection: Selection) -> None:
    heard: list[tuple[str, tuple[int | None, tuple[int, ...], int | None]]] = []
    signals = {"article": selection.article_changed, "lines": selection.lines_changed, "line": selection.line_changed}
    for name, signal in signals.items():
        signal.connect(lambda _what, name=name: heard.append((name, (selection.article, selection.lines, selection.line))))
    now = (8, (2, 3), 3)
    selection.select_article(*now)
    assert heard == [("article", now), ("lines", now), ("line", now)]
    heard.clear()
    selection.select_lines((2, 3), 2)
    assert [name for name, _state in heard] == ["line"]
    heard.clear()
    selection.select_article(8, (2, 3), 2)
    assert heard == []


def test_a_photo_is_selected_in_place_of_lines(selection: Selection) -> None:
    heard: list[int | None] = []
    selection.photo_changed.connect(heard.append)
    selection.select_article(8, (2, 3), 3)
    selection.select_photo(5, 8)
    assert (selection.photo, selection.article, selection.lines, selection.line) == (5, 8, (), None)
    selection.select_article(8, (2,))
    assert selection.photo is None
    assert heard == [5, None]
