-- Filling in online. A form may wait for its municipality's own approval. SQLite cannot change a
-- check, so the table is made anew; its children are compared with it when all is committed.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE form_versions_before AS SELECT * FROM form_versions;

DROP TABLE form_versions;

-- `held_by`: who works on a version that is not submitted yet.
CREATE TABLE form_versions (
    id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('in_progress', 'awaiting_approval', 'submitted', 'accepted', 'returned',
                         'withdrawn')),
    held_by TEXT NOT NULL CHECK (held_by IN ('secretariat', 'municipality')),
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

INSERT INTO form_versions (id, participant_id, number, state, held_by, is_counting, source_file_id,
                           file_name, begun_at, submitted_at, is_late, version, changed_by,
                           changed_at)
SELECT id, participant_id, number, state, 'secretariat', is_counting, source_file_id, file_name,
       begun_at, submitted_at, is_late, version, changed_by, changed_at
FROM form_versions_before;

DROP TABLE form_versions_before;

CREATE INDEX form_versions_source_file ON form_versions (source_file_id);

-- The page that an answer was last saved from: the same page may save over itself again.
ALTER TABLE entries ADD COLUMN saved_from TEXT NOT NULL DEFAULT '';

-- Somebody has said of an answer that it is the same as last time and still true.
CREATE TABLE same_answers (
    entry_id INTEGER NOT NULL PRIMARY KEY REFERENCES entries (id),
    confirmed_by TEXT NOT NULL,
    confirmed_at TEXT NOT NULL
) STRICT;

CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    file_id INTEGER NOT NULL REFERENCES source_files (id),
    name TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (entry_id, file_id)
) STRICT;

CREATE INDEX attachments_file ON attachments (file_id);

-- Whether a municipality's forms are approved by a second person: the newest row says.
CREATE TABLE four_eyes (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    switched_by TEXT NOT NULL,
    switched_at TEXT NOT NULL
) STRICT;

CREATE INDEX four_eyes_code ON four_eyes (code);

-- A form that was sent to approval, and the answer.
CREATE TABLE approvals (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES form_versions (id),
    sent_by TEXT NOT NULL,
    sent_by_account INTEGER,
    sent_at TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('approved', 'sent_back')),
    reason TEXT NOT NULL,
    answered_by TEXT,
    answered_at TEXT
) STRICT;

CREATE INDEX approvals_version ON approvals (version_id);

-- A municipality asks for its form to be opened again, and the answer.
CREATE TABLE reopening_requests (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES form_versions (id),
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('granted', 'declined')),
    answer TEXT NOT NULL,
    answered_by TEXT,
    answered_at TEXT
) STRICT;

CREATE INDEX reopening_requests_version ON reopening_requests (version_id);

-- What was submitted, as one text with its fingerprint.
CREATE TABLE receipts (
    version_id INTEGER NOT NULL PRIMARY KEY REFERENCES form_versions (id),
    answers TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    submitted_at TEXT NOT NULL
) STRICT;

-- A file that somebody of the municipality has sent in and not yet taken answers from.
CREATE TABLE uploads_in_review (
    participant_id INTEGER NOT NULL PRIMARY KEY REFERENCES participants (id),
    file_id INTEGER NOT NULL REFERENCES source_files (id),
    file_name TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    sent_at TEXT NOT NULL
) STRICT;

CREATE INDEX uploads_in_review_file ON uploads_in_review (file_id);
