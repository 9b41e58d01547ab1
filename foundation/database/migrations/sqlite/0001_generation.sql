-- What this database has been through, and a number that rises with every write.
CREATE TABLE database_migrations (
    area TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    PRIMARY KEY (area, name)
) STRICT;

CREATE TABLE database_generation (
    number INTEGER NOT NULL
) STRICT;

INSERT INTO database_generation (number) VALUES (0);
