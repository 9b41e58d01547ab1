-- Authorities, with dated memberships: regions and councils are merged and renamed.
CREATE TABLE authorities (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('municipality', 'region', 'kkr', 'secretariat')),
    name TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    successor_id INTEGER REFERENCES authorities (id)
) STRICT;

CREATE TABLE memberships (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES authorities (id),
    body_id INTEGER NOT NULL REFERENCES authorities (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from),
    UNIQUE (member_id, body_id, valid_from)
) STRICT;

CREATE INDEX memberships_body ON memberships (body_id);

-- An authority's work may be carried out by another one, which does not answer for it.
CREATE TABLE carried_out_work (
    id INTEGER PRIMARY KEY,
    authority_id INTEGER NOT NULL REFERENCES authorities (id),
    by_authority_id INTEGER NOT NULL REFERENCES authorities (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    note TEXT NOT NULL,
    CHECK (authority_id <> by_authority_id)
) STRICT;

CREATE INDEX carried_out_work_authority ON carried_out_work (authority_id);
