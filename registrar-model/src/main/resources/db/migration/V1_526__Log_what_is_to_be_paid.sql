-- A seat that is asked for and given once it is paid is a decision too.
ALTER TABLE registration_log DROP CONSTRAINT ck_registration_log_act;
ALTER TABLE registration_log ADD CONSTRAINT ck_registration_log_act CHECK (act IN ('TAKEN', 'WAITING', 'REQUEUED', 'REQUESTED', 'REFUSED', 'PROMOTED', 'LEFT_QUEUE', 'EXPIRED', 'DROPPED', 'WITHDRAWN', 'CANCELLED', 'MOVED_IN', 'MOVED_OUT', 'RESIZED', 'RESERVED', 'RELEASED', 'CLOSED'));
