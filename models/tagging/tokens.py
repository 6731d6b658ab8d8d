"""Words of running text: jieba with a dictionary of our own instance, its word classes and its inverse frequencies."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

import jieba

from models.tagging.content import fold
from models.tagging.vocabulary import sections, words

_BODY_AND_HEAD = re.compile(
    "(?<=处)(?=处长)|(?<=科)(?=科长)|(?<=局)(?=局长)|(?<=院)(?=院长)|(?<=厅)(?=厅长)|(?<=所)(?=所长)|(?<=站)(?=站长)|(?<=队)(?=队长)|(?<=党组)(?=书记)|(?<=党委)(?=书记)|(?<=支部)(?=书记)|(?<=工委)(?=书记)|(?<=市)(?=中心医院)"
)
"""某某处|处长: jieba would read 处处."""


_OWN_WORDS = (
    ("job_titles", None),
    ("local_bodies", None),
    ("organisation_names", None),
    ("organisation_suffixes", "strong"),
    ("organisation_suffixes", "weak"),
)
"""Lists whose words jieba is taught."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word at `start`:`end` of its passage; `kind` is jieba's word class, empty for a word the dictionary lacks."""

    word: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text cut into words."""

    printed: str
    text: str
    """Folded, character for character."""
    tokens: tuple[Token, ...]


class Lexicon:
    """Cuts text into words.  Loading reads jieba's files (about 1 s); `cache` keeps them prepared for the next start."""

    def __init__(self, cache: Path | None = None) -> None:
        jieba.setLogLevel(logging.CRITICAL)
        folder = Path(jieba.__file__).parent
        self._tokenizer = jieba.Tokenizer()
        if cache is None:
            self._tokenizer.FREQ, self._tokenizer.total = self._tokenizer.gen_pfdict(self._tokenizer.get_dict_file())
            self._tokenizer.initialized = True
        else:
            cache.mkdir(parents=True, exist_ok=True)
            self._tokenizer.tmp_dir = str(cache)
            self._tokenizer.initialize()
        for name, section in _OWN_WORDS:
            for word in words(name) if section is None else sections(name)[section]:
                if len(word) > 1:
                    self._tokenizer.add_word(word)
        rows = (line.split(" ") for line in (folder / "dict.txt").read_text(encoding="utf-8").splitlines())
        self._kinds = {row[0]: row[2] for row in rows}
        pairs = (line.split(" ") for line in (folder / "analyse" / "idf.txt").read_text(encoding="utf-8").splitlines())
        self._idf = {word: float(weight) for word, weight in pairs}
        self._usual_idf = sorted(self._idf.values())[len(self._idf) // 2]

    def kind(self, word: str) -> str:
        """jieba's word class of `word`, empty when the dictionary does not have it."""
        return self._kinds.get(word, "")

    def idf(self, word: str) -> float:
        return self._idf.get(word, self._usual_idf)

    def passage(self, text: str) -> Passage:
        """`text`, as printed, cut into words that, one after the other, are the folded text again."""
        tokens: list[Token] = []
        position = 0
        folded = fold(text)
        for part in _BODY_AND_HEAD.split(folded):
            for word in self._tokenizer.cut(part):
                tokens.append(Token(word, self.kind(word), position, position + len(word)))
                position += len(word)
        return Passage(text, folded, tuple(tokens))
