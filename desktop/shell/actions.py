"""Qt's actions made from the one table, their keys as the user set them, and which of them can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QCursor, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.icons import icon
from models.i18n import _


class Menu(Enum):
    """Where an action stands in the menu bar."""

    FILE = auto()
    EDIT = auto()
    REVIEW = auto()
    PAGE = auto()
    ARTICLE = auto()
    LINES = auto()
    BLOCKS = auto()
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
    PICTURE = auto()
    """A page whose lines stand on a picture."""
    SCAN = auto()
    """A page that has a picture, read or not."""
    LINES = auto()
    """A page that has been read and not been deleted."""
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the things that an action lets choose from."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Spec:
    """One action of the desk.  `keys` are in Qt's portable form, the first is the one shown."""

    id: str
    text: str
    menu: Menu
    run: Callable[[], object] | None
    """None for one that only `offers`."""
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.PAGE
    new_group: bool = False
    """A line stands above it in its menu."""
    label: str = ""
    """What the menu says where it can be shorter than `text`."""
    offers: Callable[[], Iterable[Offer]] | None = None
    """What its menu lets choose from, asked each time it opens."""


class Actions(QObject):
    def __init__(self, specs: Iterable[Spec], keys: dict[str, str], parent: QObject | None = None) -> None:
        """`keys` are those the user gave, by id; they replace the action's own."""
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in specs}
        self._menus: list[QMenu] = []
        """Kept here, since an action does not own its menu."""
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
        if spec.run is not None:
            action.triggered.connect(lambda _checked, run=spec.run: run())
        if spec.offers is not None:
            menu = _OfferMenu(spec.offers)
            self._menus.append(menu)
            action.setMenu(menu)
            action.triggered.connect(lambda: menu.popup(QCursor.pos()))
        return action


class _OfferMenu(QMenu):
    """Asks what there is to choose from whenever it opens."""

    def __init__(self, offers: Callable[[], Iterable[Offer]]) -> None:
        super().__init__()
        self._offers = offers
        self.aboutToShow.connect(self._on_about_to_show)

    @Slot()
    def _on_about_to_show(self) -> None:
        self.clear()
        for offer in self._offers():
            self.addAction(offer.text.replace("&", "&&"), offer.run)
        if self.isEmpty():
            self.addAction(_("(nothing to choose from)")).setEnabled(False)
