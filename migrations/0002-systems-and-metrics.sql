-- What we run and what it is for: systems, versions, runs, objectives; metrics, pairs, series, observations.

CREATE TABLE ai_system (
  workspace_id  uuid NOT NULL REFERENCES workspace,
  id            uuid NOT NULL,
  key           text NOT NULL,
  name          text NOT NULL,
  purpose       text NOT NULL DEFAULT '',
  owner_team_id uuid,
  stage         text NOT NULL CHECK (stage IN ('design', 'training', 'evaluation', 'staging', 'production', 'retired')),
  role          text NOT NULL CHECK (role IN ('provider', 'deployer', 'provider_and_deployer')),
  risk_class    text NOT NULL CHECK (risk_class IN ('unassessed', 'minimal', 'limited', 'high', 'prohibited')),
  jurisdictions text[] NOT NULL DEFAULT '{}',
  version       integer NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  archived_at   timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, key),
  FOREIGN KEY (workspace_id, owner_team_id) REFERENCES team ON DELETE SET NULL (owner_team_id)
);

CREATE TABLE system_version (
  workspace_id    uuid NOT NULL,
  id              uuid NOT NULL,
  system_id       uuid NOT NULL,
  name            text NOT NULL,
  released_at     timestamptz,
  capability_tier text NOT NULL DEFAULT '',
  notes           text NOT NULL DEFAULT '',
  version         integer NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  archived_at     timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, system_id, name),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system
);

-- A training or evaluation run; `external_id` is its name in the tool that ran it.
CREATE TABLE run (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  system_id    uuid NOT NULL,
  version_id   uuid,
  kind         text NOT NULL CHECK (kind IN ('training', 'evaluation')),
  external_id  text NOT NULL,
  link         text NOT NULL DEFAULT '',
  started_at   timestamptz,
  ended_at     timestamptz,
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  archived_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, system_id, external_id),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system,
  FOREIGN KEY (workspace_id, version_id) REFERENCES system_version
);
CREATE INDEX run_version ON run (workspace_id, version_id);

-- What people want (intent) and what is literally optimised (specification). How hard the intent is to write down:
-- four judgements from 0 (not at all) to 3 (very).
CREATE TABLE objective (
  workspace_id      uuid NOT NULL,
  id                uuid NOT NULL,
  system_id         uuid NOT NULL,
  name              text NOT NULL,
  intent            text NOT NULL CHECK (intent <> ''),
  specification     text NOT NULL CHECK (specification <> ''),
  context_dependent smallint CHECK (context_dependent BETWEEN 0 AND 3),
  implicit          smallint CHECK (implicit BETWEEN 0 AND 3),
  multi_dimensional smallint CHECK (multi_dimensional BETWEEN 0 AND 3),
  changing          smallint CHECK (changing BETWEEN 0 AND 3),
  version           integer NOT NULL DEFAULT 1,
  created_at        timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  archived_at       timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system
);
CREATE INDEX objective_system ON objective (workspace_id, system_id);

-- Known ways to satisfy the specification without the intent.
CREATE TABLE objective_loophole (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  objective_id uuid NOT NULL,
  description  text NOT NULL,
  state        text NOT NULL CHECK (state IN ('open', 'closed', 'accepted')),
  found_on     date NOT NULL,
  note         text NOT NULL DEFAULT '',
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, objective_id) REFERENCES objective
);
CREATE INDEX objective_loophole_objective ON objective_loophole (workspace_id, objective_id);

CREATE TABLE metric (
  workspace_id  uuid NOT NULL,
  id            uuid NOT NULL,
  system_id     uuid NOT NULL,
  objective_id  uuid,
  key           text NOT NULL,
  name          text NOT NULL,
  description   text NOT NULL DEFAULT '',
  role          text NOT NULL CHECK (role IN ('proxy', 'intent', 'guardrail', 'distribution', 'diagnostic')),
  kind          text NOT NULL CHECK (kind IN ('reward', 'automatic_score', 'llm_judge', 'human_rating', 'behavioural',
                                              'complaint', 'business')),
  unit          text NOT NULL DEFAULT '',
  direction     text NOT NULL CHECK (direction IN ('higher_better', 'lower_better', 'target_band')),
  band_low      double precision,
  band_high     double precision,
  scale         text NOT NULL CHECK (scale IN ('proportion', 'score', 'unbounded')),
  dimension     text CHECK (dimension IN ('helpfulness', 'harmlessness', 'honesty', 'steerability')),
  granularity   text NOT NULL CHECK (granularity IN ('response', 'dialogue', 'long_horizon')),
  basis         text NOT NULL CHECK (basis IN ('process', 'outcome')),
  -- Written by keys, read only by people and keys with the scope for it.
  held_out      boolean NOT NULL DEFAULT false,
  introduced_on date,
  review_by_on  date,
  retired_on    date,
  activated_at  timestamptz,
  version       integer NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  archived_at   timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, key),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system,
  FOREIGN KEY (workspace_id, objective_id) REFERENCES objective,
  CHECK (band_low IS NULL OR band_high IS NULL OR band_low <= band_high),
  CHECK (direction <> 'target_band' OR (band_low IS NOT NULL AND band_high IS NOT NULL)),
  CHECK (role <> 'proxy' OR activated_at IS NULL OR objective_id IS NOT NULL)
);
CREATE INDEX metric_system ON metric (workspace_id, system_id);
CREATE INDEX metric_objective ON metric (workspace_id, objective_id);

