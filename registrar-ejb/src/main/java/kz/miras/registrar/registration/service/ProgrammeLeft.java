package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.student.Student;

/** REG-18. What is left of a student's programme, read only where a plan is small. */
@ApplicationScoped
class ProgrammeLeft {

  private static final String NEEDS =
      "SELECT discipline_id, requires_id FROM prerequisite WHERE discipline_id IN (%s)";

  /** What the plan has of terms before this one that are not over, unless its result is there. */
  private static final String PLANNED =
      "SELECT l.discipline_id, NULL FROM study_plan p JOIN study_plan_line l ON l.plan_id = p.id JOIN"
          + " term t ON t.id = l.term_id LEFT JOIN enrolment e ON e.id = l.enrolment_id WHERE"
          + " p.student_id = ? AND t.starts_on < ? AND t.ends_on >= university_today() AND l.status"
          + " IN ('SUBMITTED', 'APPROVED', 'REGISTERED') AND (e.id IS NULL OR e.status IN"
          + " ('REQUESTED', 'WAITLISTED', 'ENROLLED'))";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AcademicRecord record;

  /** Takes one row of two keys. */
  private interface Row {
    void take(long discipline, long other);
  }

  /**
   * Credits left to be taken in a term, read when they are asked for.
   *
   * @param prescribed the curriculum by key of discipline
   * @param studied disciplines of terms that began before, which have no mark yet
   * @param termNo number of the term in the curriculum
   */
  Supplier<Integer> of(
      Student student, Term term, Map<Long, Prescribed> prescribed, Set<Long> studied, int termNo) {
    return () -> prescribed.isEmpty() ? null : left(student, term, prescribed, studied, termNo);
  }

  private int left(
      Student student, Term term, Map<Long, Prescribed> prescribed, Set<Long> studied, int termNo) {
    Map<Long, Set<Long>> needs = new HashMap<>();
    String places = Statements.places(prescribed.size());
    read(
        String.format(NEEDS, places),
        List.copyOf(prescribed.keySet()),
        (discipline, needed) ->
            needs.computeIfAbsent(discipline, key -> new HashSet<>()).add(needed));
    Set<Long> planned = new HashSet<>(studied);
    read(
        PLANNED,
        List.of(student.getId(), term.getStartsOn()),
        (discipline, none) -> planned.add(discipline));
    Set<Long> asked = new HashSet<>(prescribed.keySet());
    needs.values().forEach(asked::addAll);
    Map<Long, AcademicRecord.Past> past = record.past(student.getId(), asked);
    LongPredicate passed =
        id -> past.get(id).standing() == Standing.PASSED || past.get(id).awaited();
    return CreditsLeft.of(
        prescribed,
        termNo,
        id -> passed.test(id) || planned.contains(id),
        needs,
        id -> passed.test(id) || studied.contains(id));
  }

  private void read(String sql, List<?> values, Row each) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          each.take(row.getLong(1), row.getLong(2));
        }
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
