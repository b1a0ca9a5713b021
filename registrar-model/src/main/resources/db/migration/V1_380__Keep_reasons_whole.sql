-- the reason of a request for a W or for closing a group becomes that of the enrolments it ends, of
-- the rows of their sheets and of what the students are told: none may be shorter than the request's
ALTER TABLE enrolment MODIFY reason VARCHAR(1000) NULL;
ALTER TABLE sheet_row MODIFY note VARCHAR(1000) NULL;
ALTER TABLE payment_request MODIFY reason VARCHAR(1000) NULL;
ALTER TABLE notice MODIFY args VARCHAR(4000) NOT NULL DEFAULT '';
