-- registration.payment: the retake of one exam after FX has a price of its own, and is paid beside
-- whatever is paid for the discipline in the same term

ALTER TABLE price_order
  DROP CONSTRAINT ck_price_order_purpose,
  ADD CONSTRAINT ck_price_order_purpose CHECK (purpose IN ('SUMMER', 'RETAKE', 'GPA_RAISE', 'FX'));

ALTER TABLE payment_request
  DROP CONSTRAINT ck_payment_request_purpose,
  ADD CONSTRAINT ck_payment_request_purpose CHECK (purpose IN ('SUMMER', 'RETAKE', 'GPA_RAISE', 'FX')),
  ADD CONSTRAINT ck_payment_request_fx CHECK (purpose <> 'FX' OR enrolment_id IS NULL),
  MODIFY COLUMN active_key TINYINT AS (CASE WHEN status IN ('REQUESTED', 'PAID') THEN CASE WHEN purpose = 'FX' THEN 2 ELSE 1 END END) PERSISTENT;
