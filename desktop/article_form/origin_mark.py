"""The mark beside a field: whose value it is, and a button back to the program's."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop import colours
from desktop.article_form.states import FieldState, Standing, tip
from desktop.icons import icon
from models.domain.label import Field
from models.i18n import _

_ICONS = {Standing.SUGGESTED: "doubt", Standing.CONFIRMED: "accept", Standing.OWN: "accept", Standing.CHANGED: "undo"}


class OriginMark(QToolButton):
    """`clicked` is meant only where there is something to accept or to go back to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(14, 14))
        keeps = self.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        keeps.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(keeps)
        self.standing = Standing.EMPTY

    def show_state(self, field: Field, state: FieldState) -> None:
        self.standing = state.standing
        self.setVisible(state.standing is not Standing.EMPTY)
        if state.standing is Standing.EMPTY:
            return
        live = state.standing in (Standing.SUGGESTED, Standing.CHANGED)
        self.setEnabled(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if live else Qt.FocusPolicy.NoFocus)
        dark = colours.is_dark(self.palette())
        settled = colours.sure_colour(dark) if not live else None
        doubt = colours.doubt_colour(dark) if state.standing is Standing.SUGGESTED else settled
        self.setIcon(icon(_ICONS[state.standing], doubt))
        said = tip(field, state)
        self.setToolTip(said)
        self.setAccessibleName(_names()[state.standing])
        self.setAccessibleDescription(said)


def _names() -> dict[Standing, str]:
    return {
        Standing.SUGGESTED: _("Accept the suggestion"),
        Standing.CONFIRMED: _("Accepted"),
        Standing.OWN: _("Yours"),
        Standing.CHANGED: _("Back to the suggestion"),
    }
