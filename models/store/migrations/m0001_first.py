"""Schema 1: pages with their lines, articles, blocks, labels and joints; the journal; the counter of ids."""

SQL = (
    """CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID""",
    """INSERT INTO counter VALUES ('id', 0), ('gesture', 0)""",
    """CREATE TABLE page (
        id INTEGER PRIMARY KEY,
        newspaper TEXT, date TEXT, issue_number TEXT, number TEXT, name TEXT,
        state TEXT NOT NULL, regime TEXT NOT NULL,
        sha256 TEXT NOT NULL, file_name TEXT NOT NULL, kind TEXT NOT NULL, sheet INTEGER NOT NULL,
        width REAL NOT NULL, height REAL NOT NULL,
        article_count INTEGER NOT NULL, unplaced_count INTEGER NOT NULL,
        doubtful_count INTEGER NOT NULL, doubt REAL NOT NULL)""",
    """CREATE UNIQUE INDEX page_source ON page (sha256, sheet)""",
    """CREATE INDEX page_issue ON page (newspaper, date, number)""",
    """CREATE TABLE line (
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL, text TEXT NOT NULL, form TEXT NOT NULL,
        PRIMARY KEY (page, number)) WITHOUT ROWID""",
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL, tagged TEXT)""",
    """CREATE INDEX article_page ON article (page)""",
    """CREATE TABLE block (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        article INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL, role TEXT NOT NULL, lines TEXT NOT NULL, repeats TEXT NOT NULL)""",
    """CREATE INDEX block_page ON block (page)""",
    """CREATE TABLE label (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        article INTEGER NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, origin TEXT NOT NULL,
        verdict TEXT NOT NULL, confidence REAL NOT NULL, reasons TEXT NOT NULL)""",
    """CREATE INDEX label_page ON label (page)""",
    """CREATE INDEX label_value ON label (field, value)""",
    """CREATE TABLE joint (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        "left" INTEGER, "right" INTEGER NOT NULL, confidence REAL NOT NULL, certainty TEXT NOT NULL,
        reasons TEXT NOT NULL, against TEXT NOT NULL, other INTEGER, verdict TEXT NOT NULL)""",
    """CREATE INDEX joint_page ON joint (page)""",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        gesture INTEGER NOT NULL, origin TEXT NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL,
        page INTEGER NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, changes TEXT NOT NULL)""",
    """CREATE INDEX journal_state ON journal (state, origin, gesture)""",
)
