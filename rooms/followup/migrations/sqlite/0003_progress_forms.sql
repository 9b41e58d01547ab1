-- What was received, byte by byte; the same bytes are kept once.
CREATE TABLE source_files (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- A participant's form is the sequence of its versions. The newest that is not withdrawn says
-- where the form stands; the accepted one is what counts until another is accepted.
CREATE TABLE form_versions (
    id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('in_progress', 'submitted', 'accepted', 'returned', 'withdrawn')),
    is_counting INTEGER NOT NULL,
    source_file_id INTEGER REFERENCES source_files (id),
    file_name TEXT,
    begun_at TEXT NOT NULL,
    submitted_at TEXT,
    is_late INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (participant_id, number)
) STRICT;

CREATE INDEX form_versions_source_file ON form_versions (source_file_id);

CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES form_versions (id),
    recommendation_id INTEGER NOT NULL REFERENCES recommendations (id),
    status TEXT NOT NULL
        CHECK (status IN ('green', 'yellow', 'red', 'not_participating', 'not_reported')),
    remark TEXT NOT NULL,
    remark_text TEXT NOT NULL,
    confidence REAL NOT NULL,
    evidence TEXT NOT NULL,
    read_text TEXT NOT NULL,
    source TEXT NOT NULL,
    is_confirmed INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (version_id, recommendation_id)
) STRICT;

CREATE INDEX entries_recommendation ON entries (recommendation_id);

-- What stood there before a person corrected it.
CREATE TABLE entry_corrections (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    status_before TEXT NOT NULL,
    remark_before TEXT NOT NULL,
    reason TEXT NOT NULL,
    corrected_by TEXT NOT NULL,
    corrected_at TEXT NOT NULL
) STRICT;

CREATE INDEX entry_corrections_entry ON entry_corrections (entry_id);

CREATE TABLE partner_wishes (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('seeks', 'offers')),
    text TEXT NOT NULL,
    UNIQUE (entry_id, position)
) STRICT;

-- `is_check`: found by the checks, which run again after a correction; else by the reader.
CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES form_versions (id),
    position INTEGER NOT NULL,
    is_check INTEGER NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('error', 'warning', 'notice')),
    number INTEGER,
    message TEXT NOT NULL,
    source TEXT NOT NULL,
    explanation TEXT,
    explained_by TEXT,
    explained_at TEXT
) STRICT;

CREATE INDEX problems_version ON problems (version_id);

-- Rows of a form that answer no recommendation: the municipality's own proposals, or rows to
-- place by hand.
CREATE TABLE proposals (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES form_versions (id),
    position INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'placed', 'dismissed')),
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    remark TEXT NOT NULL,
    remark_text TEXT NOT NULL,
    source TEXT NOT NULL,
    UNIQUE (version_id, position)
) STRICT;

CREATE TABLE form_events (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES form_versions (id),
    deed TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    done_by TEXT NOT NULL,
    done_at TEXT NOT NULL
) STRICT;

CREATE INDEX form_events_version ON form_events (version_id);

-- What can be searched: the newest version's remarks for those who work with them
-- (entry_id), the newest release's for everyone (release_id). The terms stand in text_search.
CREATE TABLE remark_search (
    search_number INTEGER NOT NULL PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES rounds (id),
    code TEXT NOT NULL,
    recommendation_id INTEGER NOT NULL REFERENCES recommendations (id),
    entry_id INTEGER REFERENCES entries (id),
    release_id INTEGER REFERENCES releases (id),
    status TEXT NOT NULL,
    remark_text TEXT NOT NULL,
    CHECK ((entry_id IS NULL) <> (release_id IS NULL))
) STRICT;

CREATE INDEX remark_search_round ON remark_search (round_id);
CREATE INDEX remark_search_entry ON remark_search (entry_id);
CREATE INDEX remark_search_release ON remark_search (release_id);
CREATE INDEX remark_search_recommendation ON remark_search (recommendation_id);
