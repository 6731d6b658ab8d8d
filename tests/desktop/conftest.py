"""A real archive in a temporary folder, pages made by hand with invented news, and the desk upon it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop import paths
from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from desktop.settings import Language, Settings
from models.archive import Archive
from models.domain.joint import Alternative, Certainty, Claim
from models.domain.label import Field, Reason, Suggested
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header, Source
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.i18n import set_language
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage

TEXTS = (
    "青石镇河堤加固工程提前完工",
    "本报讯 记者 林晓舟 青石镇河堤加固工程昨天通过验收。",
    "工程全长四公里，投入人力三百余人。",
    "镇里表示，汛期前还将完成闸门检修。",
    "白鹭小学开出劳动课",
    "本报讯 通讯员 何文茵 白鹭小学的菜园里，孩子们正在学习育苗。",
    "老师说，每个班级分到一块地，从播种到收获都由学生负责。",
    "图为学生在菜园里浇水。",
    "责任编辑：周定远",
    "电话：55500123",
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own archive, settings or log."""
    monkeypatch.setattr(paths, "archive_folder", lambda: tmp_path / "home" / "archive")
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "home" / "settings.ini")
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "home" / "jianbao.log")


@pytest.fixture(autouse=True)
def _speaks_english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.language = Language.ENGLISH
    return settings


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "archive")
    yield archive
    archive.close()


FilePage = Callable[..., int]


@pytest.fixture
def file_page(archive: Archive) -> FilePage:
    """Files a page like `prepared_page` makes it and says its id."""

    def file(**given: object) -> int:
        page = prepared_page(**given)  # type: ignore[arg-type]
        (page_id,) = archive.file(Prepared(Path(page.source.file_name), (page,))).pages
        return page_id

    return file


@pytest.fixture
def bridge(archive: Archive) -> Iterator[ArchiveBridge]:
    bridge = ArchiveBridge(archive)
    yield bridge
    bridge.deleteLater()


@pytest.fixture
def selection() -> Iterator[Selection]:
    selection = Selection()
    yield selection
    selection.deleteLater()


def prepared_page(name: str = "one.txt", unplaced: bool = False, doubtful: bool = True) -> PreparedPage:
    """Two articles of four lines (the second joint of each is doubtful), an editors' line, and one more line.

    The last line is furniture, or belongs to nothing when `unplaced`.
    """
    lines = tuple(Line(number, text) for number, text in enumerate(TEXTS, 1))
    first = (Segment(Role.HEADLINE, (1,)), Segment(Role.BODY, (2, 3, 4)))
    second = (Segment(Role.HEADLINE, (5,)), Segment(Role.BODY, (6, 7)), Segment(Role.CAPTION, (8,)))
    proposal = Proposal(
        articles=(first, second),
        furniture=((9,),) if unplaced else ((9, 10),),
        unplaced=((10,),) if unplaced else (),
        claims=tuple(_claims(doubtful)),
    )
    header = Header("青石日报", datetime.date(2031, 5, 6), None, "02", "本地")
    source = Source(f"sha of {name}", name, SourceKind.DUMP)
    return PreparedPage(header, source, Reading(lines, SourceKind.DUMP), proposal, tuple(_suggested(t) for t in (0, 4)))


def _claims(doubtful: bool) -> Iterator[Claim]:
    for left, right in ((None, 1), (1, 2), (2, 3), (3, 4), (None, 5), (5, 6), (6, 7), (7, 8)):
        if doubtful and right in (3, 7):
            yield Claim(
                left,
                right,
                0.4 + right / 50,
                Certainty.UNSURE,
                (Reason("open_end", 0.7),),
                others=(Alternative(8, 0.3, Reason("same_words", 0.6)), Alternative(None, 0.1)),
            )
        else:
            yield Claim(left, right, 0.97, Certainty.SURE)


def _suggested(line: int) -> tuple[Suggested, ...]:
    return (Suggested(Field.TITLE, TEXTS[line], 0.9), Suggested(Field.GENRE, "消息", 0.8))
