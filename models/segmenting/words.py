"""Words of up to four characters, from jieba's dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import jieba

LONGEST = 4


@cache
def dictionary() -> Mapping[str, int]:
    """Words of one to four characters with their frequency, read without jieba's tokenizer."""
    words: dict[str, int] = {}
    with jieba.get_dict_file() as file:
        for raw in file:
            word, frequency, *_ = raw.decode("utf-8").split(" ")
            if len(word) <= LONGEST:
                words[word] = int(frequency)
    return words
