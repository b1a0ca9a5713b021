package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Electives of the next term that students have chosen and no group is opened for yet: those who
 * have not registered so far think of another discipline of the block than their fellows.
 */
final class DemoDemand {

  private static final String CHOICES =
      "SELECT s.id, t.academic_year_id, sp.id, i.discipline_id, s.study_language FROM"
          + " student s JOIN term t ON t.id = ? JOIN curriculum_item i ON i.curriculum_id ="
          + " s.curriculum_id AND i.choice_block IS NOT NULL AND i.term_no = (s.course_year - 1) * 2"
          + " + ? JOIN discipline d ON d.id = i.discipline_id AND d.kind = 'DISCIPLINE' LEFT JOIN"
          + " study_plan sp ON sp.student_id = s.id AND sp.academic_year_id = t.academic_year_id"
          + " WHERE s.status = 'STUDYING' AND (sp.id IS NULL OR sp.status = 'REGISTERED') AND NOT"
          + " EXISTS (SELECT 1 FROM study_plan_line l WHERE l.plan_id = sp.id AND l.term_id = t.id)"
          + " AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN offering o ON o.id = e.offering_id"
          + " WHERE e.student_id = s.id AND o.term_id = t.id) AND NOT EXISTS (SELECT 1 FROM offering"
          + " o WHERE o.term_id = t.id AND o.discipline_id = i.discipline_id AND o.language ="
          + " s.study_language) ORDER BY s.id, i.discipline_id";

  private final Rows rows;
  private final Connection connection;
  private final DemoCalendar calendar;
  private final Set<Long> done = new HashSet<>();

  DemoDemand(Rows rows, Connection connection, DemoCalendar calendar) {
    this.rows = rows;
    this.connection = connection;
    this.calendar = calendar;
  }

  void build() throws SQLException {
    rows.flush();
    boolean sameYear = calendar.next().ref().yearStart() == calendar.current().ref().yearStart();
    try (PreparedStatement select = connection.prepareStatement(CHOICES);
        PreparedStatement amend =
            connection.prepareStatement("UPDATE study_plan SET status = 'AMENDING' WHERE id = ?")) {
      select.setLong(1, calendar.next().id());
      select.setInt(2, sameYear ? 2 : 3);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          // the first discipline of the block each
          if (done.add(row.getLong(1))) {
            choose(row, amend);
          }
        }
      }
    }
    rows.flush();
  }

  private void choose(ResultSet row, PreparedStatement amend) throws SQLException {
    long plan = row.getLong(3);
    if (row.wasNull()) {
      plan = rows.nextKey();
      rows.add(
          "study_plan",
          "id, uuid, student_id, academic_year_id, status, revision",
          plan,
          rows.uuid(),
          row.getLong(1),
          row.getLong(2),
          "DRAFT",
          0);
      rows.flush();
    } else {
      amend.setLong(1, plan);
      amend.executeUpdate();
    }
    rows.add(
        "study_plan_line",
        "id, plan_id, term_id, discipline_id, type, language, status, revision",
        rows.nextKey(),
        plan,
        calendar.next().id(),
        row.getLong(4),
        "MAIN",
        row.getString(5),
        "CHOSEN",
        1);
  }
}
