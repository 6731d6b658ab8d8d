"""What the program is, and whom it has to thank."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.icons import icon
from models.i18n import _
from models.resources import RESOURCES


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Jianbao"))
        picture = QLabel()
        picture.setPixmap(icon("page").pixmap(48, 48))
        name = QLabel(f"<h2>{_('Jianbao')}</h2>")
        said = QLabel(_("A review desk for newsroom archivists: pages are cut into articles and indexed; you decide."))
        said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (picture, name, said, QLabel(f"Qt {qVersion()}"), QLabel(_("Built with the work of others:"))):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addWidget(QPlainTextEdit(credits_text(), readOnly=True))
        layout.addWidget(buttons)
        self.resize(560, 480)


def credits_text() -> str:
    """All CREDITS files among the resources, then the libraries with their licences."""
    files = sorted(RESOURCES.rglob("CREDITS*"))
    texts = [file.read_text(encoding="utf-8").strip() for file in files]
    return "\n\n".join([*texts, "\n".join(_libraries())])


def _libraries() -> list[str]:
    return [f"{name} {_licence(name)}".strip() for name in _LIBRARIES]


def _licence(name: str) -> str:
    """Version and licence as the library itself states them; nothing in a frozen program that leaves that out."""
    try:
        said = metadata.metadata(name).json
    except metadata.PackageNotFoundError:
        return ""
    licence = str(said.get("license_expression") or _classified(said) or said.get("license") or "")
    return f"{said['version']} ({licence.splitlines()[0]})" if licence else str(said["version"])


def _classified(said: Mapping[str, str | list[str]]) -> str:
    """The licence among a library's classifiers; some put its whole text where its name should stand."""
    approved = [each.removeprefix(_APPROVED) for each in said.get("classifier", ()) if each.startswith(_APPROVED)]
    return ", ".join(approved)


_APPROVED = "License :: OSI Approved :: "

_LIBRARIES = (
    "PySide6-Essentials",
    "jieba",
    "peewee",
    "pypdfium2",
    "pillow",
    "numpy",
    "scipy",
    "platformdirs",
    "filelock",
    "charset-normalizer",
    "typing-extensions",
    "rapidocr",
    "onnxruntime",
    "opencv-python-headless",
    "shapely",
    "pyclipper",
    "omegaconf",
    "PyYAML",
    "requests",
    "tqdm",
    "colorlog",
    "six",
    "protobuf",
    "flatbuffers",
    "pyvips",
    "pyvips-binary",
    "cffi",
)
