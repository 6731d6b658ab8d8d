"""The language of every sentence the program says: English in the code, gettext catalogues in `resources/`."""

from __future__ import annotations

import ctypes
import gettext
import locale
import os
import sys

from models.resources import RESOURCES

DOMAIN = "jianbao"
LANGUAGES = {"zh": "zh_CN", "en": "en"}

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def set_language(language: str) -> None:
    """Speak `language` ("zh" or "en") from now on; anything else is English."""
    global _catalogue, _language
    _language = language if language in LANGUAGES else "en"
    _catalogue = gettext.translation(DOMAIN, RESOURCES / "translations", [LANGUAGES[_language]], fallback=True)


def current_language() -> str:
    """ "zh" or "en": what is spoken now."""
    return _language


def system_language() -> str:
    """The language the system speaks, "zh" or "en": its display language on Windows, the locale's name elsewhere."""
    if sys.platform == "win32":
        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04 else "en"
    # The environment first: a locale that is asked for but not installed can not be set, and still says what is spoken.
    asked = next((os.environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), None)
    return "zh" if (asked or locale.getlocale()[0] or "").lower().startswith("zh") else "en"


def _(message: str) -> str:
    """`message`, a literal English sentence, in the current language; fill its {names} with str.format afterwards."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:
    """Mark `message` for the catalogue without translating it yet (for tables filled at import)."""
    return message
