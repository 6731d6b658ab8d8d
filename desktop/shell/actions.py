"""Qt's actions made from the one table, their keys as the user set them, and which of them can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.icons import icon


class Menu(Enum):
    """Where an action stands in the menu bar."""

    FILE = auto()
    EDIT = auto()
    REVIEW = auto()
    PAGE = auto()
    ARTICLE = auto()
    LINES = auto()
    ROLE = auto()
    DIGIT = auto()
    """In no menu: the ten digits."""
    VIEW = auto()
    HELP = auto()


class Needs(Enum):
    """What must be there for an action to make sense."""

    NOTHING = auto()
    PAGE = auto()
    OPEN_PAGE = auto()
    CLOSED_PAGE = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class Spec:
    """One action of the desk.  `keys` are in Qt's portable form, the first is the one shown."""

    id: str
    text: str
    menu: Menu
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.PAGE
    new_group: bool = False
    """A line stands above it in its menu."""
    label: str = ""
    """What the menu says where it can be shorter than `text`."""


class Actions(QObject):
    def __init__(self, specs: Iterable[Spec], keys: dict[str, str], parent: QObject | None = None) -> None:
        """`keys` are those the user gave, by id; they replace the action's own."""
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in specs}
        self._actions = {spec.id: self._made(spec) for spec in self._specs.values()}
        self.set_keys(keys)
        self.refresh_icons()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Spec, QAction]]:
        return ((spec, self._actions[name]) for name, spec in self._specs.items())

    def of(self, menu: Menu) -> list[tuple[Spec, QAction]]:
        return [(spec, action) for spec, action in self if spec.menu is menu]

    def set_keys(self, keys: dict[str, str]) -> None:
        for spec, action in self:
            chosen = spec.keys if spec.id not in keys else tuple(filter(None, (keys[spec.id],)))
            action.setShortcuts([QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in chosen])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{spec.text} ({shown})" if shown else spec.text)

    def refresh_icons(self) -> None:
        """Again after a change of theme."""
        for spec, action in self:
            if spec.icon:
                action.setIcon(icon(spec.icon))

    def enable(self, possible: Callable[[Needs], bool]) -> None:
        now = {need: possible(need) for need in Needs}
        for spec, action in self:
            action.setEnabled(now[spec.needs])

    def _made(self, spec: Spec) -> QAction:
        action = QAction(spec.label or spec.text, self)
        action.setObjectName(spec.id)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked, run=spec.run: run())
        return action
