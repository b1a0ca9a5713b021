package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.student.Student;

/** Where the disciplines of a student's plan come from: the curriculum, and what runs already. */
@ApplicationScoped
class PlanSources {

  private static final String ITEMS =
      "SELECT i.discipline_id, i.term_no, i.choice_block, COALESCE(i.choice_credits, d.credits),"
          + " d.credits, d.code, i.component, d.kind FROM curriculum_item i JOIN discipline d ON d.id = i.discipline_id WHERE"
          + " i.curriculum_id = ?";
  private static final String STUDIED =
      "SELECT o.discipline_id FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN term t"
          + " ON t.id = o.term_id WHERE e.student_id = ? AND e.status = 'ENROLLED' AND t.starts_on"
          + " < ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A discipline of the curriculum.
   *
   * @param termNo term counted from admission, from 1
   * @param block choice block; null outside
   * @param blockCredits credits to be chosen from the block
   * @param code of the discipline
   * @param component null where its cycle has none
   */
  record Prescribed(
      int termNo,
      String block,
      int blockCredits,
      int credits,
      String code,
      Component component,
      DisciplineKind kind) {}

  /** The curriculum of a student by key of discipline. */
  Map<Long, Prescribed> of(Student student) {
    Map<Long, Prescribed> items = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ITEMS)) {
      select.setLong(1, student.getCurriculum().getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          items.put(
              row.getLong(1),
              new Prescribed(
                  row.getInt(2),
                  row.getString(3),
                  row.getInt(4),
                  row.getInt(5),
                  row.getString(6),
                  row.getString(7) == null ? null : Component.valueOf(row.getString(7)),
                  DisciplineKind.valueOf(row.getString(8))));
        }
      }
      return items;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Code of a discipline. */
  String code(long discipline) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT code FROM discipline WHERE id = ?")) {
      select.setLong(1, discipline);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "?";
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Disciplines the student is on in a term that began before this one and has no mark for yet. */
  Set<Long> studiedBefore(long student, Term term) {
    Set<Long> studied = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STUDIED)) {
      select.setLong(1, student);
      select.setObject(2, term.getStartsOn());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          studied.add(row.getLong(1));
        }
      }
      return studied;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
