"""run.py and setup/: what is missing, whose commands, and an environment that is filled once and repaired when broken."""

from __future__ import annotations

import ast
import re
import socket
import string
import sys
import venv
from pathlib import Path
from unittest.mock import Mock

import pytest

from models.resources import ROOT
from setup import command, environment, installers, packages, screen, stamp, system
from setup.places import venv_python
from setup.stamp import Stamp
from setup.words import SENTENCES, Trouble, sentence

DEBIAN, FEDORA, ARCH, SUSE = "apt-get", "dnf", "pacman", "zypper"


def test_an_old_python_can_read_run_py() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_run_py_and_set_up_use_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "setup", "models.i18n", "models.resources"}
    borrowed = [ROOT / "models" / "i18n.py", ROOT / "models" / "resources.py"]
    for path in [ROOT / "run.py", *(ROOT / "setup").glob("*.py"), *borrowed]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert all(name in allowed or name.partition(".")[0] in allowed for name in names), path


@pytest.mark.parametrize("name", SENTENCES)
def test_both_languages_say_the_same_things(name: str) -> None:
    fields = [{field for _, field, _, _ in string.Formatter().parse(text)} for text in SENTENCES[name]]
    assert fields[0] == fields[1]


@pytest.mark.parametrize(
    ("language", "expected"), [("zh_CN.UTF-8", "没有屏幕"), ("en_GB.UTF-8", "no screen"), ("C", "no screen")]
)
def test_the_language_is_the_systems(language: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", language)
    assert expected in sentence("no screen")


@pytest.mark.parametrize(
    ("tool", "is_root", "expected"),
    [
        (DEBIAN, False, "sudo apt-get install -y --no-install-recommends libegl1 libxcb-randr0 libxcb-xkb1"),
        (DEBIAN, True, "apt-get install -y --no-install-recommends libegl1 libxcb-randr0 libxcb-xkb1"),
        (FEDORA, False, "sudo dnf install 'libEGL.so.1()(64bit)' 'libxcb-randr.so.0()(64bit)' 'libxcb-xkb.so.1()(64bit)'"),
        (SUSE, False, "sudo zypper install 'libEGL.so.1()(64bit)' 'libxcb-randr.so.0()(64bit)' 'libxcb-xkb.so.1()(64bit)'"),
        (ARCH, False, "sudo pacman -S --needed libglvnd libxcb"),
    ],
)
def test_every_system_gets_its_command(tool: str, is_root: bool, expected: str) -> None:
    libraries = ["libEGL.so.1", "libxcb-randr.so.0", "libxcb-xkb.so.1"]
    assert packages.command(tool, packages.named_for(tool, libraries), is_root) == expected


def test_everything_lacking_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "manager", lambda: DEBIAN)
    monkeypatch.setattr(system, "is_root", lambda: False)
    said = str(system.Lack(("libEGL.so.1",), font=True, venv=True).trouble())
    assert f"apt-get install -y --no-install-recommends libegl1 {packages.venv_package()} fonts-wqy-microhei" in said


def test_an_unknown_system_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "manager", lambda: None)
    assert "libEGL.so.1" in str(system.Lack(("libEGL.so.1",)).trouble())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")
def test_a_missing_library_is_found_and_a_present_one_is_not() -> None:
    assert system.loads("libc.so.6")
    assert not system.loads("libjianbao-is-no-library.so.1")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring Chinese fonts")
def test_without_fontconfig_the_names_of_font_files_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(system, "FONT_FOLDERS", (str(tmp_path),))
    (tmp_path / "DejaVuSans.ttf").touch()
    assert not system.has_chinese_font()
    (tmp_path / "NotoSansCJK-Regular.ttc").touch()
    assert system.has_chinese_font()


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("NewConnectionError … Temporary failure in name resolution\nERROR: No matching distribution found", "no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "wrong hash"),
        ("OSError: [Errno 28] No space left on device", "no space"),
        ("ERROR: No matching distribution found for numpy", "no package"),
        ("something else", "set-up failed"),
    ],
)
def test_pips_log_tells_the_cause(said: str, cause: str, tmp_path: Path) -> None:
    log = tmp_path / "set-up.log"
    log.write_text(said, encoding="utf-8")
    assert installers.cause(log) == cause


