"""Where the user's archive, settings and log lie when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "Jianbao"


def archive_folder() -> Path:
    return platformdirs.user_data_path(_NAME, appauthor=False)


def settings_file() -> Path:
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.ini"


def log_file() -> Path:
    return platformdirs.user_log_path(_NAME, appauthor=False) / "jianbao.log"
