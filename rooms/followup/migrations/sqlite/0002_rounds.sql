-- A round asks the members of a programme's recipient for their status on one set.
CREATE TABLE rounds (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    set_id INTEGER NOT NULL REFERENCES recommendation_sets (id),
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    introduction TEXT NOT NULL,
    due_on TEXT,
    grace_until TEXT,
    closes_on TEXT,
    reference_date TEXT NOT NULL,
    meanings TEXT NOT NULL,
    status_words TEXT NOT NULL,
    sections TEXT NOT NULL,
    logo TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX rounds_programme ON rounds (programme_id);
CREATE INDEX rounds_set ON rounds (set_id);

-- Who is asked, with the name of the day: the members on the reference date, and exceptions.
CREATE TABLE participants (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES rounds (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    is_exception INTEGER NOT NULL,
    note TEXT NOT NULL,
    UNIQUE (round_id, code)
) STRICT;

CREATE TABLE releases (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES rounds (id),
    number INTEGER NOT NULL,
    snapshot BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    note TEXT,
    released_at TEXT NOT NULL,
    released_by TEXT NOT NULL,
    UNIQUE (round_id, number)
) STRICT;

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    code TEXT NOT NULL,
    body TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    text TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at TEXT NOT NULL
) STRICT;

CREATE INDEX decisions_programme ON decisions (programme_id);

CREATE TABLE decision_recommendations (
    decision_id INTEGER NOT NULL REFERENCES decisions (id),
    recommendation_id INTEGER NOT NULL REFERENCES recommendations (id),
    PRIMARY KEY (decision_id, recommendation_id)
) STRICT;

CREATE INDEX decision_recommendations_recommendation
    ON decision_recommendations (recommendation_id);

-- A registration that was taken back; the decision stays readable.
CREATE TABLE decision_revocations (
    decision_id INTEGER NOT NULL PRIMARY KEY REFERENCES decisions (id),
    reason TEXT NOT NULL,
    revoked_by TEXT NOT NULL,
    revoked_at TEXT NOT NULL
) STRICT;
