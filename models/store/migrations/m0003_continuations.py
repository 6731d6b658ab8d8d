"""Schema 3: what goes on on another page of its issue, with the editor's verdict."""

SQL = (
    """CREATE TABLE continuation (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        "left" INTEGER NOT NULL,
        onward INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        "right" INTEGER NOT NULL, confidence REAL NOT NULL, certainty TEXT NOT NULL,
        reasons TEXT NOT NULL, against TEXT NOT NULL, origin TEXT NOT NULL, verdict TEXT NOT NULL)""",
    """CREATE INDEX continuation_page ON continuation (page)""",
    """CREATE INDEX continuation_onward ON continuation (onward)""",
)
