"""Learning: the curve, and the versions of the weights with the way back and forth between them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.icons import icon
from desktop.learning.curve import CurveView
from desktop.learning.list_model import NUMBER, STATE, VersionListModel
from desktop.lists import row_table
from models.i18n import _
from models.learning.school import Record
from models.segmenting.versions import DUMPS, PRINTED


class LearningPanel(QWidget):
    """Asks for everything it shows, and changes nothing itself."""

    record_wanted = Signal()
    learning_wanted = Signal()
    version_chosen = Signal(str, int)
    """The kind of weights and the number of the version that is to be in force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = Record((), {}, {})
        self.curve = CurveView()
        self.kind = QComboBox()
        self.kind.addItem(_("Text dumps"), DUMPS)
        self.kind.addItem(_("Printed pages"), PRINTED)
        self.kind.setAccessibleName(_("Kind of pages"))
        self.list_model = VersionListModel(self)
        self.view = row_table(self.list_model, _("Versions"), STATE)
        self.back = QPushButton(icon("undo"), _("Go back"))
        self.use = QPushButton(icon("accept"), _("Use this version"))
        self.learn = QPushButton(_("Learn now"))
        self.status = QLabel()
        self.status.setEnabled(False)
        self.status.setWordWrap(True)
        self.status.hide()
        self._lay_out()
        self._connect()
        self._on_kind_changed()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kind)
        head.addStretch(1)
        for button in (self.back, self.use, self.learn):
            head.addWidget(button)
        record = QHBoxLayout()
        record.addWidget(self.curve, 1)
        record.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 4)
        layout.addLayout(head)
        # A row of its own: in a narrow dock the buttons leave it no room.
        layout.addWidget(self.status)
        layout.addLayout(record, 1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.back.clicked.connect(self._on_back_clicked)
        self.use.clicked.connect(self._on_use_clicked)
        self.learn.clicked.connect(self.learning_wanted)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.record_wanted.emit()

    @Slot(object)
    def show_record(self, record: Record) -> None:
        """What has been learnt so far."""
        self._record = record
        self.curve.show_points(record.points)
        self._on_kind_changed()

    @Slot(bool, str)
    def show_progress(self, running: bool, words: str) -> None:
        """Whether something is being learnt now, and what is to be said of it."""
        self.learn.setEnabled(not running)
        self.status.setText(words)
        self.status.setVisible(bool(words))

    @Slot()
    def _on_kind_changed(self) -> None:
        kind = self.kind.currentData()
        self.list_model.show(self._record.versions.get(kind, ()), self._record.in_force.get(kind, 0))
        self.view.setCurrentIndex(self.list_model.index(self.list_model.row_of(self.list_model.in_force), 0))
        self._on_current_changed()

    @Slot()
    def _on_current_changed(self) -> None:
        chosen = self.view.currentIndex().data(NUMBER)
        self.use.setEnabled(chosen is not None and chosen != self.list_model.in_force)
        self.back.setEnabled(self.list_model.before() is not None)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.version_chosen.emit(self.kind.currentData(), self.list_model.before())

    @Slot()
    def _on_use_clicked(self) -> None:
        self.version_chosen.emit(self.kind.currentData(), self.view.currentIndex().data(NUMBER))
