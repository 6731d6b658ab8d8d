"""Pictures in place of photographs: hills, houses and people under a sky, each seed another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter


def drawing(seed: int, width: int, height: int) -> NDArray[np.uint8]:
    """(height, width, 3), RGB."""
    dice = np.random.default_rng(seed)
    width, height = max(8, width), max(8, height)
    sky, ground = dice.integers(120, 240, 3), dice.integers(30, 150, 3)
    down = np.linspace(0, 1, height)[:, None, None]
    field = sky * (1 - down) + (0.6 * sky + 0.4 * ground) * down
    picture = Image.fromarray(np.broadcast_to(field, (height, width, 3)).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    horizon = height * dice.uniform(0.4, 0.65)
    _hills(draw, dice, width, height, horizon, ground)
    _houses(draw, dice, width, horizon, height)
    for _ in range(int(dice.integers(2, 9))):
        _person(draw, dice, width, height, horizon)
    soft = picture.filter(ImageFilter.GaussianBlur(max(0.4, width / 900)))
    grain = dice.normal(0, 9, (height, width, 1))
    return np.clip(np.asarray(soft, np.float32) + grain, 0, 255).astype(np.uint8)


def _hills(
    draw: ImageDraw.ImageDraw, dice: np.random.Generator, width: int, height: int, horizon: float, ground: NDArray[np.int64]
) -> None:
    x = np.linspace(0, width, 40)
    for layer in range(3):
        phase, swing = dice.uniform(0, 6.3, 2), height * dice.uniform(0.02, 0.09)
        y = (
            horizon
            + layer * height * 0.08
            + swing * (np.sin(x / width * 7 + phase[0]) + 0.5 * np.sin(x / width * 17 + phase[1]))
        )
        shade = tuple(int(value) for value in np.clip(ground + 35 * (1 - layer), 0, 255))
        draw.polygon([(0, height), *zip(x.tolist(), y.tolist(), strict=True), (width, height)], fill=shade)


def _houses(draw: ImageDraw.ImageDraw, dice: np.random.Generator, width: int, horizon: float, height: int) -> None:
    for _ in range(int(dice.integers(1, 6))):
        w, h, x = width * dice.uniform(0.06, 0.2), height * dice.uniform(0.1, 0.32), width * dice.uniform(0, 0.9)
        wall = tuple(int(value) for value in dice.integers(90, 235, 3))
        top = horizon + height * 0.12 - h
        draw.rectangle((x, top, x + w, top + h), fill=wall)
        draw.polygon([(x - w * 0.1, top), (x + w / 2, top - h * 0.35), (x + w * 1.1, top)], fill=(90, 50, 45))
        for i in range(3):
            draw.rectangle(
                (x + w * (0.1 + 0.3 * i), top + h * 0.25, x + w * (0.28 + 0.3 * i), top + h * 0.55), fill=(50, 60, 80)
            )


def _person(draw: ImageDraw.ImageDraw, dice: np.random.Generator, width: int, height: int, horizon: float) -> None:
    tall = height * dice.uniform(0.2, 0.42)
    x, foot = width * dice.uniform(0.05, 0.95), min(height * 0.98, horizon + tall * dice.uniform(0.8, 1.1))
    coat = tuple(int(value) for value in dice.integers(20, 230, 3))
    head = tall * 0.09
    draw.rectangle((x - tall * 0.1, foot - tall * 0.78, x + tall * 0.1, foot - tall * 0.35), fill=coat)
    draw.rectangle((x - tall * 0.09, foot - tall * 0.36, x - tall * 0.01, foot), fill=(35, 35, 50))
    draw.rectangle((x + tall * 0.01, foot - tall * 0.36, x + tall * 0.09, foot), fill=(35, 35, 50))
    draw.ellipse((x - head, foot - tall, x + head, foot - tall + 2.3 * head), fill=(205, 165, 140))
