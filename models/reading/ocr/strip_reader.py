"""Reads strips: pictures of single lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from models.reading.ocr.decode import Said, decoded, joined
from models.reading.ocr.networks import READER, opened, scaled
from models.reading.ocr.strips import HEIGHT, STEP, Strip, batches, pieces

_ROOM = 4000
"""Pixels of strips read at once: each eighth has 18,710 answers."""


class StripReader:
    def __init__(self, threads: int) -> None:
        self._network = opened(READER, threads, keeps_room=True)
        listed = self._network.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._characters = ["", *listed, " "]

    def read(self, strips: Sequence[Strip], report: Callable[[int, int], None] = lambda *_: None) -> list[Said]:
        """What each strip says; `report` is told after each batch how many of how many pieces are read."""
        parts = [(number, start, piece) for number, whole in enumerate(strips) for start, piece in pieces(whole)]
        said = [Said()] * len(parts)
        done = 0
        for batch in batches([piece.shape[1] for _, _, piece in parts], _ROOM):
            answers = self._answers([parts[place][2] for place in batch])
            for place, answer in zip(batch, answers, strict=True):
                said[place] = answer
            done += len(batch)
            report(done, len(parts))
        lines: list[list[int]] = [[] for _ in strips]
        for place, (number, _, _) in enumerate(parts):
            lines[number].append(place)
        return [joined([said[place] for place in line], [parts[place][1] / STEP for place in line]) for line in lines]

    def _answers(self, strips: Sequence[Strip]) -> list[Said]:
        widest = max(strip.shape[1] for strip in strips)
        room = np.zeros((len(strips), 3, HEIGHT, widest), np.float32)
        for place, strip in zip(room, strips, strict=True):
            place[:, :, : strip.shape[1]] = scaled(strip)
        (answers,) = self._network.run(None, {"x": room})
        return [decoded(answer, self._characters) for answer in answers]
