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
 * the next lie with advisers and the office, half done like the registration itself. Some students
 * have changed what was confirmed already.
 */
final class DemoStudyPlans {

  private static final String ENROLMENTS =
      "SELECT e.student_id, t.academic_year_id, o.term_id, o.discipline_id, e.type, o.language,"
          + " o.id, e.id, "
          + section("GROUP")
          + ", t.starts_on,"
          + " e.enrolled_at, COALESCE((SELECT MIN(a.login) FROM account a WHERE a.student_id ="
          + " v.id), v.student_no), COALESCE((SELECT MIN(a.login) FROM account a WHERE a.teacher_id"
          + " = v.adviser_id), h.personnel_no, 'adviser'), "
          + section("LECTURE")
          + " FROM enrolment e JOIN student v ON v.id ="
          + " e.student_id LEFT JOIN teacher h ON h.id = v.adviser_id JOIN offering o ON o.id ="
          + " e.offering_id JOIN term t ON t.id = o.term_id WHERE t.closed_at IS NULL AND e.status"
          + " IN ('WAITLISTED', 'ENROLLED', 'COMPLETED') ORDER BY e.student_id, t.academic_year_id, e.id";

  /** Longer than the rules give an adviser. */
  private static final int LATE_DAYS = 5;

  private final Rows rows;
  private final Connection connection;
  private final LocalDate anchor;

  DemoStudyPlans(Rows rows, Connection connection, LocalDate anchor) {
    this.rows = rows;
    this.connection = connection;
    this.anchor = anchor;
  }

  /** Whose plans these are, and who decides about them. */
  private record Owner(long student, long year, String login, String adviser) {}

  /** Where it has its seat of this kind, or is in the queue. */
  private static String section(String kind) {
    String of =
        "(SELECT MIN(s.id) FROM %s q JOIN section s ON s.id = q.section_id AND s.kind = '"
            + kind
            + "' WHERE q.enrolment_id = e.id)";
    return "COALESCE("
        + String.format(of, "enrolment_place")
        + ", "
        + String.format(of, "waiting_place")
        + ")";
  }

  void build() throws SQLException {
    rows.flush();
    Map<Owner, List<DemoPlanStory.Line>> plans = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ENROLMENTS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Owner owner =
            new Owner(row.getLong(1), row.getLong(2), row.getString(12), row.getString(13));
        boolean begun = !row.getObject(10, LocalDate.class).isAfter(anchor);
        plans
            .computeIfAbsent(owner, key -> new ArrayList<>())
            .add(
                new DemoPlanStory.Line(
                    row.getLong(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getObject(9, Long.class),
                    row.getObject(14, Long.class),
                    begun,
                    row.getObject(11, LocalDateTime.class)));
      }
    }
    try (DemoAmendments amendments = new DemoAmendments(connection)) {
      for (Map.Entry<Owner, List<DemoPlanStory.Line>> plan : plans.entrySet()) {
        plan(plan.getKey(), plan.getValue(), amendments);
      }
    }
  }

  /** A quarter lies with advisers, a quarter with the office. */
  private static String reached(long student) {
    return switch ((int) (student % 4)) {
      case 0 -> "SUBMITTED";
      case 1 -> "APPROVED";
      default -> "REGISTERED";
    };
  }

  private void plan(Owner of, List<DemoPlanStory.Line> lines, DemoAmendments amendments)
      throws SQLException {
    DemoPlanStory story = new DemoPlanStory(lines, reached(of.student()), of.login(), of.adviser());
    if (of.student() % 12 == 2) {
      amendments.amend(of.student(), story);
    }
    long plan = rows.nextKey();
    LocalDateTime submitted = story.submittedAt();
    boolean late =
        story.status().equals("SUBMITTED")
            && submitted.isBefore(anchor.minusDays(LATE_DAYS).atStartOfDay());
    rows.add(
        "study_plan",
        "id, uuid, student_id, academic_year_id, status, revision, submitted_at, escalated_at,"
            + " approved_at, approved_by, registered_at, registered_by",
        plan,
        rows.uuid(),
        of.student(),
        of.year(),
        story.status(),
        story.revision(),
        submitted,
        late ? submitted.plusDays(LATE_DAYS) : null,
        story.at("APPROVED"),
        story.by("APPROVED"),
        story.at("REGISTERED"),
        story.by("REGISTERED"));
    rows.flush();
    for (DemoPlanStory.Line line : lines) {
      String status = story.statusOf(line);
      rows.add(
          "study_plan_line",
          "id, plan_id, term_id, discipline_id, type, language, offering_id, enrolment_id,"
              + " section_id, stream_id, status, revision, decided_at, decided_by",
          rows.nextKey(),
          plan,
          line.term(),
          line.discipline(),
          line.type(),
          line.language(),
          line.offering(),
          line.enrolment(),
          line.section(),
          line.stream(),
          status,
          story.revisionOf(line),
          status.equals("SUBMITTED") ? null : story.decidedAt(line),
          status.equals("SUBMITTED") ? null : story.decidedBy(line));
    }
    for (DemoPlanStory.Step step : story.steps()) {
      rows.add(
          "study_plan_event",
          "id, plan_id, revision, at, actor, act, content",
          rows.nextKey(),
          plan,
          step.revision(),
          step.at(),
          step.actor(),
          step.act(),
          step.content());
    }
  }
}
