"""Lines of a dump set as text, wrapped to a width; a line is set again only when its width, font or weight changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from models.domain.line import Line

LEADING = 1.5
"""Height of a row in font sizes."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as it is drawn."""

    layout: QTextLayout
    rows: int
    natural: float
    """Width of the widest row, in pixels."""
    unwrapped: bool


class Typesetter:
    """Keeps what it has set for one page."""

    def __init__(self) -> None:
        self._font = QFont()
        self._bold = QFont()
        self._width = 0.0
        self._set: dict[tuple[int, bool], SetLine] = {}

    @property
    def row_height(self) -> float:
        return round(self._font.pixelSize() * LEADING)

    def forget(self) -> None:
        self._set.clear()

    def use(self, font: QFont, width: float) -> None:
        """Sets lines in `font` (with a pixel size) to at most `width` pixels from now on."""
        if font != self._font:
            self._font, self._bold = QFont(font), QFont(font)
            self._bold.setBold(True)
            self._set.clear()
        elif width != self._width:
            self._set = {key: line for key, line in self._set.items() if line.unwrapped and line.natural <= width}
        self._width = width

    def line(self, line: Line, bold: bool) -> SetLine:
        key = (line.number, bold)
        if key not in self._set:
            self._set[key] = self._typeset(line.text or " ", self._bold if bold else self._font)
        return self._set[key]

    def _typeset(self, text: str, font: QFont) -> SetLine:
        layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        rows, natural = 0, 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(self._width)
            row.setPosition(QPointF(0, rows * self.row_height + (self.row_height - row.height()) / 2))
            natural = max(natural, row.naturalTextWidth())
            rows += 1
        layout.endLayout()
        return SetLine(layout, rows, natural, rows == 1)
