package kz.miras.registrar.achievement.service.risk;

import java.util.Map;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.Advisers;

/** What lists of watched students say of a student, and who sees whom in them. */
final class WatchedStudents {

  /** Joins a table {@code k} of what is watched to the student and to whom they belong. */
  static final String JOINED =
      " k JOIN student s ON s.id = k.student_id JOIN programme p ON p.id = s.programme_id JOIN"
          + " org_unit v ON v.id = p.school_id LEFT JOIN student_group g ON g.id = s.group_id LEFT"
          + " JOIN teacher e ON e.id = s.adviser_id";

  /** Advisers see their advisees, deans their school. */
  static final Map<String, String> SCOPES =
      Map.of("OWN_SCHOOL", "p.school_id IN (:schools)", "OWN_ADVISEES", Advisers.OWN_ADVISEES);

  private WatchedStudents() {}

  static Column name() {
    return Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)");
  }

  static Column school() {
    return Column.text("school", "v.code").unsearched().hidden();
  }

  static Column adviser() {
    return Column.text("adviser", "CONCAT_WS(' ', e.last_name, e.first_name)")
        .unsearched()
        .hidden();
  }
}
