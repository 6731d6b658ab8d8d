"""A set page as a scanner or a camera would see it: clean, or worn in the ways that old paper and quick hands leave."""

from __future__ import annotations

import io
import math
import random
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

from tests.typeset.pdf import pdf_bytes
from tests.typeset.sheet import Box, Sheet, around

Picture = NDArray[np.uint8]
"""(height, width, 3), RGB."""


@dataclass(frozen=True, slots=True)
class Wear:
    """What befell the page on its way into a file; strengths in 0..1 unless said otherwise."""

    skew: float = 0.0
    """Degrees clockwise."""
    blur: float = 0.0
    """Pixels."""
    noise: float = 0.0
    """Standard deviation, in grey levels of 256."""
    speckle: float = 0.0
    """Share of pixels that are specks."""
    shadow: float = 0.0
    """At the fold, the left edge of the page."""
    show_through: float = 0.0
    """Of what is printed on the back."""
    uneven: float = 0.0
    """Light falls off towards a corner."""
    yellowed: float = 0.0
    faded: float = 0.0
    """Ink gone grey."""
    border: float = 0.0
    """Width of the scanner's lid round the page, in parts of the page's width."""
    quality: int = 95
    """Of the JPEG that it went through; 100 for none."""


CLEAN = Wear(quality=100)
WORN = Wear(
    skew=1.0,
    blur=0.7,
    noise=7.0,
    speckle=0.0004,
    shadow=0.45,
    show_through=0.12,
    uneven=0.2,
    yellowed=0.35,
    faded=0.2,
    quality=72,
)


def any_wear(rng: random.Random) -> Wear:
    return Wear(
        skew=rng.choice((0.0, rng.uniform(-1.5, 1.5), rng.uniform(-5, 5))),
        blur=rng.uniform(0.0, 1.0),
        noise=rng.uniform(0, 12),
        speckle=rng.choice((0.0, 0.0005)),
        shadow=rng.choice((0.0, rng.uniform(0.2, 0.6))),
        show_through=rng.choice((0.0, rng.uniform(0.05, 0.2))),
        uneven=rng.uniform(0, 0.35),
        yellowed=rng.uniform(0, 0.6),
        faded=rng.uniform(0, 0.35),
        border=rng.choice((0.0, 0.02)),
        quality=rng.randint(45, 92),
    )


@dataclass(frozen=True, slots=True)
class Scan:
    picture: Picture
    placed: Sheet
    """The sheet in pixels of the picture, its boxes as upright rectangles round what stands there: the truth about it."""
    skew: float

    @property
    def image(self) -> Image.Image:
        return Image.fromarray(self.picture)


def rendered(sheet: Sheet, scale: float) -> Picture:
    """The sheet at `scale` pixels a point."""
    with pypdfium2.PdfDocument(pdf_bytes([sheet])) as document:
        page = document[0]
        picture = page.render(scale=scale, rev_byteorder=True).to_numpy()
        return np.ascontiguousarray(picture[:, :, :3])


def scan(sheet: Sheet, rng: random.Random, wear: Wear = CLEAN, *, width: int = 2000, glyph: float | None = None) -> Scan:
    """`sheet` as a picture whose page is `width` pixels wide, or whose text is `glyph` pixels tall."""
    scale = glyph / sheet.glyph if glyph else width / sheet.width
    dice = np.random.default_rng(rng.randrange(1 << 32))
    page = rendered(sheet, scale)
    high, wide = page.shape[:2]
    worn = _inked(page, wear)
    edge = round(wear.border * wide)
    worn = np.pad(worn, ((edge, edge), (edge, edge), (0, 0)), constant_values=70.0) if edge else worn
    turned = _turned(worn, wear.skew)
    seen = _through_jpeg(_lit(turned, wear, dice), wear.quality)
    size = seen.shape[1], seen.shape[0]

    def move(box: Box) -> Box:
        points = [(x * scale - wide / 2, y * scale - high / 2) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        return around([_point(x, y, wear.skew, size) for x, y in points])

    return Scan(seen, replace(sheet.moved(move, scale), width=float(size[0]), height=float(size[1])), wear.skew)


def _point(x: float, y: float, skew: float, size: tuple[int, int]) -> Box:
    """Where a point so far from the page's middle lies on the turned picture."""
    sine, cosine = math.sin(math.radians(skew)), math.cos(math.radians(skew))
    across, down = x * cosine - y * sine + size[0] / 2, x * sine + y * cosine + size[1] / 2
    return Box(across, down, across, down)


def _inked(page: Picture, wear: Wear) -> NDArray[np.float32]:
    """Print, paper and what shines through it."""
    seen = page.astype(np.float32)
    if wear.show_through:
        back = gaussian_filter(page[:, ::-1].mean(axis=2), 1.0 + wear.blur)
        seen *= (1 - wear.show_through * (1 - back / 255))[:, :, None]
    if wear.faded:
        seen += wear.faded * 0.35 * (255 - seen)
    if wear.yellowed:
        seen *= np.array((1.0, 1 - 0.08 * wear.yellowed, 1 - 0.28 * wear.yellowed), np.float32)
    return gaussian_filter(seen, (wear.blur, wear.blur, 0)) if wear.blur else seen


def _turned(page: NDArray[np.float32], skew: float) -> NDArray[np.float32]:
    if not skew:
        return page
    image = Image.fromarray(np.clip(page, 0, 255).astype(np.uint8))
    return np.asarray(image.rotate(-skew, Image.Resampling.BICUBIC, expand=True, fillcolor=(70, 70, 70)), np.float32)


def _lit(page: NDArray[np.float32], wear: Wear, dice: np.random.Generator) -> Picture:
    """The light on it, and the grain of the sensor."""
    high, wide = page.shape[:2]
    x, y = np.linspace(0, 1, wide, dtype=np.float32)[None, :], np.linspace(0, 1, high, dtype=np.float32)[:, None]
    light = 1 - wear.uneven * 0.6 * (0.6 * x + 0.4 * y) ** 2
    light = light - wear.shadow * np.exp(-((x / 0.045) ** 2))
    seen: NDArray[np.float32] = page * np.clip(light, 0.1, 1)[:, :, None]
    if wear.noise:
        seen = seen + dice.normal(0, wear.noise, (high, wide, 1)).astype(np.float32)
    if wear.speckle:
        specks = dice.random((high, wide)) < wear.speckle
        seen[specks] = dice.choice((40, 230), (int(specks.sum()), 1))
    return np.clip(seen, 0, 255).astype(np.uint8)


def _through_jpeg(page: Picture, quality: int) -> Picture:
    if quality >= 100:
        return page
    buffer = io.BytesIO()
    Image.fromarray(page).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer).convert("RGB"))
