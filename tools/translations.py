"""Collects every sentence of the program into the catalogue of translations, and compiles it.

    python tools/translations.py update     after sentences changed: collect them, merge, compile, list what is not translated
    python tools/translations.py compile    after the .po file was edited: compile

Sentences that are no longer said are dropped; new ones come without a translation, never with a guessed one.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("models", "desktop")
"""Where sentences are said."""

TRANSLATIONS = ROOT / "resources" / "translations"
TEMPLATE = TRANSLATIONS / "jianbao.pot"
PO_FILE = TRANSLATIONS / "zh_CN" / "LC_MESSAGES" / "jianbao.po"
MO_FILE = PO_FILE.with_suffix(".mo")

# A date of the day would change the files each time though no sentence changed.
_MADE = datetime(2026, 1, 1, tzinfo=UTC)


def collected() -> Catalog:
    """Every literal in `_()` and `N_()`, with the files it stands in and no translation."""
    template = _empty()
    for folder in FOLDERS:
        found = extract_from_dir(ROOT / folder, method_map=[("**.py", "python")], keywords={"_": None, "N_": None})
        for file, _line, message, comments, context in sorted(found, key=lambda entry: (entry[0], entry[1])):
            template.add(message, locations=[(f"{folder}/{file}", 1)], auto_comments=comments, context=context)
    return template


def translated() -> Catalog:
    """What stands in the .po file; empty when there is none yet."""
    if not PO_FILE.exists():
        return _empty("zh_CN")
    with PO_FILE.open("rb") as file:
        return read_po(file, locale="zh_CN", domain="jianbao")


def untranslated(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id and (not message.string or message.fuzzy)]


def _empty(locale: str | None = None) -> Catalog:
    catalogue = Catalog(locale, "jianbao", "# What Jianbao says.", "Jianbao", "1", fuzzy=False)
    catalogue.creation_date = catalogue.revision_date = _MADE
    catalogue.last_translator = catalogue.language_team = "Jianbao"
    return catalogue


def update() -> None:
    """Brings .pot, .po and .mo up to what the code says now."""
    template, old, merged = collected(), translated(), _empty("zh_CN")
    for message in template:
        if message.id:
            known = old.get(message.id)
            merged.add(message.id, known.string if known else "", locations=message.locations)
    _write(template, TEMPLATE)
    _write(merged, PO_FILE)
    compile_()


def compile_() -> None:
    with MO_FILE.open("wb") as file:
        write_mo(file, translated())


def _write(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=128, sort_by_file=True, include_lineno=False)


def main(arguments: list[str]) -> int:
    """The command line; 1 when a translation is missing, 2 when it was called wrongly."""
    commands = {"update": update, "compile": compile_}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    commands[arguments[0]]()
    missing = untranslated(translated())
    for message in missing:
        print(f"not translated: {message.id}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
