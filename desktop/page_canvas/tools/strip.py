"""The strip of tools above a picture, which shows the one in hand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.page_canvas.tools.tool import Tool, ToolName


class ToolStrip(QWidget):
    """Its buttons are the actions it was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[ToolName, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 10, 0)
        self._row.setSpacing(2)

    def offer(self, tools: Iterable[tuple[ToolName, QAction]]) -> None:
        """A button for each tool, by the action that takes it in hand."""
        for name, action in tools:
            button = _ToolButton(action)
            self._row.addWidget(button)
            self._buttons[name] = button
        self._show_held(ToolName.CHOOSE)

    def buttons(self) -> tuple[QToolButton, ...]:
        return tuple(self._buttons.values())

    def show_tool(self, tool: Tool) -> None:
        self._show_held(tool.name)
        self.setAccessibleDescription(tool.hint())

    def _show_held(self, held: ToolName) -> None:
        for name, button in self._buttons.items():
            button.setChecked(name is held)


class _ToolButton(QToolButton):
    """Pressed down while its tool is in hand, whichever way it was taken."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setAutoRaise(True)
        self.setCheckable(True)
        self.setIconSize(QSize(18, 18))
        self.clicked.connect(self._on_clicked)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @Slot(bool)
    def _on_clicked(self, checked: bool) -> None:
        self.setChecked(not checked)
        self._action.trigger()

    @Slot()
    def _on_action_changed(self) -> None:
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())
