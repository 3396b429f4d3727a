-- What is done about incidents, and where governance stands by NIST AI RMF subcategory.

CREATE TABLE mitigation (
  workspace_id   uuid NOT NULL REFERENCES workspace,
  id             uuid NOT NULL,
  title          text NOT NULL,
  -- A technique of the catalogue; '' is none of them.
  approach       text NOT NULL DEFAULT '',
  stage          text NOT NULL CHECK (stage IN ('specification', 'training', 'post_training', 'runtime', 'organisational')),
  action         text NOT NULL DEFAULT '',
  status         text NOT NULL DEFAULT 'proposed'
                   CHECK (status IN ('proposed', 'planned', 'active', 'verified', 'ineffective', 'retired')),
  owner_id       uuid,
  due_on         date,
  cost           text CHECK (cost IN ('low', 'medium', 'high')),
  robustness     text CHECK (robustness IN ('weak', 'moderate', 'strong')),
  failure_mode   text CHECK (failure_mode IN ('brittle', 'shallow', 'does_not_scale', 'conflicts', 'gamed')),
  -- Measured on this pair, in units of its intent: what changed, with its 90 % interval.
  pair_id        uuid,
  effect         double precision,
  effect_low     double precision,
  effect_high    double precision,
  effect_unit    text NOT NULL DEFAULT '',
  measured_on    date,
  active_at      timestamptz,
  -- The incident that gave rise to it; whoever may not see that one does not see this either.
  incident_id    uuid,
  version        integer NOT NULL DEFAULT 1,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES member,
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair,
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  CHECK ((effect IS NULL) = (effect_low IS NULL) AND (effect IS NULL) = (effect_high IS NULL)),
  CHECK (effect IS NULL OR effect BETWEEN effect_low AND effect_high)
);
CREATE INDEX mitigation_created ON mitigation (workspace_id, created_at DESC, id DESC);
CREATE INDEX mitigation_incident ON mitigation (workspace_id, incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX mitigation_pair ON mitigation (workspace_id, pair_id) WHERE pair_id IS NOT NULL;
CREATE INDEX mitigation_owner ON mitigation (workspace_id, owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE incident_mitigation (
  workspace_id  uuid NOT NULL,
  incident_id   uuid NOT NULL,
  mitigation_id uuid NOT NULL,
  added_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, incident_id, mitigation_id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, mitigation_id) REFERENCES mitigation
);
CREATE INDEX incident_mitigation_of ON incident_mitigation (workspace_id, mitigation_id);

-- What an incident says about one subcategory: `MEASURE 2.13`.
CREATE TABLE rmf_mapping (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  incident_id  uuid NOT NULL,
  subcategory  text NOT NULL,
  assessment   text NOT NULL CHECK (assessment IN ('gap', 'failed_control', 'worked', 'improvement')),
  evidence     text NOT NULL DEFAULT '',
  owner_id     uuid,
  due_on       date,
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, incident_id, subcategory, assessment),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, owner_id) REFERENCES member
);
CREATE INDEX rmf_mapping_subcategory ON rmf_mapping (workspace_id, subcategory, incident_id);
CREATE INDEX rmf_mapping_owner ON rmf_mapping (workspace_id, owner_id) WHERE owner_id IS NOT NULL;

-- Where one system stands on one subcategory.
CREATE TABLE rmf_statement (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  system_id    uuid NOT NULL,
  subcategory  text NOT NULL,
  state        text NOT NULL CHECK (state IN ('not_started', 'in_progress', 'in_place', 'not_applicable')),
  target       text NOT NULL DEFAULT '',
  evidence     text NOT NULL DEFAULT '',
  owner_id     uuid,
  evidence_on  date,
  review_on    date,
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, system_id, subcategory),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system,
  FOREIGN KEY (workspace_id, owner_id) REFERENCES member
);
CREATE INDEX rmf_statement_subcategory ON rmf_statement (workspace_id, subcategory);
CREATE INDEX rmf_statement_owner ON rmf_statement (workspace_id, owner_id) WHERE owner_id IS NOT NULL;
