-- A student asks for the decision in person; it is kept, for an account may be another's later.
-- What stood against the matter when it was last judged is kept with its figures as they were; what
-- was written before in another form is forgotten, the rules are asked anew when it is carried out.
ALTER TABLE registration_request
  ADD COLUMN by_student BOOLEAN NOT NULL DEFAULT FALSE AFTER requested_by,
  MODIFY COLUMN obstacle TEXT NULL,
  ADD CONSTRAINT ck_registration_request_by_student CHECK (by_student = FALSE OR student_id IS NOT NULL);
UPDATE registration_request SET obstacle = NULL WHERE obstacle IS NOT NULL;
