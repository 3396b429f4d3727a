-- Triage together: who is looking at what, until when an incident sleeps, when the meeting is, what is not the same.

-- A person who looks at an incident holds it for a few minutes, so that others see it and take another one.
CREATE TABLE triage_lease (
  workspace_id uuid NOT NULL,
  incident_id  uuid NOT NULL,
  holder_id    uuid NOT NULL,
  until        timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, incident_id),
  FOREIGN KEY (workspace_id, incident_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, holder_id) REFERENCES member
);
CREATE INDEX triage_lease_holder ON triage_lease (workspace_id, holder_id);

-- A snooze may be for one environment only: seen in another one, the incident is back. Or for a number of times:
-- so many more, and it is back; at the latest at snoozed_until.
ALTER TABLE incident
  ADD COLUMN snooze_environment text CHECK (snooze_environment IN ('design', 'training', 'evaluation', 'staging', 'production')),
  ADD COLUMN snooze_count       integer CHECK (snooze_count > 0);
CREATE INDEX incident_due ON incident (snoozed_until) WHERE triage_state = 'snoozed';

-- When the triage meeting is, in the time zone of the workspace.
ALTER TABLE workspace
  ADD COLUMN meeting_day  text NOT NULL DEFAULT 'tuesday'
    CHECK (meeting_day IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
  ADD COLUMN meeting_time text NOT NULL DEFAULT '10:00';

-- A person said that these two are not the same: no rule merges them again.
CREATE TABLE incident_apart (
  workspace_id uuid NOT NULL,
  one_id       uuid NOT NULL,
  other_id     uuid NOT NULL,
  said_by_name text NOT NULL,
  said_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, one_id, other_id),
  FOREIGN KEY (workspace_id, one_id) REFERENCES incident,
  FOREIGN KEY (workspace_id, other_id) REFERENCES incident
);
