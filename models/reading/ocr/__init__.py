"""Page pictures become lines: found on a reduced copy, recognised on the full one, by networks that lie in a package."""

READER = "rapidocr 3.10.0/2"
"""Whose networks read, and the version of what is done with them here: the same reader makes the same lines of a picture."""
