"""A picture is read from the OCR file that bears its name, wherever such files are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from models.domain.line import Reading, SourceKind
from models.errors import DamagedFile, NotOcrFile, OcrFileAlone, OcrFileDiffers, UnsupportedFile
from models.reading.ocr_files.partner import partner
from models.reading.reader import read, read_sheet, sheets, sources, visible_files
from models.wording.errors import sentence
from tests.models.reading.ocr_files.files import HEIGHT, WIDTH, alto, block, hocr, hocr_line, line, page_xml, region, text_line

ALTO = alto(block("b1", line("江北添桥", 100, 100)))
PAGE = page_xml(region("r1", text_line("江北添桥", 100, 100)))
HOCR = hocr(hocr_line([("江北", 40, 96), ("添桥", 40, 96)], 100, 100))


def picture(path: Path, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", size, 255).save(path)
    return path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("page.xml", ALTO, "ALTO 4"),
        ("page.alto.xml", ALTO, "ALTO 4"),
        ("page.tif.xml", PAGE, "PAGE-XML 2019"),
        ("Page.XML", PAGE, "PAGE-XML 2019"),
        ("page.page.xml", PAGE, "PAGE-XML 2019"),
        ("page.hocr", HOCR, "hOCR"),
        ("page.html", HOCR, "hOCR"),
        ("alto/page.xml", ALTO, "ALTO 4"),
        ("ALTO/page.xml", ALTO, "ALTO 4"),
        ("../page/page.xml", PAGE, "PAGE-XML 2019"),
        ("../OCR/page.hocr", HOCR, "hOCR"),
        ("hocr/page.html", HOCR, "hOCR"),
        (
            "xml/page.xml",
            HOCR.replace('<meta charset="utf-8">', "").replace('content="a reader">', 'content="a reader"/>'),
            "hOCR",
        ),
    ],
)
def test_partners_by_name_and_folder(tmp_path: Path, name: str, text: str, reader: str) -> None:
    scan = picture(tmp_path / "scans" / "page.tif")
    write(scan.parent / name, text)
    (found,) = read(scan)
    assert (found.kind, found.unread, found.reader) == (SourceKind.PICTURE, False, reader)
    assert [each.text for each in found.lines] == ["江北添桥"]
    assert (found.width, found.height) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("name", ["page2.xml", "pages.hocr", "other/page.xml", "page.txt.xml", "page.docx", "xpage.xml"])
def test_others_are_no_partners(tmp_path: Path, name: str) -> None:
    scan = picture(tmp_path / "scans" / "page.tif")
    write(scan.parent / name, ALTO)
    assert partner(scan) is None
    assert read(scan)[0].unread


def test_one_beside_the_picture_comes_before_one_in_a_folder(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png")
    write(tmp_path / "alto" / "page.xml", ALTO)
    beside = write(tmp_path / "page.hocr", HOCR)
    assert partner(scan) == beside


def test_a_catalogues_own_xml_beside_a_picture_is_passed_over(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png")
    write(tmp_path / "page.xml", "<record><title>江北日报</title></record>")
    write(tmp_path / "page.html", "<p>江北日报</p>")
    assert read(scan)[0].unread


def test_the_same_in_a_folder_for_ocr_files_is_said(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png")
    wrong = write(tmp_path / "alto" / "page.xml", "<record><title>江北日报</title></record>")
    with pytest.raises(NotOcrFile) as caught:
        read(scan)
    assert caught.value.path == wrong
    assert "page.xml" in sentence(caught.value).what


@pytest.mark.parametrize(
    "text",
    [
        ALTO[:300],
        "<alto",
        '<!DOCTYPE alto [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<alto>&b;</alto>',
        '<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n<alto>&a;</alto>',
        "<alto>" * 5000 + "</alto>" * 5000,
        '<?xml version="1.0" encoding="no-such-code"?><alto/>',
        '<?xml version="1.0" encoding="ascii"?><alto>江</alto>',
    ],
)
def test_broken_and_malicious_files_are_damaged(tmp_path: Path, text: str) -> None:
    scan = picture(tmp_path / "page.png")
    wrong = write(tmp_path / "page.xml", text)
    with pytest.raises(DamagedFile) as caught:
        read(scan)
    assert caught.value.path == wrong


def test_another_size_is_scaled_when_it_has_the_same_proportions(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png", (WIDTH * 2, HEIGHT * 2))
    write(tmp_path / "page.xml", ALTO)
    outline = read(scan)[0].lines[0].outline
    assert outline is not None
    assert outline.x0 == pytest.approx(100 / WIDTH)
    assert outline.y1 == pytest.approx(120 / HEIGHT)


def test_other_proportions_are_refused_in_plain_words(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png", (WIDTH, WIDTH))
    write(tmp_path / "page.xml", ALTO)
    with pytest.raises(OcrFileDiffers) as caught:
        read(scan)
    assert "1000 × 1500" in sentence(caught.value).what
    assert "1000 × 1000" in sentence(caught.value).what


def test_a_file_without_a_size_must_lie_in_the_picture(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png")
    path = write(tmp_path / "page.xml", alto(block("b", line("江北添桥", 100, 100)), size=(0, 0)))
    assert len(read(scan)[0].lines) == 1
    path.write_text(alto(block("b", line("江北添桥", 4000, 100)), size=(0, 0)), encoding="utf-8")
    with pytest.raises(OcrFileDiffers):
        read(scan)


def test_each_page_of_a_tiff_has_its_page_of_the_file(tmp_path: Path) -> None:
    scan = tmp_path / "pages.tif"
    frames = [Image.new("L", (WIDTH, HEIGHT), 255) for _ in range(3)]
    frames[0].save(scan, save_all=True, append_images=frames[1:])
    one, two = (
        f"<Page WIDTH='1000' HEIGHT='1500'><PrintSpace>{block('b', line(text, 100, 100))}</PrintSpace></Page>"
        for text in ("桥", "江")
    )
    write(tmp_path / "pages.xml", f"<alto><Layout>{one}{two}</Layout></alto>")
    assert [[each.text for each in reading.lines] for reading in read(scan)] == [["桥"], ["江"], []]
    assert [reading.unread for reading in read(scan)] == [False, False, True]
    assert (sheets(scan), read_sheet(scan, 1).lines[0].text) == (3, "江")


def test_a_page_without_words_waits_for_a_recogniser(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png")
    write(tmp_path / "page.xml", alto(""))
    assert read(scan)[0].unread


def test_the_file_can_be_left_aside(tmp_path: Path) -> None:
    scan = picture(tmp_path / "page.png")
    write(tmp_path / "page.xml", ALTO)
    assert read_sheet(scan, 0, text_layer=False) == Reading((), SourceKind.PICTURE, width=WIDTH, height=HEIGHT, unread=True)
    assert not read_sheet(scan, 0).unread


def test_a_copy_is_read_with_what_lay_beside_the_original(tmp_path: Path) -> None:
    scan, copy = picture(tmp_path / "in" / "page.png"), picture(tmp_path / "shelf" / "ab12.png")
    write(scan.parent / "page.xml", ALTO)
    assert read(copy)[0].unread
    assert not read(copy, beside=scan)[0].unread
    assert not read_sheet(copy, 0, beside=scan).unread


def test_partners_do_not_count_as_files_that_can_not_be_read(tmp_path: Path) -> None:
    picture(tmp_path / "a" / "page.png")
    for name in ("a/page.xml", "a/alto/page.xml", "hocr/page.hocr", "a/other.xml", "a/notes.docx", "far/away/alto/page.xml"):
        write(tmp_path / name, ALTO)
    readable, others = sources(visible_files(tmp_path))
    assert [path.name for path in readable] == ["page.png"]
    assert others == 3


def test_an_ocr_file_alone_is_told_from_any_other(tmp_path: Path) -> None:
    with pytest.raises(OcrFileAlone) as caught:
        read(write(tmp_path / "page.xml", ALTO))
    assert "page.xml" in sentence(caught.value).what
    with pytest.raises(UnsupportedFile):
        read(write(tmp_path / "record.xml", "<record/>"))
    with pytest.raises(UnsupportedFile):
        read(write(tmp_path / "page.html", "<p>江北</p>"))


def test_a_folder_that_may_not_be_listed_holds_no_partners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan, listed = picture(tmp_path / "in" / "page.png"), Path.iterdir
    beside = write(tmp_path / "in" / "page.xml", ALTO)

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder == tmp_path:
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    # Not by rights of folders, which nobody takes from an administrator.
    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert partner(scan) == beside
    beside.unlink()
    assert read(scan)[0].unread


@pytest.mark.parametrize("code", ["GB2312", "gbk", "GB18030", "Big5", "utf-16", "utf-8"])
def test_files_in_the_encodings_of_chinese(tmp_path: Path, code: str) -> None:
    scan = picture(tmp_path / "page.png")
    text = ALTO.replace("UTF-8", code).replace("添桥", "天橋" if code == "Big5" else "天桥")
    (tmp_path / "page.xml").write_bytes(text.encode(code))
    assert read(scan)[0].lines[0].text == ("江北天橋" if code == "Big5" else "江北天桥")
