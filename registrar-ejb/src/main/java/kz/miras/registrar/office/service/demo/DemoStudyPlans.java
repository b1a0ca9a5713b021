package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Individual study plans behind the enrolments: those of the running term are confirmed, those of
 * the next lie with advisers and the office, half done like the registration itself.
 */
final class DemoStudyPlans {

  private static final String ENROLMENTS =
      "SELECT e.student_id, t.academic_year_id, o.term_id, o.discipline_id, e.type, o.language,"
          + " o.id, e.id, (SELECT MIN(s.id) FROM enrolment_place q JOIN section s ON s.id ="
          + " q.section_id AND s.kind = 'GROUP' WHERE q.enrolment_id = e.id), t.starts_on,"
          + " e.enrolled_at FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN term t ON"
          + " t.id = o.term_id WHERE t.closed_at IS NULL AND e.status IN ('ENROLLED', 'COMPLETED')"
          + " ORDER BY e.student_id, t.academic_year_id, e.id";

  private final Rows rows;
  private final Connection connection;
  private final LocalDate anchor;

  DemoStudyPlans(Rows rows, Connection connection, LocalDate anchor) {
    this.rows = rows;
    this.connection = connection;
    this.anchor = anchor;
  }

  private record Line(Object[] values, String status, LocalDateTime at) {}

  void build() throws SQLException {
    rows.flush();
    Map<List<Long>, List<Line>> plans = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ENROLMENTS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long student = row.getLong(1);
        boolean begun = !row.getObject(10, LocalDate.class).isAfter(anchor);
        String status = begun ? "REGISTERED" : status(student);
        Object[] values = new Object[7];
        for (int i = 0; i < values.length; i++) {
          values[i] = row.getObject(i + 3);
        }
        plans
            .computeIfAbsent(List.of(student, row.getLong(2)), key -> new ArrayList<>())
            .add(new Line(values, status, row.getObject(11, LocalDateTime.class)));
      }
    }
    for (Map.Entry<List<Long>, List<Line>> plan : plans.entrySet()) {
      plan(plan.getKey().get(0), plan.getKey().get(1), plan.getValue());
    }
  }

  /** A quarter lies with advisers, a quarter with the office. */
  private static String status(long student) {
    return switch ((int) (student % 4)) {
      case 0 -> "SUBMITTED";
      case 1 -> "APPROVED";
      default -> "REGISTERED";
    };
  }

  private void plan(long student, long year, List<Line> lines) throws SQLException {
    long plan = rows.nextKey();
    boolean submitted = lines.stream().anyMatch(line -> line.status().equals("SUBMITTED"));
    boolean approved = lines.stream().anyMatch(line -> line.status().equals("APPROVED"));
    LocalDateTime at = lines.get(lines.size() - 1).at();
    rows.add(
        "study_plan",
        "id, uuid, student_id, academic_year_id, status, revision, submitted_at",
        plan,
        rows.uuid(),
        student,
        year,
        submitted ? "SUBMITTED" : approved ? "ADVISER_APPROVED" : "REGISTERED",
        1,
        at);
    rows.flush();
    for (Line line : lines) {
      Object[] values = line.values();
      rows.add(
          "study_plan_line",
          "id, plan_id, term_id, discipline_id, type, language, offering_id, enrolment_id,"
              + " section_id, status, revision, decided_at, decided_by",
          rows.nextKey(),
          plan,
          values[0],
          values[1],
          values[2],
          values[3],
          values[4],
          values[5],
          values[6],
          line.status(),
          1,
          line.at(),
          "system");
    }
    rows.add(
        "study_plan_event",
        "id, plan_id, revision, at, actor, act",
        rows.nextKey(),
        plan,
        1,
        at,
        "student",
        "SUBMITTED");
  }
}
