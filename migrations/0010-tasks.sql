-- What somebody has to do, by when, and about what. People write tasks; rules file them.
CREATE TABLE task (
  workspace_id  uuid NOT NULL REFERENCES workspace,
  id            uuid NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  title         text NOT NULL,
  note          text NOT NULL DEFAULT '',
  -- Where it stands elsewhere: the address of a ticket.
  link          text NOT NULL DEFAULT '',
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  owner_id      uuid,
  due_on        date,
  -- What it is about, at most one of these; whoever may not see that does not see the task either.
  incident_id   uuid,
  system_id     uuid,
  pair_id       uuid,
  mitigation_id uuid,
  subcategory   text,
  made_by_kind  text NOT NULL CHECK (made_by_kind IN ('person', 'key', 'system')),
  made_by_id    uuid,
  made_by_name  text NOT NULL,
  -- Why a rule filed it: `audit_overdue`. One such task about one thing is open at a time.
  reason        text,
  -- The one open task of its reason about its subject: `audit_overdue pair 0192...`; '' for those of people.
  rule_key      text NOT NULL DEFAULT '',
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  ended_at      timestamptz,
  ended_by_name text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES member,
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system,
  FOREIGN KEY (workspace_id, pair_id) REFERENCES metric_pair,
  FOREIGN KEY (workspace_id, mitigation_id) REFERENCES mitigation,
  CHECK (num_nonnulls(incident_id, system_id, pair_id, mitigation_id, subcategory) <= 1),
  CHECK ((state = 'open') = (ended_at IS NULL)),
  CHECK ((made_by_kind = 'system') = (reason IS NOT NULL) AND (reason IS NULL) = (rule_key = ''))
);
CREATE UNIQUE INDEX task_of_rule ON task (workspace_id, rule_key) WHERE state = 'open' AND rule_key <> '';
CREATE INDEX task_due ON task (workspace_id, state, due_on, id);
CREATE INDEX task_owner ON task (workspace_id, owner_id, state, due_on) WHERE owner_id IS NOT NULL;
CREATE INDEX task_incident ON task (workspace_id, incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX task_system ON task (workspace_id, system_id) WHERE system_id IS NOT NULL;
CREATE INDEX task_pair ON task (workspace_id, pair_id) WHERE pair_id IS NOT NULL;
CREATE INDEX task_mitigation ON task (workspace_id, mitigation_id) WHERE mitigation_id IS NOT NULL;
