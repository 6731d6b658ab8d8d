"""Schema 4: everything that the engine would have done instead at a joint, with its confidence and reason."""

SQL = ("""ALTER TABLE joint ADD COLUMN others TEXT NOT NULL DEFAULT '[]'""",)
