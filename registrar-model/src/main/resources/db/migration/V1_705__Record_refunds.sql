-- PAY-8: what was paid for nothing is paid back, recorded by another person than who marked the payment
ALTER TABLE payment_request
  ADD COLUMN refunded_on DATE NULL AFTER marked_at,
  ADD COLUMN refund_document VARCHAR(200) NULL AFTER refunded_on,
  ADD COLUMN refunded_by VARCHAR(64) NULL AFTER refund_document,
  ADD COLUMN refunded_at DATETIME(6) NULL AFTER refunded_by,
  DROP CONSTRAINT ck_payment_request_status,
  ADD CONSTRAINT ck_payment_request_status CHECK (status IN ('REQUESTED', 'PAID', 'REFUNDED', 'EXPIRED', 'WITHDRAWN')),
  DROP CONSTRAINT ck_payment_request_paid,
  ADD CONSTRAINT ck_payment_request_paid CHECK (status NOT IN ('PAID', 'REFUNDED') OR (paid_on IS NOT NULL AND document IS NOT NULL AND marked_by IS NOT NULL)),
  ADD CONSTRAINT ck_payment_request_refunded CHECK ((status = 'REFUNDED') = (refunded_on IS NOT NULL) AND (status <> 'REFUNDED' OR (refund_document IS NOT NULL AND refunded_at IS NOT NULL AND refunded_on >= paid_on AND refunded_by <> marked_by)));
