package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/**
 * Plans that wait for a decision of the caller: as adviser, as dean, as the office. Those that wait
 * longest come first, one more than are shown at most: it says that others wait too.
 */
@Stateless
@Guarded
public class PlanQueue {

  /** How many plans are shown at most. */
  public static final int MOST = 500;

  private static final String SELECT =
      "SELECT v.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
          + " p.code, s.course_year, v.status, EXISTS (SELECT 1 FROM study_plan_line a JOIN"
          + " study_plan_line b ON b.plan_id = a.plan_id AND b.term_id = a.term_id AND b.status IN"
          + " ('REGISTERED', 'REMOVED') AND b.revision < a.revision WHERE a.plan_id = v.id AND"
          + " a.status IN ('SUBMITTED', 'APPROVED')), v.submitted_at, v.escalated_at IS NOT"
          + " NULL, (SELECT COUNT(*) FROM study_plan_line l WHERE l.plan_id = v.id AND l.status"
          + " <> 'REMOVED'), "
          + PlanCredits.OF_PLAN
          + ", (SELECT COUNT(*) FROM study_plan_line l WHERE l.plan_id = v.id AND"
          + " l.status IN ('SUBMITTED', 'APPROVED')), (SELECT COUNT(*) FROM study_plan_line l JOIN"
          + " enrolment e ON e.id = l.enrolment_id WHERE l.plan_id = v.id AND e.status ="
          + " 'WAITLISTED'), v.submitted_version FROM study_plan v JOIN student s ON s.id = v.student_id JOIN programme"
          + " p ON p.id = s.programme_id WHERE ";
  private static final String ORDER = " ORDER BY v.submitted_at, s.last_name LIMIT " + (MOST + 1);

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private Advisers advisers;
  @Inject private DeanStep dean;
  @Inject private UniversityTime time;

  /**
   * A plan that waits.
   *
   * @param amended whether it changes a term that was decided about before
   * @param late whether it waits longer than the rules give
   * @param open lines that are to be decided
   * @param waiting lines that stand in a waiting list
   * @param version of the plan as it is shown
   */
  public record Waiting(
      UUID id,
      String studentNo,
      String student,
      String programme,
      int courseYear,
      PlanStatus status,
      boolean amended,
      Instant submittedAt,
      boolean late,
      int lines,
      int credits,
      int open,
      int waiting,
      int version)
      implements Serializable {}

  /** Plans that lie with the caller: of the own advisees, and of advisers the caller replaces. */
  @RolesAllowed(Permissions.PLAN_APPROVE)
  public List<Waiting> toApprove() {
    Actor actor = access.current();
    if (actor.teacherId() == null) {
      return List.of();
    }
    List<Long> theirs = new ArrayList<>(advisers.replaced(actor.teacherId()));
    theirs.add(actor.teacherId());
    return read(has("SUBMITTED") + " AND s.adviser_id IN " + places(theirs.size()), theirs);
  }

  /** Plans of the caller's schools that a dean may sign. */
  @RolesAllowed(Permissions.PLAN_SIGN)
  public List<Waiting> toSign() {
    Set<Long> schools = access.current().schools(Permissions.PLAN_SIGN, time.today());
    return schools.isEmpty()
        ? List.of()
        : read(
            has("APPROVED")
                + " AND NOT "
                + has("SUBMITTED")
                + " AND v.signed_at IS NULL AND "
                + dean.signs()
                + " AND p.school_id IN "
                + places(schools.size()),
            List.copyOf(schools));
  }

  /** Whether deans sign plans of any level, of a year that is not over. */
  @RolesAllowed(Permissions.PLAN_SIGN)
  public boolean isSigned() {
    return dean.isAny();
  }

  /** Plans that wait for the office: where the dean signs, those that are signed. */
  @RolesAllowed(Permissions.PLAN_CONFIRM)
  public List<Waiting> toConfirm() {
    return access.scopes(Permissions.PLAN_CONFIRM).contains(Scope.ALL)
        ? read(
            has("APPROVED") + " AND (v.signed_at IS NOT NULL OR NOT " + dean.signs() + ")",
            List.of())
        : List.of();
  }

  /** By the lines that wait: what else stands in the plan hides none of them. */
  private static String has(String status) {
    return "(v.status <> 'CLOSED' AND EXISTS (SELECT 1 FROM study_plan_line x WHERE x.plan_id = v.id"
        + " AND x.status = '"
        + status
        + "'))";
  }

  private static String places(int many) {
    return "(" + Statements.places(many) + ")";
  }

  private List<Waiting> read(String condition, List<Long> values) {
    List<Waiting> waiting = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + condition + ORDER)) {
      for (int i = 0; i < values.size(); i++) {
        select.setLong(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime submitted = row.getObject(8, LocalDateTime.class);
          waiting.add(
              new Waiting(
                  UUID.fromString(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getInt(5),
                  PlanStatus.valueOf(row.getString(6)),
                  row.getBoolean(7),
                  submitted == null ? null : submitted.toInstant(ZoneOffset.UTC),
                  row.getBoolean(9),
                  row.getInt(10),
                  row.getInt(11),
                  row.getInt(12),
                  row.getInt(13),
                  row.getInt(14)));
        }
      }
      return waiting;
    } catch (SQLException e) {
      throw new IllegalStateException("waiting plans cannot be read", e);
    }
  }
}
