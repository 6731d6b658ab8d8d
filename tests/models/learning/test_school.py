"""An archive learns from pages that its editor finishes: versions, the referee, the curve, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.archive import Archive, learnt, opened
from models.domain.page import Page
from models.domain.role import Role
from models.editing.blocks import SetRole
from models.editing.pages import FinishPage, ReopenPage
from models.errors import VersionDamaged
from models.job import Cancelled, Quiet
from models.segmenting.versions import DUMPS, PRINTED, SHIPPED
from models.wording import sentence

TOWNS = ("青石镇", "白桦乡", "红石湾", "柳河村", "沙溪口", "云台县", "南塘镇", "北岭乡")
THINGS = ("水渠", "学校", "邮局", "粮仓", "大桥", "车站", "医院", "剧场")


def dump(number: int) -> str:
    """A page of four articles under lines between signs that no other newspaper has."""
    parts = []
    for i in range(4):
        town, thing = TOWNS[(number + i) % 8], THINGS[(3 * number + i) % 8]
        parts.append(
            f"◆{town}{thing}启用◆\n\n"
            f"{town}的{thing}昨天启用，沿线{number + 2}个村的群众赶来参观。工程用了{i + 3}个月，比计划提前半个月完成。\n\n"
            f"镇里的负责人说，{thing}建成以后，{town}的居民办事不用再走远路，明年还要修第二期。\n"
        )
    return "\n".join(parts)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "archive")
    yield archive
    archive.close()


def import_pages(archive: Archive, folder: Path, count: int) -> list[int]:
    files = [folder / f"page-{number}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(dump(number), encoding="utf-8")
    return archive.import_files(files, Quiet()).pages


def signed(page: Page) -> list[int]:
    return [line.number for line in page.lines if line.text.startswith("◆")]


def finish(archive: Archive, page_id: int) -> None:
    """As a desk has it to which whatever stands between such signs is the author."""
    for number in signed(archive.page(page_id)):
        archive.perform(SetRole((number,), Role.BYLINE), page_id)
    archive.perform(FinishPage(), page_id)


def proposed(archive: Archive, tmp_path: Path, name: str) -> list[Role]:
    """The roles that the engine gives the signed lines of another page."""
    file = tmp_path / f"{name}.txt"
    file.write_text(dump(len(name) + 20), encoding="utf-8")
    (page_id,) = archive.import_files([file], Quiet()).pages
    page = archive.page(page_id)
    blocks = (page.block_of_line(number) for number in signed(page))
    return [block.role for block in blocks if block is not None]


@pytest.fixture
def _learnt_from(archive: Archive, tmp_path: Path) -> None:
    """Eight finished pages, after which the engine has learnt."""
    pages = import_pages(archive, tmp_path, 8)
    for page_id in pages:
        finish(archive, page_id)
    archive.school.learn(Quiet())


def test_few_pages_teach_nothing(archive: Archive, tmp_path: Path) -> None:
    for page_id in import_pages(archive, tmp_path, 4):
        finish(archive, page_id)
    assert archive.school.learn(Quiet()) == []
    assert archive.school.record(Quiet()).in_force[DUMPS] == SHIPPED


@pytest.mark.usefixtures("_learnt_from")
def test_what_editors_decided_is_what_the_engine_proposes_from_then_on(archive: Archive, tmp_path: Path) -> None:
    record = archive.school.record(Quiet())
    (version,) = record.versions[DUMPS]
    assert record.in_force == {DUMPS: version.number, PRINTED: SHIPPED}
    assert (version.pages, version.judged) == (8, 2)
    assert version.after < version.before
    assert set(proposed(archive, tmp_path, "new")) == {Role.BYLINE}
    assert archive.school.learn(Quiet()) == [], "the same pages say nothing new"


@pytest.mark.usefixtures("_learnt_from")
def test_back_to_what_ships_and_forward_again(archive: Archive, tmp_path: Path) -> None:
    versions = archive.school.versions
    versions.use(DUMPS, SHIPPED)
    assert Role.BYLINE not in proposed(archive, tmp_path, "back")
    versions.use(DUMPS, 1)
    assert set(proposed(archive, tmp_path, "forward")) == {Role.BYLINE}


@pytest.mark.usefixtures("_learnt_from")
def test_a_version_holds_after_a_restart_and_when_damaged_the_shipped_weights_do(archive: Archive, tmp_path: Path) -> None:
    archive.close()
    with opened(archive.folder) as again:
        assert set(proposed(again, tmp_path, "restarted")) == {Role.BYLINE}
    file = learnt(archive.folder) / "segmenter-0001.json"
    file.write_text(file.read_text("utf-8").replace('"pages": 8', '"pages": 9'), "utf-8")
    with opened(archive.folder) as again:
        assert Role.BYLINE not in proposed(again, tmp_path, "damaged")
        trouble = again.school.record(Quiet()).trouble
        assert isinstance(trouble, VersionDamaged)
        assert trouble.path == file
        assert str(file) in sentence(trouble).what
        again.school.learn(Quiet())
        assert again.school.record(Quiet()).trouble is None
        assert again.school.record(Quiet()).in_force[DUMPS] == 2
    assert file.exists()


def test_the_curve_has_what_the_engine_said_against_what_the_editor_made(archive: Archive, tmp_path: Path) -> None:
    pages = import_pages(archive, tmp_path, 2)
    finish(archive, pages[1])
    archive.perform(FinishPage(), pages[0])
    changed, as_it_was = archive.school.record(Quiet()).points
    assert [changed.page, as_it_was.page] == [pages[1], pages[0]]
    assert (as_it_was.repairs, as_it_was.repairs_per_article) == (0, 0.0)
    assert changed.repairs >= 4, "four lines got another role"


def test_a_page_finished_again_is_another_lesson(archive: Archive, tmp_path: Path) -> None:
    first, second = import_pages(archive, tmp_path, 2)
    finish(archive, first)
    finish(archive, second)
    before = archive.school.record(Quiet()).points
    archive.perform(ReopenPage(), first)
    assert [point.page for point in archive.school.record(Quiet()).points] == [second]
    archive.perform(SetRole((signed(archive.page(first))[0],), Role.HEADLINE), first)
    archive.perform(FinishPage(), first)
    after = archive.school.record(Quiet()).points
    assert [point.page for point in after] == [second, first]
    assert after[1].repairs < before[0].repairs


def test_a_damaged_curve_is_measured_again(archive: Archive, tmp_path: Path) -> None:
    (page_id,) = import_pages(archive, tmp_path, 1)
    finish(archive, page_id)
    before = archive.school.record(Quiet()).points
    (learnt(archive.folder) / "curve.json").write_text("[{", "utf-8")
    assert archive.school.record(Quiet()).points == before


class Stopping:
    """A user who stops at once."""

    def report(self, done: int, total: int, what: str) -> None:
        pass

    def checkpoint(self) -> None:
        raise Cancelled


def test_learning_can_be_stopped_and_begun_again(archive: Archive, tmp_path: Path) -> None:
    for page_id in import_pages(archive, tmp_path, 6):
        finish(archive, page_id)
    for ask in (archive.school.record, archive.school.learn):
        with pytest.raises(Cancelled):
            ask(Stopping())
    assert len(archive.school.record(Quiet()).points) == 6
    with pytest.raises(Cancelled):
        archive.school.learn(Stopping())
    assert len(archive.school.learn(Quiet())) == 1
