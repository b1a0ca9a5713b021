-- registration: who waits for a section that is closed goes on waiting elsewhere, with the time of
-- the place; the office is asked about an enrolment whose prerequisite was lost
ALTER TABLE registration_log DROP CONSTRAINT ck_registration_log_act;
ALTER TABLE registration_log ADD CONSTRAINT ck_registration_log_act CHECK (act IN ('TAKEN', 'WAITING', 'REQUEUED', 'REFUSED', 'PROMOTED', 'LEFT_QUEUE', 'EXPIRED', 'DROPPED', 'WITHDRAWN', 'CANCELLED', 'MOVED_IN', 'MOVED_OUT', 'RESIZED', 'RESERVED', 'RELEASED', 'CLOSED'));
ALTER TABLE registration_request DROP CONSTRAINT ck_registration_request_enrolment;
ALTER TABLE registration_request ADD CONSTRAINT ck_registration_request_enrolment CHECK (kind = 'WAIVER' OR (kind = 'WITHDRAW') = (enrolment_id IS NOT NULL));
