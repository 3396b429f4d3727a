-- What belongs to the example story: removed with it in one go, kept out of exports. Objectives, metrics, pairs and
-- values belong to it by their system; comments, labels and mitigations by their incident, which has had the mark
-- from the beginning.
ALTER TABLE ai_system ADD COLUMN example boolean NOT NULL DEFAULT false;
ALTER TABLE team ADD COLUMN example boolean NOT NULL DEFAULT false;
ALTER TABLE member ADD COLUMN example boolean NOT NULL DEFAULT false;
CREATE INDEX incident_example ON incident (workspace_id, id) WHERE example;
