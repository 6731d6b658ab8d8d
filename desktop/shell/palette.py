"""All commands by name: type a part, press Return."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop import colours
from desktop.icons import icon
from desktop.shell.actions import Actions
from models.i18n import _, current_language

_KEY = Qt.ItemDataRole.UserRole
_ACTION = Qt.ItemDataRole.UserRole + 1
_ENGLISH = Qt.ItemDataRole.UserRole + 2
"""The command's own name, which is English whatever language is spoken."""


class CommandPalette(QDialog):
    chosen = Signal(object)
    """The QAction to trigger."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._found = _Found(self)
        self._found.setSourceModel(_list_model(actions, self))
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("What do you want to do?"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self._on_return_pressed)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self._found)
        self.list.setItemDelegate(_RowDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.clicked.connect(self._choose)
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.line)
        layout.addWidget(self._pages)
        for page in (self.list, self.nothing):
            self._pages.addWidget(page)
        self.resize(560, 420)
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
        self._found.look_for(text)
        self.list.setCurrentIndex(self._found.index(0, 0))
        self.nothing.setText(_("Nothing found for “{words}”.").format(words=text.strip()))
        self._pages.setCurrentWidget(self.list if self._found.rowCount() else self.nothing)

    @Slot()
    def _on_return_pressed(self) -> None:
        self._choose(self.list.currentIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        action = index.data(_ACTION)
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            self.chosen.emit(action)


class _Found(QSortFilterProxyModel):
    """The commands in whose names, of either language, every word that was typed occurs."""

    _words: tuple[str, ...] = ()

    def look_for(self, text: str) -> None:
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        index = self.sourceModel().index(source_row, 0, source_parent)
        names = f"{index.data()} {index.data(_ENGLISH)}".casefold()
        return all(word in names for word in self._words)


def _list_model(actions: Actions, parent: QObject) -> QStandardItemModel:
    found = QStandardItemModel(parent)
    blank = QPixmap(20, 20)
    blank.fill(Qt.GlobalColor.transparent)
    for spec, action in actions:
        item = QStandardItem(_icon(spec.icon) if spec.icon else QIcon(blank), spec.text)
        item.setEnabled(action.isEnabled())
        item.setData(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), _KEY)
        item.setData(action, _ACTION)
        item.setData(spec.id.replace("_", " "), _ENGLISH)
        found.appendRow(item)
    return found


def _icon(name: str) -> QIcon:
    """In the ink of the selected row as well."""
    palette = QGuiApplication.palette()
    drawn, size = icon(name), QSize(20, 20)
    chosen = icon(name, palette.color(QPalette.ColorRole.HighlightedText)).pixmap(size)
    result = QIcon(drawn.pixmap(size))
    result.addPixmap(drawn.pixmap(size, QIcon.Mode.Disabled), QIcon.Mode.Disabled)
    result.addPixmap(chosen, QIcon.Mode.Selected)
    return result


class _RowDelegate(QStyledItemDelegate):
    """Writes the key at the right of each row, and the English name before it where the row says another."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(_quiet_ink(option))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -12, 0), right, index.data(_KEY))
        if current_language() != "en":
            painter.drawText(option.rect.adjusted(0, 0, -150, 0), right, index.data(_ENGLISH))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, 28))


def _quiet_ink(option: QStyleOptionViewItem) -> QColor:
    """Beside the point, and readable on the row's ground."""
    if option.state & QStyle.StateFlag.State_Selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    return colours.quiet_colour(option.palette)
