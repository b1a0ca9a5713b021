-- A discipline is taken once in a term (REG-10), whichever offering of it: the streams in two
-- languages are two offerings. Who is seated in one may wait for another, which takes its place then.
ALTER TABLE enrolment
  ADD COLUMN term_id BIGINT NULL,
  ADD COLUMN discipline_id BIGINT NULL;
UPDATE enrolment e JOIN offering o ON o.id = e.offering_id SET e.term_id = o.term_id, e.discipline_id = o.discipline_id;
ALTER TABLE enrolment
  ADD COLUMN seated_key TINYINT AS (CASE WHEN status = 'ENROLLED' THEN 1 END) PERSISTENT,
  ADD CONSTRAINT uq_enrolment_seated UNIQUE (student_id, term_id, discipline_id, seated_key);
-- both are the offering's: they are never written by hand
CREATE TRIGGER enrolment_of_offering BEFORE INSERT ON enrolment FOR EACH ROW
  SET NEW.term_id = (SELECT o.term_id FROM offering o WHERE o.id = NEW.offering_id),
    NEW.discipline_id = (SELECT o.discipline_id FROM offering o WHERE o.id = NEW.offering_id);
CREATE TRIGGER offering_of_enrolments AFTER UPDATE ON offering FOR EACH ROW
  UPDATE enrolment e SET e.term_id = NEW.term_id, e.discipline_id = NEW.discipline_id
  WHERE (NEW.term_id <> OLD.term_id OR NEW.discipline_id <> OLD.discipline_id) AND e.offering_id = NEW.id;
