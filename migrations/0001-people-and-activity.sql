-- People, workspaces, credentials, and the append-only record.
-- Every table of a workspace begins its key with workspace_id; person, session, workspace and credential are global.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE person (
  id            uuid PRIMARY KEY,
  email         text NOT NULL,
  name          text NOT NULL,
  password_hash text,
  created_at    timestamptz NOT NULL,
  disabled_at   timestamptz
);
CREATE UNIQUE INDEX person_email ON person (lower(email));

CREATE TABLE workspace (
  id         uuid PRIMARY KEY,
  slug       text NOT NULL UNIQUE,
  name       text NOT NULL,
  time_zone  text NOT NULL DEFAULT 'UTC',
  created_at timestamptz NOT NULL
);

-- One row per workspace, locked by every write: sequence of the record, human numbers.
CREATE TABLE workspace_counter (
  workspace_id    uuid PRIMARY KEY REFERENCES workspace,
  activity_seq    bigint NOT NULL DEFAULT 0,
  incident_number integer NOT NULL DEFAULT 0
);

CREATE TABLE session (
  id           uuid PRIMARY KEY,
  token_hash   bytea NOT NULL UNIQUE,
  person_id    uuid NOT NULL REFERENCES person,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  user_agent   text NOT NULL DEFAULT '',
  address      text NOT NULL DEFAULT ''
);
CREATE INDEX session_person ON session (person_id);

CREATE TABLE member (
  workspace_id uuid NOT NULL REFERENCES workspace,
  person_id    uuid NOT NULL REFERENCES person,
  role         text NOT NULL CHECK (role IN ('viewer', 'reporter', 'triager', 'admin')),
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, person_id)
);
CREATE INDEX member_person ON member (person_id);

CREATE TABLE team (
  workspace_id uuid NOT NULL REFERENCES workspace,
  id           uuid NOT NULL,
  name         text NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX team_name ON team (workspace_id, lower(name));

CREATE TABLE team_member (
  workspace_id uuid NOT NULL,
  team_id      uuid NOT NULL,
  person_id    uuid NOT NULL,
  PRIMARY KEY (workspace_id, team_id, person_id),
  FOREIGN KEY (workspace_id, team_id) REFERENCES team ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES member ON DELETE CASCADE
);
CREATE INDEX team_member_person ON team_member (workspace_id, person_id);

-- Resolves any presented secret to its workspace before a workspace query is made.
CREATE TABLE credential (
  hash         bytea PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('api_key', 'invitation', 'routing_key', 'source')),
  workspace_id uuid NOT NULL REFERENCES workspace,
  subject_id   uuid NOT NULL
);

CREATE TABLE api_key (
  workspace_id uuid NOT NULL REFERENCES workspace,
  id           uuid NOT NULL,
  name         text NOT NULL,
  prefix       text NOT NULL,
  role         text NOT NULL CHECK (role IN ('viewer', 'reporter', 'triager', 'admin')),
  scopes       text[] NOT NULL,
  created_by   uuid NOT NULL REFERENCES person,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE invitation (
  workspace_id uuid NOT NULL REFERENCES workspace,
  id           uuid NOT NULL,
  email        text NOT NULL,
  role         text NOT NULL CHECK (role IN ('viewer', 'reporter', 'triager', 'admin')),
  team_ids     uuid[] NOT NULL DEFAULT '{}',
  invited_by   uuid NOT NULL REFERENCES person,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  accepted_at  timestamptz,
  revoked_at   timestamptz,
  PRIMARY KEY (workspace_id, id)
);

-- Failed sign-ins by account and by address; the delay grows, nobody is locked out.
CREATE TABLE sign_in_attempt (
  key       text PRIMARY KEY,
  failures  integer NOT NULL,
  last_at   timestamptz NOT NULL
);

CREATE TABLE activity (
  workspace_id uuid NOT NULL REFERENCES workspace,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  at           timestamptz NOT NULL,
  actor_kind   text NOT NULL CHECK (actor_kind IN ('person', 'key', 'system', 'detector', 'tool')),
  actor_id     uuid,
  actor_name   text NOT NULL,
  verb         text NOT NULL,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  payload      jsonb,
  payload_hash bytea NOT NULL,
  request_id   text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, seq)
);
CREATE INDEX activity_subject ON activity (workspace_id, subject_id, seq);

CREATE TABLE idempotency_key (
  workspace_id  uuid NOT NULL REFERENCES workspace,
  credential_id uuid NOT NULL,
  key           text NOT NULL,
  fingerprint   text NOT NULL,
  response      jsonb NOT NULL,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, credential_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (workspace_id, created_at);
