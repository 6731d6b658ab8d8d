"""The engines of one program run, each loaded when it is first asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from models.domain.article import Article, fingerprint
from models.domain.line import Line
from models.domain.page import Page
from models.domain.role import Role
from models.editing.labels import Retag
from models.job import Job

if TYPE_CHECKING:
    from models.segmenting.engine import Segmenter
    from models.tagging.engine import Tagger

Asked = ParamSpec("Asked")
Said = TypeVar("Said")

Printed = tuple[tuple[Role, tuple[Line, ...]], ...]
"""An article's blocks in reading order, as a tagger takes them."""


class Engines:
    """Loading takes about a second: call from a worker.  Safe to share between threads."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._loading = threading.Lock()

    @property
    def segmenter(self) -> Segmenter:
        with self._loading:
            return self._segmenter

    @property
    def tagger(self) -> Tagger:
        with self._loading:
            return self._tagger

    @cached_property
    def _segmenter(self) -> Segmenter:
        # Importing an engine takes a second, which a window need not wait for.
        from models.segmenting.engine import Segmenter

        return Segmenter()

    @cached_property
    def _tagger(self) -> Tagger:
        from models.tagging.engine import Tagger

        return Tagger(cache=self._cache)

    def call(
        self, function: Callable[Concatenate[Engines, Asked], Said], job: Job, *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Said:
        """`function(engines, *args)`, here and now; see EngineProcess."""
        job.checkpoint()
        return function(self, *args, **kwargs)

    def close(self) -> None:
        """There is nothing to end."""

    def retag(self, page: Page, article: Article) -> Retag:
        """What the tagger says of an article now, as an edit that files it."""
        lines = page.line_map()
        printed: Printed = tuple((block.role, tuple(lines[n] for n in block.lines)) for block in article.blocks)
        return Retag(article.id, fingerprint(article, page.corrected()), self.tagger.suggest(printed, page.regime))
