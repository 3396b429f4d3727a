-- A source hands its incidents to a team, knows the keys of its tool (two may live while one replaces the other), and
-- comes in three more kinds.

ALTER TABLE source ADD COLUMN team_id uuid;
ALTER TABLE source ADD FOREIGN KEY (workspace_id, team_id) REFERENCES team;
ALTER TABLE source DROP CONSTRAINT source_kind_check;
ALTER TABLE source ADD CONSTRAINT source_kind_check
  CHECK (kind IN ('api', 'alertmanager', 'grafana', 'prometheus', 'otlp', 'webhook', 'promptfoo', 'cloudevents',
                  'pagerduty', 'langfuse'));

CREATE TABLE source_key (
  workspace_id uuid NOT NULL,
  source_id    uuid NOT NULL,
  api_key_id   uuid NOT NULL,
  PRIMARY KEY (workspace_id, source_id, api_key_id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source,
  FOREIGN KEY (workspace_id, api_key_id) REFERENCES api_key
);
