"""Menu bar, context menus and toolbar, filled from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.icons import icon
from desktop.page_canvas.tools.tool import ToolName
from desktop.shell.actions import Actions, Menu
from models.i18n import _

TOOLS = ("import", "", "undo", "redo", "", "split", "merge", "cut_out", "", "next_doubt", "accept", "finish")
"""Ids in the toolbar from the left, "" for a line."""

STRIP = (ToolName.CHOOSE, ToolName.DRAW, ToolName.SPLIT, ToolName.LASSO, ToolName.ORDER, ToolName.PHOTO)
"""Tools that have a button above the picture."""

WORDED = frozenset({"import", "accept", "finish"})
"""Tools that show their name beside the icon."""


def fill_menu_bar(bar: QMenuBar, actions: Actions, panels: list[QAction]) -> None:
    """`panels` are the actions that show and hide docks."""
    titles = {
        Menu.FILE: _("&File"),
        Menu.EDIT: _("&Edit"),
        Menu.REVIEW: _("&Review"),
        Menu.PAGE: _("&Page"),
        Menu.ARTICLE: _("&Article"),
        Menu.LINES: _("&Lines"),
        Menu.BLOCKS: _("&Blocks"),
        Menu.VIEW: _("&View"),
        Menu.HELP: _("&Help"),
    }
    for menu, title in titles.items():
        _fill(bar.addMenu(title), actions, menu)
        if menu is Menu.VIEW:
            _add_panels(bar.actions()[-1].menu(), panels)


def _add_panels(menu: object, panels: list[QAction]) -> None:
    assert isinstance(menu, QMenu)
    menu.addSeparator()
    menu.addActions(panels)


def _fill(menu: QMenu, actions: Actions, part: Menu) -> None:
    for spec, action in actions.of(part):
        if spec.new_group:
            menu.addSeparator()
        menu.addAction(action)
        if spec.id == "choose_role":
            menu.addMenu(role_menu(actions, menu))


def role_menu(actions: Actions, parent: QWidget) -> QMenu:
    menu = QMenu(_("Role"), parent)
    menu.addActions([action for _spec, action in actions.of(Menu.ROLE)])
    return menu


def context_menu(actions: Actions, parent: QWidget) -> QMenu:
    """What can be done with the article and the lines that are selected; shown once."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _fill(menu, actions, Menu.LINES)
    if any(action.isEnabled() for _spec, action in actions.of(Menu.BLOCKS)):
        _fill(menu.addMenu(_("Blocks")), actions, Menu.BLOCKS)
    menu.addSeparator()
    _fill(menu, actions, Menu.ARTICLE)
    return menu


PAGE_ITEMS = ("describe", "segment_again", "finish", "reopen", "delete_page")
"""Ids of what can be done with a whole page."""


def page_menu(actions: Actions, parent: QWidget) -> QMenu:
    """What can be done with the selected page in the queue, as it is now; shown once."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions([actions[name] for name in PAGE_ITEMS if actions[name].isEnabled()])
    return menu


def tool_bar(actions: Actions, window: QMainWindow) -> QToolBar:
    """The few important actions, and Export apart from them at the right."""
    bar = QToolBar(_("Tools"), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    for name in TOOLS:
        if name:
            bar.addAction(actions[name])
            _button(bar, actions[name]).setToolButtonStyle(_style(name))
        else:
            bar.addSeparator()
    _add_export(bar, actions["export"])
    return bar


def _add_export(bar: QToolBar, export: QAction) -> None:
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(gap)
    button = QToolButton(bar)
    button.setObjectName("prominent")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.clicked.connect(export.trigger)
    export.enabledChanged.connect(button.setEnabled)
    button.setEnabled(export.isEnabled())
    button.setToolTip(export.toolTip())
    button.setText(export.text().rstrip("…"))
    button.setIcon(icon("export", bar.palette().highlightedText().color()))
    bar.addWidget(button)


def _button(bar: QToolBar, action: QAction) -> QToolButton:
    button = bar.widgetForAction(action)
    assert isinstance(button, QToolButton)
    return button


def _style(name: str) -> Qt.ToolButtonStyle:
    return Qt.ToolButtonStyle.ToolButtonTextBesideIcon if name in WORDED else Qt.ToolButtonStyle.ToolButtonIconOnly