def test_trouble_is_said_and_ends_with_code_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "provide", Mock(side_effect=Trouble("no space")))
    assert command.main(["test"]) == 1
    assert capsys.readouterr().err.strip() == sentence("no space")


def test_without_a_screen_a_csv_and_a_picture_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Mock(return_value=0)
    monkeypatch.setattr(command, "_desk", desk)
    monkeypatch.setattr(command, "_prepare", Mock(return_value=Path("python")))
    monkeypatch.setattr(command, "has_screen", lambda: False)
    monkeypatch.chdir(tmp_path)
    assert command.main(["page.txt", "--picture", "my.png"]) == 0
    csv, picture = str(tmp_path / "articles.csv"), str(tmp_path / "my.png")
    desk.assert_called_once_with(
        Path("python"), ["--offscreen", "--csv", csv, "--picture", picture, "page.txt"], {"QT_QPA_PLATFORM": "offscreen"}
    )
    said = capsys.readouterr().out
    assert csv in said
    assert picture in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_a_screen_is_one_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not screen.has_screen()
    with socket.create_server(("127.0.0.1", 0)) as server:
        display = f"127.0.0.1:{server.getsockname()[1] - screen.FIRST_PORT}.0"
        monkeypatch.setenv("DISPLAY", display)
        assert screen.has_screen()
    with pytest.raises(Trouble, match=re.escape(display)):
        screen.has_screen()


class Checkout:
    """A folder with lock files of no packages, for set-ups that are over in a moment."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / ".venv"
        self.locks = folder / "requirements"
        self.locks.mkdir()
        for group in stamp.GROUPS:
            (self.locks / f"{group}.txt").write_text("# nothing\n", encoding="utf-8")
        self.filled: list[str] = []
        monkeypatch.setattr(environment, "VENV", self.folder)
        monkeypatch.setattr(stamp, "LOCKS", self.locks)
        monkeypatch.setattr("shutil.which", lambda _: None)
        monkeypatch.setattr(installers, "install_with_pip", self._make)

    def ensure(self, group: str) -> Path:
        return environment.ensure(group, lambda _: self.filled.append(group))

    def _make(self, folder: Path, _: Path) -> None:
        venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    return Checkout(tmp_path, monkeypatch)


def test_an_environment_is_made_once(checkout: Checkout) -> None:
    python = checkout.ensure("run")
    assert python == venv_python(checkout.folder)
    assert environment.starts(python)
    checkout.ensure("run")
    assert checkout.filled == ["run"]


def test_what_the_tests_need_is_enough_to_run(checkout: Checkout) -> None:
    checkout.ensure("test")
    checkout.ensure("run")
    checkout.ensure("build")
    assert checkout.filled == ["test", "build"]


def test_a_new_lock_fills_it_again(checkout: Checkout) -> None:
    checkout.ensure("run")
    (checkout.locks / "run.txt").write_text("# nothing, but newer\n", encoding="utf-8")
    checkout.ensure("run")
    assert checkout.filled == ["run", "run"]


def test_another_python_makes_it_anew(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(stamp, "python_version", lambda: "3.10")
        checkout.ensure("run")
    (checkout.folder / "left over").touch()
    checkout.ensure("run")
    assert checkout.filled == ["run", "run"]
    assert not (checkout.folder / "left over").exists()


def test_an_interrupted_set_up_is_repaired(checkout: Checkout) -> None:
    with pytest.raises(KeyboardInterrupt):
        environment.ensure("run", Mock(side_effect=KeyboardInterrupt))
    assert Stamp(checkout.folder).is_unfinished()
    (checkout.folder / "half a package").touch()
    checkout.ensure("run")
    assert checkout.filled == ["run"]
    assert not (checkout.folder / "half a package").exists()


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.ensure("run")
    venv_python(checkout.folder).unlink()
    assert environment.starts(checkout.ensure("run"))


def test_pip_that_finds_nothing_is_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    lock = tmp_path / "run.txt"
    lock.write_text(f"jianbao-is-no-package==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(Trouble, match=re.escape("set-up.log")):
        installers.install_with_pip(tmp_path / ".venv", lock)
