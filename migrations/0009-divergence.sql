-- The detector: what has changed, what it knows of each pair, what it estimated, and what it found.

-- Left by every write that touches a pair, in its transaction; a sweep takes it away when it has caught up.
CREATE TABLE pair_change (
  workspace_id uuid NOT NULL,
  pair_id      uuid NOT NULL,
  -- The earliest moment that is new or different; -infinity where everything is.
  from_at      timestamptz NOT NULL,
  -- Counts up, so that a sweep can tell whether something came while it worked.
  changes      bigint NOT NULL DEFAULT 1,
  marked_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, pair_id),
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair ON DELETE CASCADE
);
CREATE INDEX pair_change_age ON pair_change (marked_at);

-- What the detector knows of a pair, as compact bytes of one version of the method.
CREATE TABLE pair_watch (
  workspace_id   uuid NOT NULL,
  pair_id        uuid NOT NULL,
  method_version integer NOT NULL,
  state          bytea,
  -- The newest observation it has seen.
  seen_to        timestamptz,
  -- Where the pair stands and what would settle an open question, as it is said.
  standing       jsonb NOT NULL,
  settle         jsonb,
  caught_up_at   timestamptz NOT NULL,
  -- When the standing may change without new data: silence is told, too.
  look_again_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, pair_id),
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair ON DELETE CASCADE
);
CREATE INDEX pair_watch_look_again ON pair_watch (look_again_at);

-- Earlier states, from which late or corrected values are run again: everything before `before_on` (UTC) was seen.
CREATE TABLE pair_snapshot (
  workspace_id uuid NOT NULL,
  pair_id      uuid NOT NULL,
  before_on    date NOT NULL,
  state        bytea NOT NULL,
  PRIMARY KEY (workspace_id, pair_id, before_on),
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair ON DELETE CASCADE
);

-- One estimate for each audit. The gap is in the intent's own units, positive is worse.
CREATE TABLE pair_estimate (
  workspace_id uuid NOT NULL,
  pair_id      uuid NOT NULL,
  at           timestamptz NOT NULL,
  score        double precision NOT NULL,
  threshold    double precision,
  gap          double precision NOT NULL,
  gap_low      double precision NOT NULL,
  gap_high     double precision NOT NULL,
  p_diverged   double precision NOT NULL,
  provisional  boolean NOT NULL,
  PRIMARY KEY (workspace_id, pair_id, at),
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair ON DELETE CASCADE
);

-- What the owner says happened: from a changed definition on, the two have to be learned anew.
CREATE TABLE pair_mark (
  workspace_id    uuid NOT NULL,
  id              uuid NOT NULL,
  pair_id         uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('definition_changed', 'release', 'mitigation', 'note')),
  at              timestamptz NOT NULL,
  label           text NOT NULL,
  created_by_name text NOT NULL,
  created_by_id   uuid,
  created_at      timestamptz NOT NULL,
  removed_at      timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair
);
CREATE INDEX pair_mark_of ON pair_mark (workspace_id, pair_id, at);

-- The last look at a run of a pair over steps or KL.
CREATE TABLE pair_run_check (
  workspace_id uuid NOT NULL,
  pair_id      uuid NOT NULL,
  run_id       uuid NOT NULL,
  evaluations  integer NOT NULL,
  rows_seen    integer NOT NULL,
  verdict      text NOT NULL,
  result       jsonb NOT NULL,
  checked_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, pair_id, run_id),
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, run_id) REFERENCES run ON DELETE CASCADE
);

-- An alarm: a prompt to look, not a verdict. The verdict is a person's.
CREATE TABLE finding (
  workspace_id     uuid NOT NULL,
  id               uuid NOT NULL,
  pair_id          uuid NOT NULL,
  run_id           uuid,
  axis             text NOT NULL CHECK (axis IN ('time', 'step', 'kl')),
  -- The audit that raised it; for a run, when it was looked at.
  at               timestamptz NOT NULL,
  -- Since when, with the ends of the 90 % set: moments for the axis of time, otherwise places on the axis.
  onset_at         timestamptz,
  onset_low_at     timestamptz,
  onset_high_at    timestamptz,
  onset_x          double precision,
  onset_low_x      double precision,
  onset_high_x     double precision,
  gap              double precision,
  gap_low          double precision,
  gap_high         double precision,
  p_diverged       double precision NOT NULL,
  score            double precision,
  threshold        double precision,
  mode             text NOT NULL CHECK (mode IN ('regressional', 'extremal', 'causal', 'adversarial', 'undetermined')),
  mode_probability double precision NOT NULL,
  mode_said_at     timestamptz NOT NULL,
  evidence         text[] NOT NULL,
  method_version   integer NOT NULL,
  raised_at        timestamptz NOT NULL,
  -- Late or corrected values can make an alarm vanish; what an incident has taken up stays, marked.
  withdrawn_at     timestamptz,
  incident_id      uuid,
  taken_up_at      timestamptz,
  verdict          text CHECK (verdict IN ('accepted', 'declined')),
  verdict_reason   text,
  verdict_by_name  text,
  verdict_by_id    uuid,
  verdict_at       timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair,
  FOREIGN KEY (workspace_id, run_id) REFERENCES run,
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  CHECK ((axis = 'time') = (onset_at IS NOT NULL)),
  CHECK ((axis = 'time') = (onset_x IS NULL)),
  CHECK ((verdict IS NULL) = (verdict_at IS NULL))
);
CREATE INDEX finding_pair ON finding (workspace_id, pair_id, at DESC);
CREATE INDEX finding_raised ON finding (workspace_id, raised_at DESC, id DESC);
CREATE INDEX finding_waiting ON finding (raised_at) WHERE taken_up_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX finding_incident ON finding (workspace_id, incident_id) WHERE incident_id IS NOT NULL;
