"""All commands by name: type a part, press Return."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.shell.actions import Actions
from models.i18n import _

_KEY = Qt.ItemDataRole.UserRole
_ACTION = Qt.ItemDataRole.UserRole + 1


class CommandPalette(QDialog):
    chosen = Signal(object)
    """The QAction to trigger."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(_list_model(actions, self))
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("What do you want to do?"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self._on_return_pressed)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self._found)
        self.list.setItemDelegate(_KeyDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.resize(520, 400)
        self._on_text_changed("")
        self.line.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down walk the list while the line keeps the focus."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = (self.list.currentIndex().row() + step) % max(self._found.rowCount(), 1)
                self.list.setCurrentIndex(self._found.index(row, 0))
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        self.list.setCurrentIndex(self._found.index(0, 0))

    @Slot()
    def _on_return_pressed(self) -> None:
        self._choose(self.list.currentIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        action = index.data(_ACTION)
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            self.chosen.emit(action)


def _list_model(actions: Actions, parent: QObject) -> QStandardItemModel:
    found = QStandardItemModel(parent)
    blank = QPixmap(20, 20)
    blank.fill(Qt.GlobalColor.transparent)
    for spec, action in actions:
        item = QStandardItem(action.icon() if spec.icon else QIcon(blank), spec.text)
        item.setEnabled(action.isEnabled())
        item.setData(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), _KEY)
        item.setData(action, _ACTION)
        found.appendRow(item)
    return found


class _KeyDelegate(QStyledItemDelegate):
    """Writes the key at the right of each row."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        place = option.rect.adjusted(0, 0, -12, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(_KEY))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, 28))
