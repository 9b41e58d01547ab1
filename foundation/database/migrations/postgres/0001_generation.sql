-- What this database has been through, and a number that rises with every write.
CREATE TABLE database_migrations (
    area TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (area, name)
);

CREATE TABLE database_generation (
    number BIGINT NOT NULL
);

INSERT INTO database_generation (number) VALUES (0);
