-- Monitoring tools push: where it comes from (source), what came (delivery), what it said (signal), and which
-- incident it belongs to.

CREATE TABLE source (
  workspace_id         uuid NOT NULL REFERENCES workspace,
  id                   uuid NOT NULL,
  -- Stands in the address that the tool pushes to.
  slug                 text NOT NULL,
  name                 text NOT NULL,
  kind                 text NOT NULL CHECK (kind IN ('api', 'alertmanager', 'grafana', 'prometheus', 'otlp', 'webhook',
                                                     'promptfoo')),
  system_id            uuid,
  environment          text NOT NULL DEFAULT '',
  -- How alerts are grouped into incidents; {{default}} stands for system, metric and mechanism or name.
  grouping             text NOT NULL DEFAULT '{{default}}',
  -- What is particular to the kind: series rules, JSON pointers, event names.
  settings             jsonb NOT NULL DEFAULT '{}',
  -- Silence for longer than this is worth a word; null never says so.
  quiet_after_hours    integer CHECK (quiet_after_hours > 0),
  version              integer NOT NULL DEFAULT 1,
  created_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  archived_at          timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, slug),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system
);

-- Everything that came through a door, as it came. The body goes after a while; its hash stays.
CREATE TABLE delivery (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  source_id    uuid NOT NULL,
  received_at  timestamptz NOT NULL,
  door         text NOT NULL,
  outcome      text NOT NULL CHECK (outcome IN ('taken', 'partly', 'refused', 'test')),
  http_status  smallint NOT NULL,
  content_type text NOT NULL DEFAULT '',
  encoding     text NOT NULL DEFAULT '',
  -- As sent, before anything was unpacked, in bytes.
  size         integer NOT NULL,
  body         bytea,
  body_hash    bytea NOT NULL,
  -- What it was understood as: for people to look at.
  translation  jsonb NOT NULL DEFAULT '{}',
  problem      text NOT NULL DEFAULT '',
  caller_name  text NOT NULL,
  request_id   text NOT NULL,
  replay_of    uuid,
  redacted_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source
);
CREATE INDEX delivery_of ON delivery (workspace_id, source_id, received_at DESC, id DESC);
CREATE INDEX delivery_age ON delivery (workspace_id, received_at) WHERE body IS NOT NULL;

-- One episode of one thing that a tool reports: it fires, is told again, ends.
CREATE TABLE signal (
  workspace_id  uuid NOT NULL,
  id            uuid NOT NULL,
  source_id     uuid NOT NULL,
  dedup_key     text NOT NULL,
  episode       integer NOT NULL,
  -- The episode before, where the same thing fired again later than the reopen window.
  recurrence_of uuid,
  state         text NOT NULL CHECK (state IN ('open', 'resolved')),
  title         text NOT NULL,
  description   text NOT NULL DEFAULT '',
  severity      text NOT NULL DEFAULT '',
  environment   text NOT NULL DEFAULT '',
  link          text NOT NULL DEFAULT '',
  labels        jsonb NOT NULL DEFAULT '{}',
  system_id     uuid,
  metric_id     uuid,
  mechanism     text,
  fingerprint   text NOT NULL,
  -- Times of the events, as claimed; a claim that lies in the future is held to the time of arrival.
  started_at    timestamptz NOT NULL,
  triggered_at  timestamptz NOT NULL,
  resolved_at   timestamptz,
  clamped       boolean NOT NULL DEFAULT false,
  -- Times of arrival.
  first_seen_at timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  count         integer NOT NULL,
  delivery_id   uuid NOT NULL,
  incident_id   uuid,
  -- Why it belongs to that incident.
  joined_because text NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, source_id, dedup_key, episode),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source,
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system,
  FOREIGN KEY (workspace_id, metric_id) REFERENCES metric,
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  CHECK ((state = 'resolved') = (resolved_at IS NOT NULL))
);
CREATE INDEX signal_seen ON signal (workspace_id, last_seen_at DESC, id DESC);
CREATE INDEX signal_new ON signal (workspace_id, source_id, first_seen_at DESC);
CREATE INDEX signal_incident ON signal (workspace_id, incident_id) WHERE incident_id IS NOT NULL;

-- One row per key of a source, locked by whoever takes in an event of it; points at the latest episode.
CREATE TABLE signal_key (
  workspace_id     uuid NOT NULL,
  source_id        uuid NOT NULL,
  dedup_key        text NOT NULL,
  signal_id        uuid,
  -- A resolve that came before its trigger: the time of the event, and of its arrival.
  early_resolve_at timestamptz,
  early_seen_at    timestamptz,
  PRIMARY KEY (workspace_id, source_id, dedup_key),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source
);

-- Which alerts an incident gathers. Of all incidents with the same fingerprint, one at most is open.
ALTER TABLE incident ADD COLUMN fingerprint text;
CREATE UNIQUE INDEX incident_open_fingerprint ON incident (workspace_id, fingerprint)
  WHERE fingerprint IS NOT NULL
    AND (triage_state IN ('pending', 'snoozed') OR (triage_state = 'accepted' AND status NOT IN ('resolved', 'closed')));
CREATE INDEX incident_fingerprint ON incident (workspace_id, fingerprint, reported_at DESC)
  WHERE fingerprint IS NOT NULL;

-- A series of numbers that a tool offered: what became of it, and what differencing needs to remember.
CREATE TABLE source_series (
  workspace_id uuid NOT NULL,
  source_id    uuid NOT NULL,
  -- SHA-256 over name and labels.
  series_hash  bytea NOT NULL,
  name         text NOT NULL,
  labels       jsonb NOT NULL,
  metric_key   text,
  reason       text NOT NULL DEFAULT '',
  last_value   double precision,
  last_total   double precision,
  last_at      timestamptz,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, source_id, series_hash),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source
);
CREATE INDEX source_series_seen ON source_series (workspace_id, source_id, seen_at DESC);

-- A repeat is answered with the status that the first try got, where that is not the usual one.
ALTER TABLE idempotency_key ADD COLUMN status smallint;
