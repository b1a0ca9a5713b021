-- access.event: orders beside what else has happened

ALTER TABLE api_event
  ADD COLUMN order_id BIGINT NULL AFTER document_id,
  DROP CONSTRAINT ck_api_event_type,
  ADD CONSTRAINT ck_api_event_type CHECK (type IN ('GRADE_POSTED', 'ENROLLMENT_CHANGED', 'EXAM_RESCHEDULED', 'ORDER_SIGNED', 'STUDENT_STATUS_CHANGED', 'TRANSCRIPT_ISSUED')),
  ADD CONSTRAINT fk_api_event_order FOREIGN KEY (order_id) REFERENCES student_order (id);
