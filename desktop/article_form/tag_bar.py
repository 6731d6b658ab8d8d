"""All values of one many-valued field as chips, and an input for more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from desktop.article_form.chip_paint import paint_bar, paint_chip
from desktop.article_form.chips import Chip, Flow, flow
from desktop.article_form.states import SEPARATORS, evidence, words_in
from desktop.text_field import is_escape
from models.domain.label import Label, Origin, Verdict
from models.i18n import _


class TagBar(QWidget):
    """Chips are painted, not widgets, so that a hundred of them cost nothing.

    A click accepts a suggestion, × rejects or removes, a double click rewords.  From the empty input the left arrow goes to
    the chips: Enter accepts, F2 rewords, Delete removes.
    """

    added = Signal(list)
    """Words that were typed, each new here."""
    judged = Signal(int, object)
    """A label's id and the Verdict on it."""
    reworded = Signal(int, str)
    typing_changed = Signal()
    """Something is typed and not entered, or no longer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._labels: tuple[Label, ...] = ()
        self._flow = Flow((), self.rect(), 0)
        self._at: int | None = None
        """The chip that the keyboard stands on, by its place."""
        self._composing = False
        self._rewording: int | None = None
        """The label that the input puts differently just now."""
        self.input = QLineEdit(self, placeholderText=_("Add"), frame=False)
        self.input.setAccessibleName(name)
        self.input.installEventFilter(self)
        self.input.textEdited.connect(self._on_typed)
        self.input.textChanged.connect(self.typing_changed)
        self.setFocusProxy(self.input)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> tuple[Chip, ...]:
        return self._flow.chips

    def show_labels(self, labels: Sequence[Label]) -> None:
        """What the archive holds; what is being typed stays."""
        if tuple(labels) == self._labels:
            return
        self._labels = tuple(labels)
        self._at = None
        if self._rewording is not None and all(label.id != self._rewording for label in labels):
            self._rewording = None
        said = "; ".join(
            label.value if _is_settled(label) else _("{tag} (suggested)").format(tag=label.value) for label in labels
        )
        self.setAccessibleName(f"{self._name}: {said}")
        self.input.setAccessibleDescription(said)
        self._reflow()

    def is_dirty(self) -> bool:
        """Whether something is typed that is not entered; a word only opened for rewording is not typed."""
        reworded = next((label.value for label in self._labels if label.id == self._rewording), "")
        return self.input.text().strip() not in ("", reworded)

    def flush(self) -> None:
        """Enters what was typed, if anything was."""
        typed, label = self.input.text(), self._rewording
        if not typed.strip():
            self._end_rewording()
            return
        self._empty()
        self._end_rewording()
        if label is not None:
            self.reworded.emit(label, typed.strip())
        else:
            self.added.emit(words_in(typed))

    def type(self, words: Iterable[str]) -> None:
        """Puts words into the input, as if they were being typed."""
        typed = SEPARATORS[0].join(words)
        if typed:
            self.input.setText(typed)

    def restore(self) -> None:
        self._empty()
        self._end_rewording()

    def _empty(self) -> None:
        # Unlike clear(), it forgets what was typed: Undo takes back the label, not its typing.
        self.input.setText("")

    # Size

    def _reflow(self) -> None:
        self._flow = flow(self._labels, self.fontMetrics(), self.width())
        self.input.setGeometry(self._flow.input)
        self._place_input()
        self.updateGeometry()
        self.update()

    def _place_input(self) -> None:
        chip = next((chip for chip in self.chips if chip.label.id == self._rewording), None)
        rect = self._flow.input if chip is None else chip.rect
        wide = max(rect.width(), min(120, self.width() - rect.left()))
        self.input.setGeometry(rect.x(), rect.y(), wide, rect.height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return flow(self._labels, self.fontMetrics(), width).height

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, flow((), self.fontMetrics(), 160).height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reflow()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, self, self.input.hasFocus())
        for place, chip in enumerate(self.chips):
            if chip.rect.intersects(event.rect()) and chip.label.id != self._rewording:
                paint_chip(painter, self, chip, _is_settled(chip.label), place == self._at)

    # The mouse

    def chip_at(self, point: QPoint) -> Chip | None:
        return next((chip for chip in self.chips if chip.rect.contains(point)), None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.input.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        chip = self.chip_at(point)
        if chip is None or event.button() is not Qt.MouseButton.LeftButton or chip.label.id == self._rewording:
            return
        if chip.cross.contains(point):
            self.judged.emit(chip.label.id, Verdict.REJECTED)
        elif not _is_settled(chip.label):
            self.judged.emit(chip.label.id, Verdict.ACCEPTED)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        chip = self.chip_at(event.position().toPoint())
        if chip is not None and not chip.cross.contains(event.position().toPoint()):
            self.reword(chip.label)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.chip_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            chip = self.chip_at(event.pos())
            QToolTip.showText(event.globalPos(), chip_tip(chip.label) if chip else "", self)
            return True
        return super().event(event)

    # The keyboard

    def reword(self, label: Label) -> None:
        """Puts the input in the place of a chip, with its word in it."""
        self.flush()
        self._rewording = label.id
        self.input.setText(label.value)
        self._place_input()
        self.input.raise_()
        self.input.setFocus()
        self.input.selectAll()
        self.update()

    def _end_rewording(self) -> None:
        self._rewording = None
        self._place_input()
        self.update()

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        """A separator enters what stands before it."""
        if any(separator in typed for separator in SEPARATORS):
            self.flush()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.input:
            return False
        if is_escape(event) and self._has_own_escape:
            event.accept()
            return True
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QFocusEvent):
            self._at = None
            self.update()
            if event.type() is QEvent.Type.FocusOut and event.reason() is not Qt.FocusReason.PopupFocusReason:
                self.flush()
        return False

    @property
    def _has_own_escape(self) -> bool:
        """Whether Escape takes something back here before it leaves."""
        return bool(self.input.text()) or self._at is not None or self._composing

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.input.text().strip():
            self.flush()
            return True
        if key is Qt.Key.Key_Escape and self._has_own_escape:
            QGuiApplication.inputMethod().reset()
            self.restore()
            self._stand_on(None)
            return True
        return not self.input.text() and self._on_chip_key(key)

    def _on_chip_key(self, key: Qt.Key) -> bool:
        """Keys while the input is empty: they belong to the chips."""
        last = len(self.chips) - 1
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace) and self._at is None and last >= 0:
            self._stand_on(last)
            return True
        if self._at is None:
            return False
        label = self.chips[self._at].label
        match key:
            case Qt.Key.Key_Left:
                self._stand_on(max(self._at - 1, 0))
            case Qt.Key.Key_Right:
                self._stand_on(self._at + 1 if self._at < last else None)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.judged.emit(label.id, Verdict.ACCEPTED)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.judged.emit(label.id, Verdict.REJECTED)
            case Qt.Key.Key_F2:
                self.reword(label)
            case _:
                self._stand_on(None)
                return False
        return True

    def _stand_on(self, place: int | None) -> None:
        self._at = place
        self.input.setAccessibleDescription("" if place is None else chip_tip(self.chips[place].label))
        self.update()


def _is_settled(label: Label) -> bool:
    return label.verdict is Verdict.ACCEPTED


def chip_tip(label: Label) -> str:
    said = evidence(label) if label.origin is Origin.ENGINE else _("Yours")
    keys = _("Double-click to reword") if _is_settled(label) else _("Click to accept, double-click to reword")
    return f"{label.value}\n{said}\n{keys}"
