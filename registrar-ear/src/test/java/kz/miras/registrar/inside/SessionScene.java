package kz.miras.registrar.inside;

import java.sql.SQLException;
import kz.miras.registrar.attestation.service.SheetFormation;

/** A term of its own far ahead, so that forming its session touches no sheet of another test. */
final class SessionScene {

  private static final String ENROL =
      "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
          + " enrolled_at) VALUES (?, UUID(), ?, ?, ?, ?, 'ENROLLED', NOW(6))";

  private SessionScene() {}

  /** The session of a term. */
  static void session(long term, String from, String to) throws SQLException {
    Scene.change(
        "INSERT INTO calendar_event (id, term_id, kind, starts_on, ends_on) VALUES (?, ?,"
            + " 'SESSION', ?, ?)",
        Scene.next("calendar_seq"),
        term,
        from,
        to);
  }

  /** An offering in this term of a discipline nobody knows yet. */
  static long offering(long term, String kind, String control) throws SQLException {
    long offering = Scene.offering(5);
    Scene.change("UPDATE offering SET term_id = ? WHERE id = ?", term, offering);
    Scene.change(
        "UPDATE discipline d JOIN offering o ON o.discipline_id = d.id SET d.kind = ?,"
            + " d.control_form = ?, d.state_exam = ? WHERE o.id = ?",
        kind,
        control,
        control.equals("STATE_EXAM"),
        offering);
    return offering;
  }

  /** A group with a teacher. */
  static long group(long offering) throws SQLException {
    long section = Scene.section(offering, "GROUP", 30);
    Scene.change(
        "INSERT INTO section_teacher (id, section_id, teacher_id, duty, valid_from) SELECT ?, ?,"
            + " MIN(id), 'TEACHER', '2020-01-01' FROM teacher",
        Scene.next("registration_seq"),
        section);
    return section;
  }

  /** A student who studies at a level, the n-th from the last: other tests begin with the first. */
  static long student(String level, int at) throws SQLException {
    return Scene.number(
        "SELECT s.id FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status ="
            + " 'STUDYING' AND p.level = ? AND NOT EXISTS (SELECT 1 FROM account a WHERE"
            + " a.student_id = s.id AND a.login NOT LIKE 'in-%') ORDER BY s.id DESC LIMIT 1 OFFSET "
            + at,
        level);
  }

  /** Enrols somebody; without a group where the section is 0. */
  static long enrol(long student, long offering, long section, String type, int attempt)
      throws SQLException {
    long enrolment = Scene.next("registration_seq");
    Scene.change(ENROL, enrolment, student, offering, type, attempt);
    if (section != 0) {
      Scene.change(
          "INSERT INTO enrolment_place (enrolment_id, section_id, pool) VALUES (?, ?, 'ALL')",
          enrolment,
          section);
    }
    return enrolment;
  }

  /** Forms the session of a term as somebody of the office; how many sheets. */
  static int form(long term) throws Exception {
    SheetFormation formation = Inside.bean(SheetFormation.class);
    return Inside.as(Scene.holding("JUN"), () -> formation.formTerm(term));
  }

  /** The sheets of a group, as "kind level of the rules students", by level. */
  static String sheets(long section) throws SQLException {
    return Scene.text(
        "SELECT GROUP_CONCAT(CONCAT(h.kind, ' ', h.level, ' ', (SELECT COUNT(*) FROM sheet_row r"
            + " WHERE r.sheet_id = h.id), IF(h.level = u.level, '', ' other rules')) ORDER BY"
            + " h.level SEPARATOR ', ') FROM sheet h JOIN rule_set u ON u.code = h.rule_set_code"
            + " WHERE h.section_id = ?",
        section);
  }
}
