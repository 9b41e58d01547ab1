-- People with accounts. A mail address is unique whatever its case: it is folded by the program,
-- because the databases fold differently. Without a password nobody signs in with one.
CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    mail TEXT NOT NULL,
    folded_mail TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL CHECK (language IN ('da', 'en')),
    fictional INTEGER NOT NULL CHECK (fictional IN (0, 1)),
    password_hash TEXT,
    password_set_at TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    disabled_at TEXT,
    disabled_by TEXT,
    version INTEGER NOT NULL
) STRICT;

-- Roles, dated: giving and taking a role leaves a record. Without an authority a role is held for
-- the whole installation.
CREATE TABLE account_roles (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL CHECK (role IN ('secretariat', 'coordinator', 'approver', 'clerk', 'reader', 'administrator', 'operator')),
    authority_id INTEGER REFERENCES authorities (id),
    granted_at TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    revoked_at TEXT,
    revoked_by TEXT
) STRICT;

CREATE INDEX account_roles_account ON account_roles (account_id);
CREATE INDEX account_roles_authority ON account_roles (authority_id, role);

-- Who is signed in, for every server of the installation. The token itself is only in the cookie.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    token_hash TEXT NOT NULL UNIQUE,
    began_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    ended_at TEXT,
    address TEXT NOT NULL,
    program TEXT NOT NULL
) STRICT;

CREATE INDEX sessions_account ON sessions (account_id);

-- Links that work once: an invitation, a new password, and the first account of an installation
-- (which has no account yet).
CREATE TABLE one_time_links (
    id INTEGER PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'password_reset', 'first_account')),
    account_id INTEGER REFERENCES accounts (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

CREATE INDEX one_time_links_account ON one_time_links (account_id);

-- Failed attempts to sign in, by account and by network address, hashed so that a mistyped mail
-- address (or a password typed in its place) is not kept. They are forgotten after success or a day.
CREATE TABLE sign_in_failures (
    subject TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL
) STRICT;

CREATE INDEX sign_in_failures_last ON sign_in_failures (last_at);
