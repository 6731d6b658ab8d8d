"""Composition root: makes the application, opens the archive, shows the window and shows it again in another language."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from desktop import paths, theme
from desktop.dialogs.archive_trouble import ArchiveTrouble
from desktop.dialogs.preferences import Preferences
from desktop.feedback.crash_dialog import CrashDialog
from desktop.feedback.crash_hook import CrashHook
from desktop.feedback.qt_messages import listen
from desktop.settings import Language, Settings, Theme
from desktop.shell.desk import Desk
from desktop.shell.keys import KeyGuard
from desktop.shell.offscreen import OffscreenRun
from desktop.shell.options import Options, parsed
from desktop.shell.window import MainWindow
from desktop.tasks.garbage import GarbageCollection
from models.archive import Archive, learnt
from models.engine_process import EngineProcess
from models.errors import KnownError
from models.i18n import set_language
from models.resources import RESOURCES, SEEDS
from models.wording import sentence

PICTURE_LIMIT = 2048
"""Megabytes a decoded picture may take; Qt's own limit of 256 refuses scans of newspaper pages."""

TURN = 0.001
"""Seconds after which a worker lets the main thread have its turn."""


def run(arguments: list[str]) -> int:
    """The exit code: 0 when all went well, 1 when the archive could not be opened, 2 for a crash without a window."""
    set_language(Language.SYSTEM.spoken)
    options = parsed(arguments)
    prepare(options)
    listen(paths.log_file())
    application = QApplication(sys.argv[:1])
    program = Program(application, Settings(), options)
    return program.run()


def prepare(options: Options) -> None:
    """What must be settled before Qt starts."""
    sys.setswitchinterval(TURN)
    if options.offscreen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        # Qt comes with no plugin for fcitx, which understands ibus as well.
        os.environ["QT_IM_MODULE"] = "ibus"


class Program(QObject):
    """One run of the desk."""

    def __init__(self, application: QApplication, settings: Settings, options: Options) -> None:
        super().__init__(application)
        self._application = application
        self.settings = settings
        self._options = options
        self._translator: QTranslator | None = None
        self._crash: CrashDialog | None = None
        self.desk: Desk | None = None
        self.window: MainWindow | None = None
        self.guard = KeyGuard(self)
        self.garbage = GarbageCollection(self)
        self.hook = CrashHook(paths.log_file(), self)
        self._dress()

    def run(self) -> int:
        """Until the window is closed."""
        self.hook.install()
        self.hook.crashed.connect(self._on_crashed)
        if not self.open():
            return 1
        errand = self._offscreen_run() if self._options.offscreen else None
        self.garbage.start()
        try:
            return self._application.exec() or (errand.code if errand else 0)
        finally:
            self.garbage.stop()
            self.close()

    def open(self) -> bool:
        """Whether the archive is open and the window made."""
        folder = self._options.archive or self.settings.archive
        is_new = not (folder / "archive.sqlite").exists()
        archive = self._archive(folder)
        if archive is None:
            return False
        self.desk = Desk(archive, self.settings, self)
        window = self.show_window()
        self.desk.resume()
        window.errands.offer_to_go_on()
        to_import = [*([SEEDS] if is_new else []), *self._options.files]
        if to_import:
            self.desk.importing.start(to_import)
        return True

    def show_window(self) -> MainWindow:
        """A window in the current language and theme, in the place of the one there was."""
        assert self.desk is not None
        old, self.window = self.window, MainWindow(self.desk)
        self.window.preferred.connect(self._on_preferred, Qt.ConnectionType.QueuedConnection)
        self.window.show()
        if old is not None:
            old.close()
            old.deleteLater()
        return self.window

    def close(self) -> None:
        """The archive is shut, the workers are gone."""
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    def _archive(self, folder: Path) -> Archive | None:
        """None when it can not be opened and the user gives up."""
        try:
            return Archive(folder, EngineProcess(folder / "cache", learnt(folder)))
        except KnownError as error:
            chosen = self._asked(error, folder)
        return None if chosen is None else self._archive(chosen)

    def _asked(self, error: KnownError, folder: Path) -> Path | None:
        """The folder to try next."""
        if self._options.offscreen:
            said = sentence(error)
            print(said.what, said.remedy, file=sys.stderr)
            return None
        trouble = ArchiveTrouble(error, folder)
        trouble.exec()
        return trouble.folder

    def _dress(self) -> None:
        application = self._application
        application.setApplicationName("Jianbao")
        application.setDesktopFileName("jianbao")
        application.setStyle("Fusion")
        application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "jianbao.svg")))
        application.installEventFilter(self.guard)
        QImageReader.setAllocationLimit(PICTURE_LIMIT)
        theme.apply_fonts()
        self._apply_theme()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.speak(self._options.language or self.settings.language)

    def _apply_theme(self) -> None:
        theme.apply_theme(self._options.theme or self.settings.theme)

    @Slot()
    def _on_scheme_changed(self) -> None:
        """The system went light or dark, and we go with it if the user wants."""
        if (self._options.theme or self.settings.theme) is Theme.SYSTEM:
            self._apply_theme()

    def speak(self, language: Language) -> None:
        """Our sentences and those of Qt's own buttons."""
        set_language(language.spoken)
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        if language.spoken == "zh":
            self._translator = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._translator.load("qtbase_zh_CN", folder):
                self._application.installTranslator(self._translator)

    @Slot(object)
    def _on_preferred(self, chosen: Preferences) -> None:
        settings = self.settings
        changes_language = chosen.language is not settings.language
        settings.language, settings.theme, settings.split_folds = chosen.language, chosen.theme, chosen.split_folds
        settings.learns = chosen.learns
        if self.desk is not None and chosen.archive != self.desk.folder:
            settings.archive = chosen.archive
        settings.set_keys(chosen.keys)
        settings.sync()
        theme.apply_theme(chosen.theme)
        if changes_language:
            self.speak(chosen.language)
            self.show_window()
        elif self.window is not None:
            self.window.actions_table.set_keys(chosen.keys)

    @Slot(str, object)
    def _on_crashed(self, report: str, log: Path | None) -> None:
        if self._options.offscreen:
            self._application.exit(2)
        elif self._crash is not None and self._crash.isVisible():
            self._crash.add(report)
        else:
            self._crash = CrashDialog(report, log, self.window)
            self._crash.open()

    def _offscreen_run(self) -> OffscreenRun:
        assert self.desk is not None
        assert self.window is not None
        return OffscreenRun(self.desk, self.window, self._options)
