-- Tokens of programs that use the JSON API. The token itself is shown once and not kept: `hash`
-- is its SHA-256, `start` its first letters, by which people recognise it. `roles` and `scopes`
-- are JSON lists of words. A token never allows more than its maker's account holds today;
-- without an account it was made at the command line.
CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    authority TEXT NOT NULL,
    roles TEXT NOT NULL,
    scopes TEXT NOT NULL,
    start TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    account_id INTEGER REFERENCES accounts (id),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    last_used_at TEXT
) STRICT;

CREATE INDEX api_tokens_account ON api_tokens (account_id);

CREATE TABLE api_token_revocations (
    token_id INTEGER NOT NULL PRIMARY KEY REFERENCES api_tokens (id),
    reason TEXT NOT NULL,
    revoked_by TEXT NOT NULL,
    revoked_at TEXT NOT NULL
) STRICT;

-- Requests that carried an Idempotency-Key, and what was answered; kept for a day. Without a
-- status the first one is still being answered.
CREATE TABLE idempotent_requests (
    id INTEGER PRIMARY KEY,
    token_id INTEGER NOT NULL REFERENCES api_tokens (id),
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    started_at TEXT NOT NULL,
    status INTEGER,
    headers TEXT,
    body BLOB,
    UNIQUE (token_id, key)
) STRICT;

CREATE INDEX idempotent_requests_started ON idempotent_requests (started_at);
