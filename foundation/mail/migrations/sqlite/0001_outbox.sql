-- Letters that wait to be sent, and those that were. A key is posted once, however often a deed
-- or a schedule comes by. A link that only the recipient may know is erased when the letter has left or is given up.
CREATE TABLE letters (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    to_address TEXT NOT NULL,
    to_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    secret_link TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'given_up')),
    posted_at TEXT NOT NULL,
    next_try_at TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    sent_at TEXT,
    last_failure TEXT
) STRICT;

CREATE INDEX letters_waiting ON letters (state, next_try_at);
CREATE INDEX letters_about ON letters (about);
