"""Tagger: everything suggested for one article, from its blocks in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.domain.label import Suggested
from models.domain.line import Line, Regime
from models.domain.role import Role
from models.tagging.bylines import read_bylines, suggest_bylines
from models.tagging.content import lay_out
from models.tagging.fields import find_speaker, suggest_continuation, suggest_headings
from models.tagging.genre import suggest_genre
from models.tagging.keywords import suggest_keywords
from models.tagging.names import find_persons, suggest_persons
from models.tagging.organisations import find_organisations, suggest_organisations
from models.tagging.places import find_places, suggest_places
from models.tagging.spans import outside_of, sure
from models.tagging.tokens import Lexicon
from models.tagging.topics import suggest_topic


class Tagger:
    """Suggests fields and tags.  Loading takes about a second: make one, in a worker, and keep it."""

    def __init__(self, cache: Path | None = None) -> None:
        """`cache`: our own folder for what jieba prepares; without one nothing is kept."""
        self._lexicon = Lexicon(cache)

    def suggest(self, blocks: Sequence[tuple[Role, tuple[Line, ...]]], regime: Regime) -> tuple[Suggested, ...]:
        """Suggestions for one article; `blocks` stand in reading order."""
        content = lay_out(blocks, regime)
        byline = read_bylines(content)
        speaker = find_speaker(content)
        if speaker is not None:
            byline.take_speaker(speaker.name)
        heading = self._lexicon.passage(content.heading)
        passages = [self._lexicon.passage(text) for text in content.printed]
        places = [find_places(passage, self._lexicon) for passage in passages]
        bodies = [find_organisations(*pair) for pair in zip(passages, places, strict=True)]
        taken = [sure(one) + sure(two) for one, two in zip(places, bodies, strict=True)]
        persons = suggest_persons(find_persons(zip(passages, taken, strict=True), self._lexicon), byline.authors)
        outside = [span for one, two in zip(places, bodies, strict=True) for span in outside_of(one, sure(two))]
        return (
            *suggest_headings(content, speaker),
            *suggest_bylines(byline),
            *suggest_genre(content, dateline=byline.dateline, speaker=speaker is not None),
            *suggest_topic(heading, passages),
            *suggest_keywords(heading, passages, self._lexicon, {one.value for one in persons}),
            *persons,
            *suggest_places(outside),
            *suggest_organisations(span for spans in bodies for span in spans),
            *suggest_continuation(content),
        )
