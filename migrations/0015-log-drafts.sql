-- What somebody has begun to log and not sent: theirs alone, on whichever machine they go on.
CREATE TABLE log_draft (
  workspace_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  draft        jsonb NOT NULL,
  saved_at     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, person_id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES member
);
