"""Pages of the archive read once more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.page import Page, PageState
from models.errors import NoTextLayer
from models.importing.recognisers import Recognisers
from models.importing.rereading import Reader
from models.job import Quiet
from tests.models.importing.scribe import CRASHING, READER, Scribe, picture
from tests.typeset.pdf_pages import Text, write_pdf

TITLE, NEWS = "北岸新桥昨日正式通车", "本报讯记者林小满报道北岸新桥昨日正式通车市民前来观看"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "archive", recognisers=Recognisers(READER, partial(Scribe, tmp_path / "log"), processes=1))
    yield archive
    archive.close()


def filed(archive: Archive, path: Path) -> Page:
    (page_id,) = archive.import_files([path], Quiet()).pages
    return archive.page(page_id)


def test_an_unread_page_is_read_when_it_can_be(tmp_path: Path, archive: Archive) -> None:
    page = filed(archive, picture(tmp_path / "a.png", CRASHING))
    assert page.state is PageState.UNREAD
    archive.close()
    recognisers = Recognisers(READER, partial(_Sturdy, tmp_path / "log"), processes=1)
    again = Archive(tmp_path / "archive", recognisers=recognisers)
    try:
        again.take_reading(page.id, again.read_again(page, Reader.RECOGNISER, Quiet()), replace=False)
        read = again.page(page.id)
        assert read.state is PageState.OPEN
        assert [line.text for line in read.lines] == ["灰度一百", "11"]
        assert read.reading.reader == READER
    finally:
        again.close()


def test_layer_and_recognition_of_a_pdf(tmp_path: Path, archive: Archive) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Text(20, 40, TITLE, 20), Text(20, 80, NEWS, 10)]])
    page = filed(archive, path)
    assert [line.text for line in page.lines] == [TITLE, NEWS]
    archive.take_reading(page.id, archive.read_again(page, Reader.RECOGNISER, Quiet()), replace=True)
    read = archive.page(page.id)
    assert read.lines[0].text == "灰度一百"
    assert (read.source.kind, read.source.width) == (page.source.kind, page.source.width)
    archive.take_reading(page.id, archive.read_again(read, Reader.TEXT_LAYER, Quiet()), replace=True)
    assert [line.text for line in archive.page(page.id).lines] == [TITLE, NEWS]


def test_a_picture_has_no_text_of_its_own(tmp_path: Path, archive: Archive) -> None:
    page = filed(archive, picture(tmp_path / "a.png", 101))
    with pytest.raises(NoTextLayer):
        archive.read_again(page, Reader.TEXT_LAYER, Quiet())


def test_a_block_is_read_alone(tmp_path: Path, archive: Archive) -> None:
    page = filed(archive, picture(tmp_path / "a.png", 101))
    outline = Rect(0.1, 0.3, 0.9, 0.4)
    (line,) = archive.read_block_again(page, outline, Quiet())
    assert line.text == "part of 101"
    archive.take_lines(page.id, (line,), archive.recogniser)
    (suggestion,) = archive.page(page.id).corrections
    assert suggestion.text == "part of 101"


class _Sturdy(Scribe):
    """Reads what others die of."""

    def _obey(self, grey: int) -> None:
        pass
