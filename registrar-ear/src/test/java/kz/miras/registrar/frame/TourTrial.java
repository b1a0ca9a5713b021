package kz.miras.registrar.frame;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleValues;

/** A trial of the rules that wait in the tour, with one student of whom everything differs. */
final class TourTrial {

  private static final String TRIAL = "(SELECT MAX(id) FROM rule_trial)";

  private TourTrial() {}

  /** Keeps it for a proposal of nothing but defaults. */
  static void keep(Connection database) throws SQLException {
    try (PreparedStatement head =
        database.prepareStatement(
            "INSERT INTO rule_trial (id, uuid, level, fingerprint, rule_set_code, judged_on,"
                + " year_start, tried_by, tried_at) VALUES (NEXTVAL(achievement_seq), UUID(),"
                + " 'BACHELOR', ?, 'policy-bachelor', '2026-11-01', 2026, 'director', NOW(6))")) {
      head.setBytes(1, RuleValues.fingerprint(Level.BACHELOR, Map.of()));
      head.executeUpdate();
    }
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO rule_trial_value SELECT " + TRIAL + ", 'EXAM_MIN', '60'");
      statement.executeUpdate(
          "INSERT INTO rule_trial_value SELECT " + TRIAL + ", 'REG_SOFT_CREDITS', '28'");
      statement.executeUpdate(
          "INSERT INTO rule_trial_term SELECT "
              + TRIAL
              + ", a.term_id FROM achievement a WHERE a.id = (SELECT MIN(id) FROM achievement)");
      statement.executeUpdate(
          "INSERT INTO rule_trial_line SELECT "
              + TRIAL
              + ", s.id, s.programme_id, s.course_year, 2.89, 1.67, 2.89, 1.67, 15, 5, 0, 1, 0, 10,"
              + " 'PROMOTED', 'REPEAT', 'GOOD', 'AT_RISK', 2.89, 1.67, 2.30, 2.30, 'BELOW', 1 FROM"
              + " student s WHERE s.id = (SELECT student_id FROM achievement WHERE id = (SELECT"
              + " MIN(id) FROM achievement))");
      statement.executeUpdate(
          "INSERT INTO rule_trial_result SELECT "
              + TRIAL
              + ", a.student_id, a.position, 'DERIVED', 80, 49, 'FX', NULL, TRUE, TRUE, 'EXAM_MIN'"
              + " FROM achievement a WHERE a.id = (SELECT MIN(id) FROM achievement)");
      statement.executeUpdate(
          "INSERT INTO rule_trial_count SELECT l.trial_id, l.programme_id, l.course_year, 12, 70, 60,"
              + " 8, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0 FROM rule_trial_line l WHERE"
              + " l.trial_id = "
              + TRIAL);
      statement.executeUpdate("INSERT INTO rule_trial_outcome SELECT " + TRIAL + ", NOW(6)");
    }
  }
}
