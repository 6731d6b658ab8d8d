"""Three pages of one invented issue, with an article that goes over all of them, in a real archive."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.archive import Archive, ImportReport
from models.domain.finding import FindingKind
from models.domain.issue import Link, Part
from models.domain.label import Field
from models.domain.page import Page
from models.editing.edit import Edit
from models.job import Quiet

FRONT = """青石日报 2031年5月6日 星期二 第1版 要闻

# 青石江大桥昨日通车

本报讯 记者林小满报道，青石江大桥昨天上午正式通车，双向六车道，两岸居民从此五分钟就能过江。

通车仪式上，建设者代表周定远说，为了赶在汛期前合龙，三百多名工人在江心墩上连续奋战了九十个昼
（下转第2版）

# 白鹭小学开出劳动课

本报讯 白鹭小学的菜园里，孩子们正在学习育苗。老师说，每个班级分到一块地，从播种到收获都由学生负责。
"""
SECOND = """青石日报 2031年5月6日 星期二 第2版 综合

# 大桥通车

（上接第1版）夜，终于在四月二十日凌晨实现合龙。大桥通车以后，江北的蔬菜一个小时就能进城，学生上学也不用再等渡船。

市交通局表示，大桥只是第一步，今年还将动工修建两岸连接
（下转第3版）

# 渡口今起停运

本报讯 青石江渡口从今天起停运。渡口管理所提醒市民，请改走大桥。
"""
THIRD = """青石日报 2031年5月6日 星期二 第3版 副刊

# 大桥通车

（上接第2版）线，方便两岸百姓往来。大桥的养护由市桥梁所负责。

# 江边的老茶馆

江边有一家老茶馆，木门木窗，一开就是四十年。老板姓何，早上五点就起来烧水，街坊们都爱来坐一坐。
"""
FILES = {"1.txt": FRONT, "2.txt": SECOND, "3.txt": THIRD}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    write(tmp_path)
    archive = Archive(tmp_path / "archive")
    yield archive
    archive.close()


def write(folder: Path) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")


def take(archive: Archive, tmp_path: Path, *names: str) -> ImportReport:
    report = archive.import_files([tmp_path / name for name in names], Quiet())
    assert len(report.filed) == len(names)
    return report


def pages(archive: Archive) -> dict[str, Page]:
    """By number."""
    return {summary.header.number or "": archive.page(summary.id) for summary in archive.pages()}


def title(part: Part) -> str:
    return f"{part.page.header.number} {part.article.value(Field.TITLE)}"


def told(archive: Archive, number: str = "1") -> list[tuple[str, str]]:
    """The links seen from a page, in the order of their pages."""
    links = archive.links(pages(archive)[number].id)
    return sorted((title(link.beginning), title(link.rest)) for link in links)


ONE, TWO, THREE = "1 青石江大桥昨日通车", "2 大桥通车", "3 大桥通车"
CHAIN = [(ONE, TWO), (TWO, THREE)]


def first(archive: Archive, number: str = "1") -> Link:
    """The link that leads on from a page's first article."""
    page = pages(archive)[number]
    return next(link for link in archive.links(page.id) if link.beginning.page.id == page.id)


def do(archive: Archive, edit: Edit, page_id: int) -> None:
    """As the desk does it: the edit, then what the engine says of it."""
    archive.perform(edit, page_id)
    for number, relink in archive.relinks(archive.related(page_id), Quiet()):
        archive.follow_up(relink, number)


def found(archive: Archive, number: str) -> set[FindingKind]:
    about = {FindingKind.NO_CONTINUATION, FindingKind.NO_BEGINNING, FindingKind.OPEN_END, FindingKind.OPEN_START}
    return {finding.kind for finding in archive.findings(pages(archive)[number])} & about


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive with all three pages, to be copied."""
    folder = tmp_path_factory.mktemp("filed")
    write(folder)
    archive = Archive(folder / "archive")
    take(archive, folder, *FILES)
    archive.close()
    return folder / "archive"


@pytest.fixture
def issue(filed: Path, tmp_path: Path) -> Iterator[Archive]:
    write(tmp_path)
    shutil.copytree(filed, tmp_path / "archive")
    archive = Archive(tmp_path / "archive")
    yield archive
    archive.close()


def table(archive: Archive, tmp_path: Path, numbers: str = "") -> list[dict[str, str]]:
    chosen = [pages(archive)[number].id for number in numbers] if numbers else None
    archive.export_csv(tmp_path / "out.csv", Quiet(), chosen)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
