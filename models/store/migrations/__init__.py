"""Explicit steps from one schema to the next, each frozen SQL in one transaction; imported one by one, for the freezer."""

from __future__ import annotations

from models.store.migrations import m0001_first

MIGRATIONS = (m0001_first.SQL,)
"""The archive's schema version is the number of steps it has been through."""
