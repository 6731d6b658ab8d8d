"""An archive that holds one invented issue, for all who need several pages that belong together."""

from __future__ import annotations

from tests.models.newspaper_issue import archive, filed, issue

__all__ = ["archive", "filed", "issue"]
