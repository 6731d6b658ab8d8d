"""What else the line may say: the machine's reading, and a second one, each with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.proofreading.wording import differing
from models.i18n import _


class Readings(QWidget):
    """Two rows, each there only when it says something else than the line."""

    restored = Signal()
    """Back to what the machine read."""
    taken = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.machine = _Row(_("Read as"), (_("Back to this"), self.restored))
        self.second = _Row(_("Another reading"), (_("Take it"), self.taken), (_("Refuse it"), self.refused))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.machine)
        column.addWidget(self.second)

    def show_readings(self, text: str, machine: str | None, second: str | None) -> None:
        """`text` is what stands in the line; None for a reading that there is not."""
        self.machine.show_reading(machine, text)
        self.second.show_reading(second, text)


class _Row(QWidget):
    def __init__(self, title: str, *answers: tuple[str, SignalInstance]) -> None:
        super().__init__()
        self._title = QLabel(title)
        self._title.setEnabled(False)
        self.text = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._title)
        row.addWidget(self.text, 1)
        self.buttons = [_button(words, answered) for words, answered in answers]
        for button in self.buttons:
            row.addWidget(button)

    def show_reading(self, reading: str | None, text: str) -> None:
        self.setVisible(reading is not None)
        if reading is not None:
            self.text.setText(differing(reading, text))


def _button(words: str, answered: SignalInstance) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.clicked.connect(lambda: answered.emit())
    return button
