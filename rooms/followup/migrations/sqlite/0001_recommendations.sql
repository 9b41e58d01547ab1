-- What is asked: programmes, guiding goals, recommendation sets with their lineage.
-- `version` rises with every edit; who edits says which version they saw.
CREATE TABLE programmes (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    recipient_key TEXT NOT NULL,
    recipient TEXT NOT NULL,
    fictional INTEGER NOT NULL
) STRICT;

CREATE TABLE guiding_goals (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (programme_id, number)
) STRICT;

CREATE TABLE recommendation_sets (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    title TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    note TEXT NOT NULL,
    template_sha256 TEXT NOT NULL,
    CHECK (valid_to >= valid_from),
    UNIQUE (programme_id, valid_from)
) STRICT;

CREATE TABLE focus_areas (
    id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES recommendation_sets (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    UNIQUE (set_id, position)
) STRICT;

CREATE TABLE recommendations (
    id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES recommendation_sets (id),
    focus_area_id INTEGER NOT NULL REFERENCES focus_areas (id),
    number INTEGER NOT NULL,
    obligation TEXT NOT NULL CHECK (obligation IN ('must', 'may')),
    text TEXT NOT NULL,
    short_title TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (set_id, number)
) STRICT;

CREATE INDEX recommendations_focus_area ON recommendations (focus_area_id);

CREATE TABLE lineage (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    predecessor_id INTEGER REFERENCES recommendations (id),
    successor_id INTEGER REFERENCES recommendations (id),
    relation TEXT NOT NULL
        CHECK (relation IN ('same', 'adjusted', 'merged', 'split', 'new', 'retired')),
    note TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK (predecessor_id IS NOT NULL OR successor_id IS NOT NULL)
) STRICT;

CREATE INDEX lineage_programme ON lineage (programme_id);
CREATE INDEX lineage_predecessor ON lineage (predecessor_id);
CREATE INDEX lineage_successor ON lineage (successor_id);
