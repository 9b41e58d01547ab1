-- When the municipalities of a round are reminded; a round without a row has the usual plan.
CREATE TABLE reminder_plans (
    round_id INTEGER NOT NULL PRIMARY KEY REFERENCES rounds (id),
    is_on INTEGER NOT NULL,
    steps TEXT NOT NULL,
    most INTEGER NOT NULL,
    days_between INTEGER NOT NULL,
    escalate_after INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- How a municipality was spoken to about its form: by letter or by telephone. A step of the plan
-- is taken once.
CREATE TABLE form_contacts (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES rounds (id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('reminder', 'by_hand', 'call', 'returned', 'accepted')),
    step INTEGER,
    is_escalated INTEGER NOT NULL,
    to_whom TEXT NOT NULL,
    note TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (round_id, code, step)
) STRICT;

-- The secretariat of a programme hears once a day at most what has happened.
CREATE TABLE digests (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    made_on TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (programme_id, made_on)
) STRICT;

-- What happens in a programme's year beside its rounds: meetings, deadlines of committees.
-- `audience` says who it concerns. A withdrawn event stays, so that calendars take it out.
CREATE TABLE cycle_events (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    title TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    audience TEXT NOT NULL
        CHECK (audience IN ('everyone', 'municipalities', 'secretariat')),
    link TEXT NOT NULL,
    is_withdrawn INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;

CREATE INDEX cycle_events_programme ON cycle_events (programme_id);
