"""Light and dark: palettes, fonts and the one style sheet, applied to the whole program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.settings import Theme
from models.resources import RESOURCES

FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
"""In this order; without it Japanese forms of characters may appear."""

_LIGHT = {
    QPalette.ColorRole.Window: "#f3f4f6",
    QPalette.ColorRole.WindowText: "#1f2328",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f7f8fa",
    QPalette.ColorRole.Text: "#1f2328",
    QPalette.ColorRole.Button: "#fbfbfc",
    QPalette.ColorRole.ButtonText: "#1f2328",
    QPalette.ColorRole.BrightText: "#b42318",
    QPalette.ColorRole.Highlight: "#24619e",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#24619e",
    QPalette.ColorRole.Link: "#1d5a99",
    QPalette.ColorRole.LinkVisited: "#6a4c93",
    QPalette.ColorRole.ToolTipBase: "#1f2328",
    QPalette.ColorRole.ToolTipText: "#f6f7f9",
    QPalette.ColorRole.PlaceholderText: "#6e7681",
    QPalette.ColorRole.Light: "#ffffff",
    QPalette.ColorRole.Midlight: "#e7e9ed",
    QPalette.ColorRole.Mid: "#ccd1d8",
    QPalette.ColorRole.Dark: "#9aa2ad",
    QPalette.ColorRole.Shadow: "#5b6370",
}

_DARK = {
    QPalette.ColorRole.Window: "#202327",
    QPalette.ColorRole.WindowText: "#e3e5e8",
    QPalette.ColorRole.Base: "#181a1d",
    QPalette.ColorRole.AlternateBase: "#1e2125",
    QPalette.ColorRole.Text: "#e3e5e8",
    QPalette.ColorRole.Button: "#2a2e33",
    QPalette.ColorRole.ButtonText: "#e3e5e8",
    QPalette.ColorRole.BrightText: "#ff8a7a",
    QPalette.ColorRole.Highlight: "#3574b5",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#4a8fd6",
    QPalette.ColorRole.Link: "#7db4ec",
    QPalette.ColorRole.LinkVisited: "#b9a0e0",
    QPalette.ColorRole.ToolTipBase: "#e3e5e8",
    QPalette.ColorRole.ToolTipText: "#1b1d20",
    QPalette.ColorRole.PlaceholderText: "#8b939e",
    QPalette.ColorRole.Light: "#3b4047",
    QPalette.ColorRole.Midlight: "#31363c",
    QPalette.ColorRole.Mid: "#454b53",
    QPalette.ColorRole.Dark: "#14161a",
    QPalette.ColorRole.Shadow: "#0b0c0e",
}

_DIMMED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def apply_theme(theme: Theme) -> None:
    """Dresses every window.  The palette is ours, since setColorScheme alone does nothing on several desktops."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES[theme])
    dark = hints.colorScheme() is Qt.ColorScheme.Dark if theme is Theme.SYSTEM else theme is Theme.DARK
    colours = _DARK if dark else _LIGHT
    palette = _palette(colours)
    QApplication.setPalette(palette)
    # Tooltips have a palette of their own, and a style sheet knows no names for its colours.
    QToolTip.setPalette(palette)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet((RESOURCES / "style" / "desk.qss").read_text(encoding="utf-8") + _tooltip_style(colours))


def apply_fonts() -> None:
    """The first of our Chinese families that is there, in a size that reads well on every system."""
    font = QGuiApplication.font()
    present = set(QFontDatabase.families())
    font.setFamilies([family for family in FAMILIES if family in present] or [font.family()])
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    QApplication.setFont(font)
    QToolTip.setFont(font)


_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


def _tooltip_style(colours: dict[QPalette.ColorRole, str]) -> str:
    role = QPalette.ColorRole
    ground, text, edge = (colours[part] for part in (role.ToolTipBase, role.ToolTipText, role.Mid))
    return f"QToolTip {{ background: {ground}; color: {text}; border: 1px solid {edge}; padding: 4px 6px; }}"


def _palette(colours: dict[QPalette.ColorRole, str]) -> QPalette:
    palette = QPalette()
    for role, name in colours.items():
        palette.setColor(role, QColor(name))
    dimmed = QColor(colours[QPalette.ColorRole.PlaceholderText])
    dimmed.setAlphaF(0.75)
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, dimmed)
    return palette
