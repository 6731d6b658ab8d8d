"""The text of one line under its picture: what was read, what else it may be, what the editor makes of it."""
