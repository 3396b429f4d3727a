-- Members who leave and teams that end stay known by name wherever they once acted; names can be corrected.

ALTER TABLE member ADD COLUMN removed_at timestamptz;

ALTER TABLE team
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz,
  ADD COLUMN archived_at timestamptz;

ALTER TABLE workspace ADD COLUMN version integer NOT NULL DEFAULT 1;

-- One open invitation per address; the list shows the open ones.
CREATE UNIQUE INDEX invitation_open ON invitation (workspace_id, lower(email))
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
