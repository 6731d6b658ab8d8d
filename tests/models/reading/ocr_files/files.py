"""Writes small OCR files, as other software does, for an invented page of 1,000 × 1,500 pixels."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from models.domain.geometry import Rect
from models.domain.line import Reading
from models.reading.reader import read

WIDTH, HEIGHT = 1000, 1500


def alto(
    body: str,
    *,
    tags: str = "",
    order: str = "",
    unit: str = "pixel",
    size: tuple[float, float] = (WIDTH, HEIGHT),
    version: int = 4,
) -> str:
    space = {2: "v2#", 3: "v3#", 4: "v4#"}[version]
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-{space}">
<Description><MeasurementUnit>{unit}</MeasurementUnit></Description>
{tags}{order}
<Layout><Page ID="P1" PHYSICAL_IMG_NR="1" WIDTH="{size[0]}" HEIGHT="{size[1]}">
<PrintSpace HPOS="0" VPOS="0">{body}</PrintSpace></Page></Layout>
</alto>"""


def block(name: str, *lines: str, attributes: str = "") -> str:
    return f'<TextBlock ID="{name}" {attributes}>{"".join(lines)}</TextBlock>'


def line(text: str, x: float, y: float, width: float = 400, height: float = 20, *, attributes: str = "") -> str:
    """A line of one String."""
    place = f'HPOS="{x}" VPOS="{y}" WIDTH="{width}" HEIGHT="{height}"'
    return f'<TextLine {place}><String CONTENT="{text}" {place} {attributes}/></TextLine>'


def page_xml(body: str, *, order: str = "", year: str = "2019-07-15", size: tuple[int, int] = (WIDTH, HEIGHT)) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<pc:PcGts xmlns:pc="http://schema.primaresearch.org/PAGE/gts/pagecontent/{year}">
<pc:Page imageFilename="page.tif" imageWidth="{size[0]}" imageHeight="{size[1]}">
{order}{body}</pc:Page></pc:PcGts>"""


def region(name: str, *lines: str, attributes: str = "") -> str:
    return f'<pc:TextRegion id="{name}" {attributes}>{"".join(lines)}</pc:TextRegion>'


def text_line(text: str, x: int, y: int, width: int = 400, height: int = 20, *, custom: str = "", conf: str = "") -> str:
    points = f"{x},{y} {x + width},{y} {x + width},{y + height} {x},{y + height}"
    return (
        f'<pc:TextLine id="l{x}_{y}" custom="{custom}"><pc:Coords points="{points}"/>'
        f"<pc:TextEquiv {conf}><pc:Unicode>{text}</pc:Unicode></pc:TextEquiv></pc:TextLine>"
    )


def hocr(body: str, *, size: tuple[int, int] = (WIDTH, HEIGHT)) -> str:
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><title></title><meta charset="utf-8"><meta name="ocr-system" content="a reader"></head><body>
<div class="ocr_page" id="page_1" title='image "page.tif"; bbox 0 0 {size[0]} {size[1]}; ppageno 0'>{body}</div>
</body></html>"""


def hocr_line(words: list[tuple[str, int, int]], x: int, y: int, *, size: int = 20) -> str:
    """Words with their widths and confidences in percent, side by side."""
    spans = []
    at = x
    for text, width, sure in words:
        spans.append(f"<span class='ocrx_word' title='bbox {at} {y} {at + width} {y + size}; x_wconf {sure}'>{text}</span>")
        at += width + 4
    return f"<span class='ocr_line' title='bbox {x} {y} {at} {y + size}; baseline 0 -3'>{' '.join(spans)}</span>"


def read_beside(folder: Path, name: str, text: str) -> Reading:
    """What is read of a picture with the file `name` beside it."""
    scan = folder / "page.png"
    Image.new("L", (WIDTH, HEIGHT), 255).save(scan)
    (folder / name).write_text(text, encoding="utf-8")
    (reading,) = read(scan)
    return reading


def outline_of(x: float, y: float, width: float = 400, height: float = 20) -> Rect:
    return Rect(x / WIDTH, y / HEIGHT, (x + width) / WIDTH, (y + height) / HEIGHT)


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]
