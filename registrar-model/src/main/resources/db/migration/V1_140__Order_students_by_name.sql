-- student: the first page of 20,000 is read in the order of the list, not sorted
CREATE INDEX ix_student_list ON student (last_name, first_name, student_no);
DROP INDEX ix_student_name ON student;
