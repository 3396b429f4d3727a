-- Who is told of what, and how: followed things, notifications, how somebody wants them, mails on their way.

-- What somebody said about following an incident or a system; who said nothing follows what they take part in.
CREATE TABLE incident_follower (
  workspace_id uuid NOT NULL,
  incident_id  uuid NOT NULL,
  person_id    uuid NOT NULL,
  follows      boolean NOT NULL,
  said_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, incident_id, person_id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, person_id) REFERENCES member
);
CREATE TABLE system_follower (
  workspace_id uuid NOT NULL,
  system_id    uuid NOT NULL,
  person_id    uuid NOT NULL,
  follows      boolean NOT NULL,
  said_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, system_id, person_id),
  FOREIGN KEY (workspace_id, system_id) REFERENCES ai_system,
  FOREIGN KEY (workspace_id, person_id) REFERENCES member
);

-- How far the record of a workspace has been read for what people want to know, and the day of the last digest.
CREATE TABLE notify_cursor (
  workspace_id uuid PRIMARY KEY REFERENCES workspace,
  seq          bigint NOT NULL,
  digest_on    date
);
-- What happened before there were notifications is no news.
INSERT INTO notify_cursor (workspace_id, seq) SELECT workspace_id, activity_seq FROM workspace_counter;

CREATE TABLE notification_preference (
  workspace_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  kind         text NOT NULL,
  in_app       boolean NOT NULL,
  mail         text NOT NULL CHECK (mail IN ('at_once', 'daily', 'off')),
  PRIMARY KEY (workspace_id, person_id, kind),
  FOREIGN KEY (workspace_id, person_id) REFERENCES member
);

-- One mail to one person. What it says is written when it is sent, from what they may see then.
CREATE TABLE mail_delivery (
  workspace_id uuid NOT NULL REFERENCES workspace,
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('at_once', 'digest')),
  state        text NOT NULL CHECK (state IN ('waiting', 'sent', 'withheld', 'dead')),
  attempts     integer NOT NULL DEFAULT 0,
  next_at      timestamptz NOT NULL,
  last_error   text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES member
);
CREATE INDEX mail_delivery_due ON mail_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX mail_delivery_state ON mail_delivery (workspace_id, state, created_at DESC, id DESC);

-- One event told to one person, once.
CREATE TABLE notification (
  workspace_id uuid NOT NULL REFERENCES workspace,
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  seq          bigint NOT NULL,
  kind         text NOT NULL,
  verb         text NOT NULL,
  actor_name   text NOT NULL,
  incident_id  uuid,
  comment_id   uuid,
  task_id      uuid,
  in_app       boolean NOT NULL,
  mail         text NOT NULL CHECK (mail IN ('at_once', 'daily', 'off')),
  delivery_id  uuid,
  at           timestamptz NOT NULL,
  read_at      timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, person_id, seq),
  FOREIGN KEY (workspace_id, person_id) REFERENCES member,
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, comment_id) REFERENCES incident_comment,
  FOREIGN KEY (workspace_id, task_id) REFERENCES task,
  FOREIGN KEY (workspace_id, delivery_id) REFERENCES mail_delivery
);
CREATE INDEX notification_unread ON notification (workspace_id, person_id, seq DESC) WHERE read_at IS NULL AND in_app;
CREATE INDEX notification_daily ON notification (workspace_id, person_id) WHERE mail = 'daily' AND delivery_id IS NULL;
CREATE INDEX notification_delivery ON notification (workspace_id, delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX notification_incident ON notification (workspace_id, incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX notification_comment ON notification (workspace_id, comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX notification_task ON notification (workspace_id, task_id) WHERE task_id IS NOT NULL;

-- The link at the foot of a mail leads to whom it was for.
ALTER TABLE credential DROP CONSTRAINT credential_kind_check;
ALTER TABLE credential ADD CONSTRAINT credential_kind_check
  CHECK (kind IN ('api_key', 'invitation', 'routing_key', 'source', 'mail'));