-- A proxy and the intent it stands for. Environment, segment and context narrow which series count; '' = all.
CREATE TABLE metric_pair (
  workspace_id          uuid NOT NULL,
  id                    uuid NOT NULL,
  system_id             uuid NOT NULL,
  objective_id          uuid NOT NULL,
  proxy_metric_id       uuid NOT NULL,
  intent_metric_id      uuid NOT NULL,
  name                  text NOT NULL,
  axis                  text NOT NULL CHECK (axis IN ('time', 'step', 'kl')),
  environment           text NOT NULL DEFAULT '',
  segment               text NOT NULL DEFAULT '',
  context               text NOT NULL DEFAULT '' CHECK (context IN ('', 'training', 'evaluation', 'deployment')),
  run_id                uuid,
  reference_from_on     date,
  reference_to_on       date,
  -- Accepted false alarms in one year of this pair.
  false_alarms_per_year double precision NOT NULL DEFAULT 0.2 CHECK (false_alarms_per_year > 0),
  -- How often the intent is meant to be measured; later than that is overdue.
  audit_every_days      integer CHECK (audit_every_days > 0),
  state                 text NOT NULL DEFAULT 'draft'
                          CHECK (state IN ('draft', 'learning', 'quiet', 'diverged', 'overdue', 'no_data')),
  activated_at          timestamptz,
  version               integer NOT NULL DEFAULT 1,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  archived_at           timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system,
  FOREIGN KEY (workspace_id, objective_id) REFERENCES objective,
  FOREIGN KEY (workspace_id, proxy_metric_id) REFERENCES metric,
  FOREIGN KEY (workspace_id, intent_metric_id) REFERENCES metric,
  FOREIGN KEY (workspace_id, run_id) REFERENCES run,
  CHECK (proxy_metric_id <> intent_metric_id),
  CHECK (reference_from_on IS NULL OR reference_to_on IS NULL OR reference_from_on <= reference_to_on),
  CHECK ((state = 'draft') = (activated_at IS NULL))
);
CREATE INDEX metric_pair_system ON metric_pair (workspace_id, system_id);
CREATE INDEX metric_pair_proxy ON metric_pair (workspace_id, proxy_metric_id);
CREATE INDEX metric_pair_intent ON metric_pair (workspace_id, intent_metric_id);

-- One line of numbers. '' is "not said"; version and run are null instead, since a foreign key cannot hold ''.
CREATE TABLE series (
  workspace_id    uuid NOT NULL,
  id              uuid NOT NULL,
  metric_id       uuid NOT NULL,
  environment     text NOT NULL DEFAULT '',
  segment         text NOT NULL DEFAULT '',
  version_id      uuid,
  run_id          uuid,
  context         text NOT NULL DEFAULT '' CHECK (context IN ('', 'training', 'evaluation', 'deployment')),
  -- Whether the system was being evaluated: compared against its twin for behaviour that changes when observed.
  being_evaluated text NOT NULL DEFAULT '' CHECK (being_evaluated IN ('', 'yes', 'no')),
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE NULLS NOT DISTINCT
    (workspace_id, metric_id, environment, segment, version_id, run_id, context, being_evaluated),
  FOREIGN KEY (workspace_id, metric_id) REFERENCES metric,
  FOREIGN KEY (workspace_id, version_id) REFERENCES system_version,
  FOREIGN KEY (workspace_id, run_id) REFERENCES run
);
CREATE INDEX series_version ON series (workspace_id, version_id);
CREATE INDEX series_run ON series (workspace_id, run_id);

-- Values over time. The month partitions are made by the API (24 back to 2 ahead); what is older falls into the rest.
CREATE TABLE observation (
  workspace_id uuid NOT NULL,
  series_id    uuid NOT NULL,
  ts           timestamptz NOT NULL,
  value        double precision NOT NULL,
  n            integer CHECK (n > 0),
  PRIMARY KEY (workspace_id, series_id, ts) INCLUDE (value, n),
  FOREIGN KEY (workspace_id, series_id) REFERENCES series
) PARTITION BY RANGE (ts);
CREATE TABLE observation_older PARTITION OF observation DEFAULT;

-- Values over the steps of a run, with the distance travelled (KL) and the time where they are known.
CREATE TABLE step_observation (
  workspace_id uuid NOT NULL,
  series_id    uuid NOT NULL,
  step         bigint NOT NULL CHECK (step >= 0),
  ts           timestamptz,
  kl           double precision,
  value        double precision NOT NULL,
  n            integer CHECK (n > 0),
  PRIMARY KEY (workspace_id, series_id, step),
  FOREIGN KEY (workspace_id, series_id) REFERENCES series
);

-- The sender's name for a point, so that a correction moves it instead of adding another.
CREATE TABLE observation_external_id (
  workspace_id uuid NOT NULL,
  metric_id    uuid NOT NULL,
  external_id  text NOT NULL,
  series_id    uuid NOT NULL,
  ts           timestamptz,
  step         bigint,
  PRIMARY KEY (workspace_id, metric_id, external_id),
  FOREIGN KEY (workspace_id, metric_id) REFERENCES metric,
  FOREIGN KEY (workspace_id, series_id) REFERENCES series,
  CHECK ((ts IS NULL) <> (step IS NULL))
);
CREATE INDEX observation_external_id_series ON observation_external_id (workspace_id, series_id);
