"""The tiles that are at hand, up to so many bytes: those painted longest ago go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtGui import QImage

LIMIT = 160_000_000
"""Bytes; a screen of 4,000 pixels takes at most 130 million."""


class TileStore:
    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._bytes = 0
        self._images: OrderedDict[Hashable, QImage] = OrderedDict()

    def put(self, key: Hashable, image: QImage) -> None:
        self._forget(key)
        self._images[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._limit and len(self._images) > 1:
            self._forget(next(iter(self._images)))

    def get(self, key: Hashable) -> QImage | None:
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def __contains__(self, key: Hashable) -> bool:
        return key in self._images

    def _forget(self, key: Hashable) -> None:
        image = self._images.pop(key, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()
