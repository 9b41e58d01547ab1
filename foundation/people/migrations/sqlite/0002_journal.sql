-- Every deed, who and when. Only ever added to; each hash covers the one before.
CREATE TABLE journal (
    number INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    roles TEXT NOT NULL,
    area TEXT NOT NULL,
    deed TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE INDEX journal_at ON journal (at);
