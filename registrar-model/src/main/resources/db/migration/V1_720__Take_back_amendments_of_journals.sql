-- RAT-8: who asked takes a request about a closed journal back before it is decided

ALTER TABLE rating_amendment ADD COLUMN withdrawn_at DATETIME(6) NULL AFTER decided_at;
ALTER TABLE rating_amendment DROP CONSTRAINT ck_rating_amendment_status;
ALTER TABLE rating_amendment ADD CONSTRAINT ck_rating_amendment_status
  CHECK (status IN ('REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN'));
ALTER TABLE rating_amendment DROP CONSTRAINT ck_rating_amendment_decided;
ALTER TABLE rating_amendment ADD CONSTRAINT ck_rating_amendment_decided
  CHECK ((status IN ('REQUESTED', 'WITHDRAWN')) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL));
ALTER TABLE rating_amendment ADD CONSTRAINT ck_rating_amendment_withdrawn
  CHECK ((status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL));
