"""The fields and tag bars of one article, each with its name and its mark."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.article_form.choice_field import ChoiceField
from desktop.article_form.origin_mark import OriginMark
from desktop.article_form.states import SINGLE, FieldState, state_of, tags_of
from desktop.article_form.tag_bar import TagBar
from desktop.text_field import TextField
from models.domain.article import Article
from models.domain.label import MANY, Field
from models.tagging.vocabulary import genres, topics
from models.wording import field_name, genre_name, topic_name

ORDER = (
    Field.KICKER,
    Field.TITLE,
    Field.SUBTITLE,
    Field.AUTHOR,
    Field.AFFILIATION,
    Field.COLUMN,
    Field.GENRE,
    Field.TOPIC,
    Field.KEYWORD,
    Field.PERSON,
    Field.PLACE,
    Field.ORGANISATION,
)


class Sheet(QWidget):
    entered = Signal(object, str)
    """A single-valued Field and what was typed into it."""
    accepted = Signal(object)
    """The Field whose mark was pressed."""
    typing_changed = Signal()
    """Something is typed and not entered, or no longer."""
    left = Signal()
    """A single-valued field is left: what was entered there belongs together."""
    given_up = Signal()
    """What was entered since a field was last left is to be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[Field, TextField | ChoiceField] = {field: _editor(field) for field in SINGLE}
        self.bars = {field: TagBar(field_name(field)) for field in ORDER if field in MANY}
        self.marks = {field: OriginMark() for field in SINGLE}
        self.states: dict[Field, FieldState] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 6, 8)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(ORDER):
            self._add_row(grid, row, field)
        grid.setRowStretch(len(ORDER), 1)

    def _add_row(self, grid: QGridLayout, row: int, field: Field) -> None:
        name = QLabel(field_name(field), wordWrap=True)
        metrics = name.fontMetrics()
        name.setFixedWidth(max(metrics.horizontalAdvance(field_name(Field.ORGANISATION)) + 2, round(3.8 * metrics.height())))
        name.setContentsMargins(0, 4, 0, 0)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        if field in self.bars:
            name.setBuddy(self.bars[field])
            self.bars[field].typing_changed.connect(self.typing_changed)
            grid.addWidget(self.bars[field], row, 1, 1, 2)
            return
        editor, mark = self.fields[field], self.marks[field]
        editor.setAccessibleName(field_name(field))
        name.setBuddy(editor)
        editor.entered.connect(lambda value: self.entered.emit(field, value))
        editor.left.connect(self.left)
        if isinstance(editor, TextField):
            editor.typing_changed.connect(self.typing_changed)
            editor.given_up.connect(self.given_up)
        mark.clicked.connect(lambda: self.accepted.emit(field))
        grid.addWidget(editor, row, 1)
        grid.addWidget(mark, row, 2, Qt.AlignmentFlag.AlignTop)

    def show_article(self, article: Article) -> None:
        for field, editor in self.fields.items():
            state = state_of(article, field)
            editor.show_value(state.value)
            if state != self.states.get(field):
                self.marks[field].show_state(field, state)
            self.states[field] = state
        for field, bar in self.bars.items():
            bar.show_labels(tags_of(article, field))

    def edit(self, field: Field) -> None:
        """Puts the cursor into a field, its text selected."""
        if field in self.bars:
            self.bars[field].setFocus()
            return
        editor = self.fields[field]
        editor.setFocus()
        if isinstance(editor, TextField):
            editor.selectAll()

    def is_dirty(self) -> bool:
        """Whether anything is typed and not entered."""
        return any(editor.is_dirty() for editor in (*self.fields.values(), *self.bars.values()))

    def flush(self) -> None:
        for editor in (*self.fields.values(), *self.bars.values()):
            editor.flush()

    def restore(self) -> None:
        """Forgets what was typed and not entered."""
        for editor in (*self.fields.values(), *self.bars.values()):
            editor.restore()


def _editor(field: Field) -> TextField | ChoiceField:
    if field is Field.GENRE:
        return ChoiceField((genre.name, genre_name(genre.name)) for genre in genres())
    if field is Field.TOPIC:
        return ChoiceField((topic.code, topic_name(topic.code)) for topic in topics())
    return TextField()
