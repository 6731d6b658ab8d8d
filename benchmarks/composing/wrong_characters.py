"""Characters as a reader of pictures takes them for others."""

from __future__ import annotations

import random
from collections.abc import Iterable

from benchmarks.composing.piece import Piece

_WRONG = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"


def with_errors(text: str, errors: float, rng: random.Random) -> str:
    """`text` with a share of `errors` of its characters replaced by usual ones; punctuation is seldom taken for one."""
    return "".join(rng.choice(_WRONG) if rng.random() < errors and char.isalnum() else char for char in text)


def misread_pieces(pieces: Iterable[Piece], rng: random.Random) -> None:
    """Change some characters of a page's pieces, at one rate for all of them."""
    errors = rng.choice((0.003, 0.01, 0.02, 0.05))
    for piece in pieces:
        piece.text = with_errors(piece.text, errors, rng)
