-- Of an offering with several streams a student chooses the stream as well as the group. A line of a plan
-- names the stream as it names the group: the one chosen, or the one there is a seat in.
ALTER TABLE study_plan_line
  ADD COLUMN stream_id BIGINT NULL AFTER section_id,
  ADD CONSTRAINT fk_study_plan_line_stream FOREIGN KEY (stream_id) REFERENCES section (id);
ALTER TABLE enrolment
  ADD COLUMN wished_stream_id BIGINT NULL AFTER wished_section_id,
  ADD CONSTRAINT fk_enrolment_wished_stream FOREIGN KEY (wished_stream_id) REFERENCES section (id);
UPDATE study_plan_line l
  JOIN enrolment_place p ON p.enrolment_id = l.enrolment_id
  JOIN section x ON x.id = p.section_id AND x.kind = 'LECTURE'
  SET l.stream_id = x.id;
UPDATE study_plan_line l
  JOIN waiting_place w ON w.enrolment_id = l.enrolment_id AND NOT w.instead
  JOIN section x ON x.id = w.section_id AND x.kind = 'LECTURE'
  SET l.stream_id = x.id
  WHERE l.stream_id IS NULL;
