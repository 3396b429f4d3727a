-- Files that support an incident, in the database: backed up, restored and removed with everything else.
ALTER TABLE incident_evidence DROP CONSTRAINT incident_evidence_kind_check;
ALTER TABLE incident_evidence ADD CONSTRAINT incident_evidence_kind_check
  CHECK (kind IN ('link', 'transcript', 'file'));

CREATE TABLE evidence_file (
  workspace_id uuid NOT NULL,
  evidence_id  uuid NOT NULL,
  -- Told from the content, never from a name.
  media_type   text NOT NULL,
  size_bytes   integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 10485760),
  sha256       bytea NOT NULL,
  data         bytea NOT NULL,
  PRIMARY KEY (workspace_id, evidence_id),
  FOREIGN KEY (workspace_id, evidence_id) REFERENCES incident_evidence ON DELETE CASCADE
);
-- Most files are packed already.
ALTER TABLE evidence_file ALTER COLUMN data SET STORAGE EXTERNAL;
