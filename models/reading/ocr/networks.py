"""The networks inside the rapidocr package, opened where they lie; nothing is ever fetched or written."""

from __future__ import annotations

from importlib import resources

import numpy as np
import onnxruntime
from numpy.typing import NDArray

FINDER = "PP-OCRv6_det_small.onnx"
"""Colours in -1..1, sides divisible by 32, to the probability that a pixel belongs to a line."""
READER = "PP-OCRv6_rec_small.onnx"
"""Lines 48 pixels high to the probabilities of characters at every eighth pixel."""

_SILENT = 4


def opened(name: str, threads: int, *, keeps_room: bool) -> onnxruntime.InferenceSession:
    """With `keeps_room` it is a fifth quicker, and keeps as much memory as its greatest input takes.

    Raises FileNotFoundError where the installed package lacks the network: a bug of the installation.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = _SILENT
    options.enable_cpu_mem_arena = keeps_room
    path = resources.files("rapidocr").joinpath("models", name)
    with resources.as_file(path) as file:
        return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])


def scaled(colours: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(height, width, 3) RGB as (3, height, width) in -1..1, blue first, as the networks were taught."""
    result = colours[:, :, ::-1].transpose(2, 0, 1).astype(np.float32)
    result /= 127.5
    result -= 1.0
    return result
