"""Schema 2: lines belong to a reading, of which a page takes one; corrections of lines; photos; parts of a sheet."""

SQL = (
    """CREATE TABLE reading (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        reader TEXT NOT NULL, turn INTEGER NOT NULL, skew REAL NOT NULL, graphics TEXT NOT NULL, at TEXT NOT NULL)""",
    """CREATE INDEX reading_page ON reading (page)""",
    """ALTER TABLE page ADD COLUMN reading INTEGER REFERENCES reading (id) DEFERRABLE INITIALLY DEFERRED""",
    """ALTER TABLE page ADD COLUMN region TEXT NOT NULL DEFAULT '[0.0,0.0,1.0,1.0]'""",
    """DROP INDEX page_source""",
    """CREATE UNIQUE INDEX page_source ON page (sha256, sheet, region)""",
    # Every page has been read once so far.  When, the journal says; by what, nobody noted.
    """INSERT INTO reading
        SELECT (SELECT value FROM counter WHERE name = 'id') + row_number() OVER (ORDER BY page.id), page.id,
            '', 0, 0.0, '{"frames":[],"photos":[],"rules":[]}',
            coalesce((SELECT min(at) FROM journal WHERE journal.page = page.id), '1970-01-01T00:00:00+00:00')
        FROM page""",
    """UPDATE counter SET value = value + (SELECT count(*) FROM page) WHERE name = 'id'""",
    """UPDATE page SET reading = (SELECT id FROM reading WHERE reading.page = page.id)""",
    """ALTER TABLE line RENAME TO line_of_page""",
    """CREATE TABLE line (
        reading INTEGER NOT NULL REFERENCES reading (id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL, text TEXT NOT NULL, form TEXT NOT NULL,
        PRIMARY KEY (reading, number)) WITHOUT ROWID""",
    """INSERT INTO line
        SELECT page.reading, old.number, old.text, old.form FROM line_of_page AS old JOIN page ON page.id = old.page""",
    """DROP TABLE line_of_page""",
    """CREATE TABLE correction (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        line INTEGER NOT NULL, text TEXT NOT NULL, origin TEXT NOT NULL, verdict TEXT NOT NULL)""",
    """CREATE INDEX correction_page ON correction (page)""",
    """CREATE TABLE photo (
        id INTEGER PRIMARY KEY,
        page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        article INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        outline TEXT NOT NULL)""",
    """CREATE INDEX photo_page ON photo (page)""",
)
