"""The selected article: its fields, its tags, its text; saved as it is typed."""
