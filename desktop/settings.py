"""What the program remembers of its user: language, theme, keys, windows, and the place in each archive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QLocale, QSettings

from desktop import paths


class Language(StrEnum):
    SYSTEM = "system"
    CHINESE = "zh"
    ENGLISH = "en"

    @property
    def spoken(self) -> str:
        """The language as models.i18n names it."""
        if self is not Language.SYSTEM:
            return self.value
        # Qt knows the display language of all three systems.
        return "zh" if QLocale.system().uiLanguages()[0].startswith("zh") else "en"


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an editor stopped; ids, None where nothing was open."""

    page: int | None = None
    article: int | None = None


_Choice = TypeVar("_Choice", Language, Theme)


class Settings:
    """The settings in one INI file; what can not be understood there counts as not set."""

    def __init__(self, file: Path | None = None) -> None:
        self._store = QSettings(str(file or paths.settings_file()), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        return _one_of(Language, self._text("language"))

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", language.value)

    @property
    def theme(self) -> Theme:
        return _one_of(Theme, self._text("theme"))

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._store.setValue("theme", theme.value)

    @property
    def archive(self) -> Path:
        """The folder to open when the command line names none."""
        return Path(self._text("archive") or paths.archive_folder())

    @archive.setter
    def archive(self, folder: Path) -> None:
        self._store.setValue("archive", str(folder))

    @property
    def export_folder(self) -> Path:
        return Path(self._text("export_folder") or Path.home())

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._store.setValue("export_folder", str(folder))

    @property
    def split_folds(self) -> bool:
        """Whether a double page is cut in two when it is imported."""
        return self._text("split_folds") == "true"

    @split_folds.setter
    def split_folds(self, split: bool) -> None:
        self._store.setValue("split_folds", "true" if split else "false")

    @property
    def learns(self) -> bool:
        """Whether the weights are refitted when a page is finished."""
        return self._text("learns") != "false"

    @learns.setter
    def learns(self, learns: bool) -> None:
        self._store.setValue("learns", "true" if learns else "false")

    def keys(self) -> dict[str, str]:
        """The keys the user gave to actions, by the actions' ids; an empty text takes a key away."""
        self._store.beginGroup("keys")
        found = {name: str(self._store.value(name, "")) for name in self._store.childKeys()}
        self._store.endGroup()
        return found

    def set_keys(self, keys: dict[str, str]) -> None:
        self._store.remove("keys")
        for name, key in keys.items():
            self._store.setValue(f"keys/{name}", key)

    def layout(self) -> tuple[QByteArray, QByteArray]:
        """The window's geometry and the state of its docks; empty when never saved."""
        return self._bytes("window/geometry"), self._bytes("window/state")

    def save_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)
        self._store.setValue("window/state", state)

    def sync(self) -> None:
        """Writes to the disk now."""
        self._store.sync()

    def _text(self, name: str) -> str:
        return str(self._store.value(name, ""))

    def _bytes(self, name: str) -> QByteArray:
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()


def place_in(folder: Path) -> Place:
    """Where the editor stopped in the archive in `folder`."""
    store = _place_store(folder)
    return Place(*(_number(store.value(name)) for name in ("page", "article")))


def save_place(folder: Path, place: Place) -> None:
    store = _place_store(folder)
    store.setValue("page", place.page)
    store.setValue("article", place.article)
    store.sync()


def _place_store(folder: Path) -> QSettings:
    return QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)


def _number(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() else None


def _one_of(kind: type[_Choice], text: str) -> _Choice:
    return kind(text) if text in set(kind) else kind("system")
