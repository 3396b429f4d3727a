-- Incidents: the record, its systems, metrics and labels, what people said about it, and how incidents relate.

CREATE TABLE incident (
  workspace_id                uuid NOT NULL REFERENCES workspace,
  id                          uuid NOT NULL,
  -- The human number: INC-<number>. Never reused.
  number                      integer NOT NULL,
  version                     integer NOT NULL DEFAULT 1,
  title                       text NOT NULL,
  description                 text NOT NULL DEFAULT '',
  intended_goal               text NOT NULL DEFAULT '',
  specified_objective         text NOT NULL DEFAULT '',
  observed_behaviour          text NOT NULL DEFAULT '',
  lesson                      text NOT NULL DEFAULT '',
  suspected_learned_objective text NOT NULL DEFAULT '',
  -- Kept by the service from title, boxes, description and comments.
  search_text                 text NOT NULL DEFAULT '',
  record_kind                 text NOT NULL CHECK (record_kind IN ('incident', 'near_miss', 'hazard', 'red_team_finding',
                                                   'evaluation_finding', 'drill', 'reference')),
  triage_state                text NOT NULL DEFAULT 'pending'
                                CHECK (triage_state IN ('pending', 'accepted', 'declined', 'snoozed', 'duplicate')),
  status                      text CHECK (status IN ('open', 'investigating', 'mitigating', 'monitoring', 'resolved', 'closed')),
  substatus                   text CHECK (substatus IN ('new', 'ongoing', 'escalating', 'regressed')),
  decline_reason              text,
  decision_note               text NOT NULL DEFAULT '',
  resolution                  text,
  residual_risk               text NOT NULL DEFAULT '',
  recheck_on                  date,
  snoozed_until               timestamptz,
  duplicate_of_id             uuid,
  severity                    text CHECK (severity IN ('sev1', 'sev2', 'sev3', 'sev4')),
  severity_reason             text NOT NULL DEFAULT '',
  oecd_severity               text,
  harm_realisation            text,
  evidence_grade              text,
  environment                 text,
  objective_id                uuid,
  occurred_at                 timestamptz,
  occurred_precision          text NOT NULL DEFAULT 'exact',
  detected_at                 timestamptz,
  reported_at                 timestamptz NOT NULL,
  aware_at                    timestamptz,
  accepted_at                 timestamptz,
  mitigated_at                timestamptz,
  resolved_at                 timestamptz,
  closed_at                   timestamptz,
  updated_at                  timestamptz NOT NULL,
  reporter_kind               text NOT NULL,
  reporter_id                 uuid,
  reporter_name               text NOT NULL,
  source_kind                 text NOT NULL CHECK (source_kind IN ('form', 'api', 'detector', 'tool', 'import', 'example')),
  source_name                 text NOT NULL DEFAULT '',
  external_ids                jsonb NOT NULL DEFAULT '[]',
  owner_id                    uuid,
  team_id                     uuid,
  tags                        text[] NOT NULL DEFAULT '{}',
  visibility                  text NOT NULL DEFAULT 'workspace' CHECK (visibility IN ('workspace', 'team', 'restricted')),
  -- People who may see a restricted incident, besides its owner, its reporter and administrators.
  visible_to                  uuid[] NOT NULL DEFAULT '{}',
  -- Part of the example story: removed with it, kept out of exports.
  example                     boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES member,
  FOREIGN KEY (workspace_id, team_id) REFERENCES team,
  FOREIGN KEY (workspace_id, objective_id) REFERENCES objective,
  FOREIGN KEY (workspace_id, duplicate_of_id) REFERENCES incident,
  -- Only accepted incidents have a status; a declined one has a reason; a closed one everything that closing asks for.
  CHECK ((triage_state = 'accepted') = (status IS NOT NULL)),
  CHECK ((triage_state = 'accepted') = (substatus IS NOT NULL)),
  CHECK ((triage_state = 'declined') = (decline_reason IS NOT NULL)),
  CHECK ((triage_state = 'duplicate') = (duplicate_of_id IS NOT NULL)),
  CHECK ((triage_state = 'snoozed') = (snoozed_until IS NOT NULL)),
  CHECK (status IS DISTINCT FROM 'closed' OR (resolution IS NOT NULL AND residual_risk <> '' AND recheck_on IS NOT NULL))
);
CREATE INDEX incident_reported ON incident (workspace_id, reported_at DESC, id DESC);
CREATE INDEX incident_updated ON incident (workspace_id, updated_at DESC, id DESC);
CREATE INDEX incident_queue ON incident (workspace_id, triage_state, reported_at DESC, id DESC);
CREATE INDEX incident_status ON incident (workspace_id, status, reported_at DESC, id DESC) WHERE status IS NOT NULL;
CREATE INDEX incident_owner ON incident (workspace_id, owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX incident_duplicates ON incident (workspace_id, duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;
CREATE INDEX incident_title_trigrams ON incident USING gin (title gin_trgm_ops);

CREATE TABLE incident_system (
  workspace_id uuid NOT NULL,
  incident_id  uuid NOT NULL,
  system_id    uuid NOT NULL,
  role         text NOT NULL CHECK (role IN ('primary', 'contributing', 'interacting')),
  PRIMARY KEY (workspace_id, incident_id, system_id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system
);
CREATE INDEX incident_system_of ON incident_system (workspace_id, system_id);

CREATE TABLE incident_metric (
  workspace_id uuid NOT NULL,
  incident_id  uuid NOT NULL,
  metric_id    uuid NOT NULL,
  PRIMARY KEY (workspace_id, incident_id, metric_id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, metric_id) REFERENCES metric
);
CREATE INDEX incident_metric_of ON incident_metric (workspace_id, metric_id);

CREATE TABLE incident_pair (
  workspace_id uuid NOT NULL,
  incident_id  uuid NOT NULL,
  pair_id      uuid NOT NULL,
  PRIMARY KEY (workspace_id, incident_id, pair_id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair
);
CREATE INDEX incident_pair_of ON incident_pair (workspace_id, pair_id);

-- One row per classification label: which question (facet), which answer, how sure, who said so and why.
CREATE TABLE incident_label (
  workspace_id uuid NOT NULL,
  incident_id  uuid NOT NULL,
  facet        text NOT NULL,
  value        text NOT NULL,
  certainty    text NOT NULL CHECK (certainty IN ('known', 'potential')),
  provenance   text NOT NULL CHECK (provenance IN ('person', 'rule', 'model', 'detector')),
  set_by_name  text NOT NULL,
  set_by_id    uuid,
  rationale    text NOT NULL DEFAULT '',
  quote        text NOT NULL DEFAULT '',
  set_at       timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, incident_id, facet, value),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident
);
CREATE INDEX incident_label_value ON incident_label (workspace_id, facet, value, incident_id);

CREATE TABLE incident_comment (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  incident_id  uuid NOT NULL,
  author_kind  text NOT NULL,
  author_id    uuid,
  author_name  text NOT NULL,
  body         text NOT NULL,
  created_at   timestamptz NOT NULL,
  edited_at    timestamptz,
  removed_at   timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident
);
CREATE INDEX incident_comment_of ON incident_comment (workspace_id, incident_id, created_at);

CREATE TABLE incident_evidence (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  incident_id  uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('link', 'transcript')),
  title        text NOT NULL,
  content      text NOT NULL,
  added_by_name text NOT NULL,
  added_by_id  uuid,
  added_at     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident
);
CREATE INDEX incident_evidence_of ON incident_evidence (workspace_id, incident_id, added_at);

CREATE TABLE incident_link (
  workspace_id uuid NOT NULL,
  id           uuid NOT NULL,
  from_id      uuid NOT NULL,
  to_id        uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('similar_to', 'caused_by', 'regression_of', 'variant_of')),
  added_by_name text NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, from_id, to_id, kind),
  FOREIGN KEY (workspace_id, from_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, to_id) REFERENCES incident,
  CHECK (from_id <> to_id)
);
CREATE INDEX incident_link_to ON incident_link (workspace_id, to_id);
