"""The styles of page that weights are fitted on and measured by, by name."""

from __future__ import annotations

from typing import Any

from benchmarks.composing.page import Style

_USUAL: dict[str, Any] = {
    "truncated": 0.03, "untitled": 0.03, "labels": 0.25, "notices": 0.3, "spaced_headings": 0.2, "statements": 0.1,
    "furniture": 0.3, "briefs": 0.12, "index": 0.06, "continued": 0.02, "misread": 0.3,
    "beheaded": 0.025, "midst": 0.025, "both_ways": 0.05,
}  # fmt: skip

STYLES: dict[str, Style] = {
    "paragraphs": Style(wrapped=False, column_cuts=0.1, **_USUAL),
    "markdown": Style(wrapped=False, markdown=True, column_cuts=0.1, **_USUAL),
    "wrapped": Style(wrapped=True, column_cuts=0.05, **_USUAL),
    "wrapped_headings_after": Style(wrapped=True, headings_after=True, **_USUAL),
    "markdown_headings_after": Style(wrapped=False, markdown=True, headings_after=True, column_cuts=0.1, **_USUAL),
    "markdown_second_half_first": Style(wrapped=False, markdown=True, halves_swapped=0.3, column_cuts=0.1, **_USUAL),
    "markdown_interrupted": Style(wrapped=False, markdown=True, interrupted=0.3, column_cuts=0.1, **_USUAL),
    "wrapped_interrupted": Style(wrapped=True, interrupted=0.25, **_USUAL),
    "markdown_repeated": Style(wrapped=False, markdown=True, repeated=0.9, interrupted=0.1, column_cuts=0.1, **_USUAL),
    "everything": Style(
        wrapped=False, markdown=True, halves_swapped=0.12, interrupted=0.15, repeated=0.3, column_cuts=0.15,
        truncated=0.06, untitled=0.06, labels=0.5, notices=0.3, statements=0.2, furniture=0.3, briefs=0.2, index=0.1,
        continued=0.03, misread=0.4,
        beheaded=0.03, midst=0.03, both_ways=0.1,
    ),
}  # fmt: skip
