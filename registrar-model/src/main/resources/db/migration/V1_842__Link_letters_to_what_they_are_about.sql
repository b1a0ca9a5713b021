-- correspondence: the students, documents and cases a letter is about, as many as there are

CREATE TABLE letter_link (
  id          BIGINT      NOT NULL PRIMARY KEY,
  uuid        UUID        NOT NULL,
  letter_id   BIGINT      NOT NULL,
  student_id  BIGINT      NULL,
  document_id BIGINT      NULL,
  -- a case it is kept in beside that of its number
  case_id     BIGINT      NULL,
  added_by    VARCHAR(64) NOT NULL,
  added_at    DATETIME(6) NOT NULL,
  CONSTRAINT uq_letter_link_uuid UNIQUE (uuid),
  CONSTRAINT uq_letter_link_student UNIQUE (letter_id, student_id),
  CONSTRAINT uq_letter_link_document UNIQUE (letter_id, document_id),
  CONSTRAINT uq_letter_link_case UNIQUE (letter_id, case_id),
  CONSTRAINT fk_letter_link_letter FOREIGN KEY (letter_id) REFERENCES letter (id),
  CONSTRAINT fk_letter_link_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_letter_link_document FOREIGN KEY (document_id) REFERENCES issued_document (id),
  CONSTRAINT fk_letter_link_case FOREIGN KEY (case_id) REFERENCES file_case (id),
  CONSTRAINT ck_letter_link_one CHECK ((student_id IS NOT NULL) + (document_id IS NOT NULL) + (case_id IS NOT NULL) = 1)
);

INSERT INTO letter_link (id, uuid, letter_id, student_id, added_by, added_at)
SELECT NEXT VALUE FOR letter_seq, UUID(), id, student_id, created_by, created_at FROM letter WHERE student_id IS NOT NULL;
INSERT INTO letter_link (id, uuid, letter_id, document_id, added_by, added_at)
SELECT NEXT VALUE FOR letter_seq, UUID(), id, document_id, created_by, created_at FROM letter WHERE document_id IS NOT NULL;

ALTER TABLE letter
  DROP FOREIGN KEY fk_letter_student,
  DROP FOREIGN KEY fk_letter_document,
  DROP COLUMN student_id,
  DROP COLUMN document_id;
