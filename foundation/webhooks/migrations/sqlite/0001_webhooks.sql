-- Who is told of what: an address of an authority, with the secret that its messages are signed
-- with. `failures` counts tries in a row that did not arrive.
CREATE TABLE webhooks (
    id INTEGER PRIMARY KEY,
    authority TEXT NOT NULL,
    address TEXT NOT NULL,
    secret TEXT NOT NULL,
    events TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    disabled_at TEXT,
    disabled_because TEXT,
    removed_at TEXT,
    removed_by TEXT
) STRICT;

CREATE INDEX webhooks_authority ON webhooks (authority);

-- Messages, made in the transaction of the deed that they tell of and sent later.
CREATE TABLE webhook_deliveries (
    id INTEGER PRIMARY KEY,
    webhook_id INTEGER NOT NULL REFERENCES webhooks (id),
    event TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
    made_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    next_try_at TEXT NOT NULL,
    settled_at TEXT,
    last_status INTEGER,
    last_error TEXT
) STRICT;

CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook_id);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (state, next_try_at);
