"""The engines of one program run, each loaded when it is first asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from models.domain.article import Article, fingerprint
from models.domain.line import Line
from models.domain.locks import Locks
from models.domain.page import Page, reading_with
from models.domain.proposal import Proposal
from models.domain.role import Role
from models.editing.continuations import Relink
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

    def __init__(self, cache: Path, learnt: Path | None = None) -> None:
        """`learnt` is the folder of what an archive has learnt; without it the weights are those that ship."""
        self._cache = cache
        self._learnt = learnt
        self._held: tuple[Segmenter, Mapping[str, int]] | None = None
        self._loading = threading.Lock()

    @property
    def segmenter(self) -> Segmenter:
        """With the weights that are in force now."""
        with self._loading:
            self._held = self._in_force(self._held)
            return self._held[0]

    @property
    def tagger(self) -> Tagger:
        with self._loading:
            return self._tagger

    def _in_force(self, held: tuple[Segmenter, Mapping[str, int]] | None) -> tuple[Segmenter, Mapping[str, int]]:
        # Importing an engine takes a second, which a window need not wait for.
        from models.segmenting.engine import Segmenter
        from models.segmenting.versions import KINDS, Versions

        if self._learnt is None:
            return held or (Segmenter(), {})
        versions = Versions(self._learnt)
        chosen = versions.chosen()
        return held if held is not None and held[1] == chosen else (Segmenter(*map(versions.weights, KINDS)), chosen)

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

    def segment(self, page: Page, locks: Locks) -> Proposal:
        """What the segmenter says of a page's lines, as they are corrected, with everything as `locks` have it."""
        return self.segmenter.propose(reading_with(page, page.lines), locks, page.header.newspaper)

    def retag(self, page: Page, article: Article) -> Retag:
        """What the tagger says of an article now, as an edit that files it."""
        lines = page.line_map()
        printed: Printed = tuple((block.role, tuple(lines[n] for n in block.lines)) for block in article.blocks)
        return Retag(article.id, fingerprint(article, page.corrected()), self.tagger.suggest(printed, page.regime))

    def relinks(self, pages: Sequence[Page], adding: bool) -> list[tuple[int, Relink]]:
        """What goes on where on the pages of an issue, as edits by the page's id; with `adding` older claims stay."""
        from models.continuing.engine import proposals

        found = proposals(pages)
        return [(page.id, Relink(found[page.id], adding)) for page in pages if found[page.id] or page.continuations]
