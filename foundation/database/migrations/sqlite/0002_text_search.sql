-- Full-text search over terms that are made in Rust: nothing is stemmed or folded here, so that
-- both databases find the same.
CREATE VIRTUAL TABLE text_search USING fts5(
    terms,
    tokenize = "unicode61 remove_diacritics 0"
);
