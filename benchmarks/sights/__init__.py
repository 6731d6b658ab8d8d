"""First sights of huge scans, each shown by a program of its own."""

SIZE = (800, 1000)
"""Logical pixels of the windows."""
