-- A duty to report an incident, as data that people edit: what, to whom, from when, until when. That something is not
-- reportable, and why, is kept in the same place.
CREATE TABLE reporting_clock (
  workspace_id    uuid NOT NULL,
  id              uuid NOT NULL,
  incident_id     uuid NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  -- Its id in the catalogue: `eu-aia-73-general`; null for one of their own.
  duty            text,
  name            text NOT NULL,
  authority       text NOT NULL DEFAULT '',
  starts_at       timestamptz NOT NULL,
  -- null: without delay, the law names no period.
  due_at          timestamptz,
  state           text NOT NULL CHECK (state IN ('running', 'reported', 'not_reportable')),
  note            text NOT NULL DEFAULT '',
  settled_at      timestamptz,
  settled_by_id   uuid,
  settled_by_name text,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  -- One clock a duty, however often it is asked for.
  UNIQUE (workspace_id, incident_id, duty),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  CHECK ((state = 'running') = (settled_at IS NULL)),
  CHECK (state <> 'not_reportable' OR note <> '')
);
CREATE INDEX reporting_clock_due ON reporting_clock (workspace_id, state, due_at, id);
