"""Explicit steps from one schema to the next, each frozen SQL in one transaction; imported one by one, for the freezer."""

from __future__ import annotations

from models.store.migrations import m0001_first, m0002_readings, m0003_continuations, m0004_alternatives

MIGRATIONS = (m0001_first.SQL, m0002_readings.SQL, m0003_continuations.SQL, m0004_alternatives.SQL)
"""The archive's schema version is the number of steps it has been through."""
