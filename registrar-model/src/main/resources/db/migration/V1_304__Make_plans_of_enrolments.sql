-- Whoever was enrolled before plans existed has a plan with confirmed lines. Their keys lie in a range
-- of their own, far above what the sequence reaches.
INSERT INTO study_plan (id, uuid, student_id, academic_year_id, status, registered_at, registered_by)
  SELECT 1000000000000000 + ROW_NUMBER() OVER (ORDER BY x.student_id, x.academic_year_id), UUID(), x.student_id, x.academic_year_id, 'REGISTERED', UTC_TIMESTAMP(6), 'system'
  FROM (SELECT DISTINCT e.student_id, t.academic_year_id
        FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN term t ON t.id = o.term_id
        WHERE t.closed_at IS NULL AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED')) x
  WHERE NOT EXISTS (SELECT 1 FROM study_plan p WHERE p.student_id = x.student_id AND p.academic_year_id = x.academic_year_id);

INSERT IGNORE INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, offering_id, section_id, enrolment_id, status, decided_at, decided_by)
  SELECT 1000000000000000 + ROW_NUMBER() OVER (ORDER BY e.id), p.id, o.term_id, o.discipline_id, e.type, o.language, o.id,
         (SELECT MIN(s.id) FROM enrolment_place q JOIN section s ON s.id = q.section_id AND s.kind = 'GROUP' WHERE q.enrolment_id = e.id),
         e.id, 'REGISTERED', UTC_TIMESTAMP(6), 'system'
  FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN term t ON t.id = o.term_id
  JOIN study_plan p ON p.student_id = e.student_id AND p.academic_year_id = t.academic_year_id
  WHERE t.closed_at IS NULL AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED');
