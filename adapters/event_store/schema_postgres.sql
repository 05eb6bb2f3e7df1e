-- The log on PostgreSQL, as in schema.sql; every statement may run again. COLLATE "C": texts are compared byte by byte.
CREATE TABLE IF NOT EXISTS schema_version (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    version integer NOT NULL
);
CREATE TABLE IF NOT EXISTS stored_events (
    position bigint PRIMARY KEY,
    originator_id text COLLATE "C" NOT NULL,
    originator_version bigint NOT NULL,
    topic text COLLATE "C" NOT NULL,
    state bytea NOT NULL,
    UNIQUE (originator_id, originator_version)
);
CREATE TABLE IF NOT EXISTS leaves (
    leaf_index bigint PRIMARY KEY,
    position bigint NOT NULL UNIQUE,
    leaf_hash bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS names (
    name text COLLATE "C" NOT NULL,
    stream text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (name, stream)
);
CREATE TABLE IF NOT EXISTS commands (
    actor text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    command text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    event_ids text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    position bigint NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX IF NOT EXISTS commands_by_key ON commands (key);
CREATE INDEX IF NOT EXISTS commands_by_position ON commands (position);
-- Beside the log: deleting a row erases the texts of its event everywhere.
CREATE TABLE IF NOT EXISTS text_keys (event_id text COLLATE "C" PRIMARY KEY, key bytea NOT NULL);
CREATE TABLE IF NOT EXISTS token_uses (token_id text COLLATE "C" PRIMARY KEY, last_used text COLLATE "C" NOT NULL);
CREATE TABLE IF NOT EXISTS inbox (delivery text COLLATE "C" PRIMARY KEY, received_at text COLLATE "C" NOT NULL);

CREATE OR REPLACE FUNCTION keep_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE OR REPLACE TRIGGER stored_events_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_events
FOR EACH STATEMENT EXECUTE FUNCTION keep_the_log();
CREATE OR REPLACE TRIGGER leaves_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON leaves
FOR EACH STATEMENT EXECUTE FUNCTION keep_the_log();
CREATE OR REPLACE TRIGGER names_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON names
FOR EACH STATEMENT EXECUTE FUNCTION keep_the_log();
CREATE OR REPLACE TRIGGER commands_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON commands
FOR EACH STATEMENT EXECUTE FUNCTION keep_the_log();

-- Also where a session says that it only replays another server's changes.
ALTER TABLE stored_events ENABLE ALWAYS TRIGGER stored_events_keep;
ALTER TABLE leaves ENABLE ALWAYS TRIGGER leaves_keep;
ALTER TABLE names ENABLE ALWAYS TRIGGER names_keep;
ALTER TABLE commands ENABLE ALWAYS TRIGGER commands_keep;
