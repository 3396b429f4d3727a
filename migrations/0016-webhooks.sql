-- What happens here is told elsewhere: who is told of what (webhook), and each telling with its tries (webhook_delivery).

CREATE TABLE webhook (
  workspace_id     uuid NOT NULL REFERENCES workspace,
  id               uuid NOT NULL,
  name             text NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('standard', 'slack', 'pagerduty')),
  url              text NOT NULL,
  -- What it wants to hear of; an empty list is everything.
  events           text[] NOT NULL DEFAULT '{}',
  severities       text[] NOT NULL DEFAULT '{}',
  system_ids       uuid[] NOT NULL DEFAULT '{}',
  team_ids         uuid[] NOT NULL DEFAULT '{}',
  -- What it signs with, the newest first: one, or two while the receiver changes. For PagerDuty its routing key.
  secrets          text[] NOT NULL,
  enabled          boolean NOT NULL DEFAULT true,
  -- Why it was turned off, where nobody did it by hand.
  disabled_because text NOT NULL DEFAULT '',
  -- The last act of the record that was looked at.
  seq              bigint NOT NULL,
  version          integer NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE webhook_delivery (
  workspace_id    uuid NOT NULL,
  id              uuid NOT NULL,
  webhook_id      uuid NOT NULL,
  -- The act it tells of; null for a test.
  seq             bigint,
  event           text NOT NULL,
  incident_id     uuid,
  payload         jsonb NOT NULL,
  state           text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts        integer NOT NULL DEFAULT 0,
  next_at         timestamptz,
  last_at         timestamptz,
  last_status     smallint,
  -- Why the last try failed, or why there is no other.
  problem         text NOT NULL DEFAULT '',
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, webhook_id, seq),
  FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhook ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident ON DELETE CASCADE,
  CHECK ((state = 'waiting') = (next_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_of ON webhook_delivery (workspace_id, webhook_id, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_incident ON webhook_delivery (workspace_id, incident_id);
CREATE INDEX webhook_delivery_age ON webhook_delivery (workspace_id, created_at) WHERE state <> 'waiting';
