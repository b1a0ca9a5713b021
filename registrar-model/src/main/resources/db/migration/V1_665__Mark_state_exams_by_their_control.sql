-- CTL-2, GOS-5: the mark makes the sheet, the form of control the retakes; both tell the same
UPDATE discipline SET control_form = 'STATE_EXAM' WHERE state_exam AND control_form = 'EXAM';
UPDATE discipline SET state_exam = (control_form = 'STATE_EXAM');
ALTER TABLE discipline ADD CONSTRAINT ck_discipline_state_exam CHECK (state_exam = (control_form = 'STATE_EXAM'));
