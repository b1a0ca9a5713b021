-- A draft of a plan remembers the discipline it is to take the place of. So does a line that waits for its seat in
-- the place of one that has none: that other line stays in the plan until the seat is there.
ALTER TABLE study_plan_line
  ADD COLUMN instead_of_id BIGINT NULL AFTER seat_until,
  ADD CONSTRAINT fk_study_plan_line_instead FOREIGN KEY (instead_of_id) REFERENCES discipline (id),
  ADD CONSTRAINT ck_study_plan_line_instead CHECK (instead_of_id IS NULL OR instead_of_id <> discipline_id);
