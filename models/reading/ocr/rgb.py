"""Any opened picture as the RGB pixels that the recogniser takes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

_DEEP = ("I", "F")
"""Modes, by their first letters, that hold more than eight bits a pixel."""


def rgb(picture: Image.Image) -> NDArray[np.uint8]:
    """(height, width, 3), upright as EXIF says, what is transparent on white, deep greys scaled to eight bits."""
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith(_DEEP):
        return _from_deep(np.asarray(upright))
    if upright.has_transparency_data:
        ground = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(ground, upright.convert("RGBA"))
    return np.asarray(upright if upright.mode == "RGB" else upright.convert("RGB"), np.uint8)


def _from_deep(grey: NDArray[np.generic]) -> NDArray[np.uint8]:
    """From 0 to the type's end where it is whole 16 bits, else from the darkest to the brightest there is."""
    if grey.dtype in (np.uint16, np.int32) and grey.min() >= 0 and 255 < grey.max() <= 65535:
        small = (grey.astype(np.uint16, copy=False) >> 8).astype(np.uint8)
    else:
        values = grey.astype(np.float32)
        low, high = float(values.min()), float(values.max())
        small = ((values - low) * (255.0 / max(high - low, 1e-9))).astype(np.uint8)
    return np.repeat(small[:, :, None], 3, axis=2)
