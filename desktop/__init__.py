"""The desk: everything that imports Qt, and nothing else does."""
