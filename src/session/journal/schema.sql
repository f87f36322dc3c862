-- The one table of a session, and what can be read out of it. Nothing else is ever stored.

CREATE TABLE records (
  seq     INTEGER PRIMARY KEY,   -- from 1, without a gap
  id      TEXT    NOT NULL UNIQUE,
  at      INTEGER NOT NULL,      -- session time in milliseconds
  moment  INTEGER NOT NULL,      -- when it happened, in session time
  utc_ms  INTEGER NOT NULL,
  boot_id TEXT    NOT NULL,
  boot_ms INTEGER NOT NULL,
  seat    TEXT    NOT NULL,
  command TEXT    NOT NULL,
  events  TEXT    NOT NULL,      -- JSON
  hash    BLOB    NOT NULL       -- BLAKE3 over the hash before and all fields
) STRICT;
