-- Full-text search over terms that are made in Rust: nothing is stemmed or folded here, so that
-- both databases find the same.
CREATE TABLE text_search (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    terms TSVECTOR NOT NULL
);

CREATE INDEX text_search_terms ON text_search USING gin (terms);
