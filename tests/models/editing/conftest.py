"""Edits are tried on the small page of the store's tests."""

from __future__ import annotations

from tests.models.store.conftest import history, page, store

__all__ = ["history", "page", "store"]
