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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** Individual study plans to be read by those whom they concern. */
@Stateless
@Guarded
public class PlanQueries {

  /** Where students plan; the page notices to them lead to. */
  public static final String OWN_PAGE = "/registration/my-plan.xhtml";

  private static final String HEAD =
      "SELECT p.id, p.uuid, p.status, p.revision, p.submitted_at, s.uuid, s.student_no, CONCAT_WS('"
          + " ', s.last_name, s.first_name, s.patronymic), CONCAT_WS(' ', a.last_name,"
          + " a.first_name, a.patronymic), y.start_year, s.curriculum_id, p.submitted_version FROM study_plan p JOIN"
          + " student s ON s.id = p.student_id JOIN academic_year y ON y.id = p.academic_year_id"
          + " LEFT JOIN teacher a ON a.id = s.adviser_id WHERE ";
  private static final String OWNER =
      "SELECT s.student_no FROM study_plan p JOIN student s ON s.id = p.student_id WHERE p.uuid"
          + " = ?";
  private static final String EVENTS =
      "SELECT act, actor, at, revision, remark, content, verdict FROM study_plan_event WHERE plan_id = ?"
          + " ORDER BY at, id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StudentScope scope;
  @Inject private PlanWishes terms;
  @Inject private PlanLog log;

  /**
   * The plan of a student for the academic year of a term.
   *
   * @param student public id or number
   * @param term code of the term
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public PlanView plan(String student, String term) {
    Student found = scope.visible(student, Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    Term wanted = terms.term(term);
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(HEAD + "p.student_id = ? AND p.academic_year_id = ?")) {
      select.setLong(1, found.getId());
      select.setLong(2, wanted.getAcademicYear().getId());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? view(connection, row) : none(found, wanted);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the plan cannot be read", e);
    }
  }

  /** A plan by its public id. */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public PlanView plan(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(HEAD + "p.uuid = ?")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new RegistrarException.NotFound("plan", id);
        }
        scope.visible(row.getString(7), Permissions.PLAN_READ, Permissions.PLAN_MAKE);
        return view(connection, row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the plan cannot be read", e);
    }
  }

  /**
   * Whether the history of a plan is as it was written.
   *
   * @param steps how many are sealed
   */
  public record Sealed(boolean intact, long steps) implements Serializable {}

  /** Verifies the sealed history of a plan. */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Sealed sealed(UUID id) {
    scope.visible(owner(id), Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    ChainReport report = log.verify(id);
    return new Sealed(report.isIntact(), report.rows());
  }

  private String owner(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OWNER)) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new RegistrarException.NotFound("plan", id);
        }
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the plan cannot be read", e);
    }
  }

  private static PlanView none(Student student, Term term) {
    return new PlanView(
        null,
        term.getAcademicYear().getStartYear(),
        student.getUuid(),
        student.getStudentNo(),
        student.fullName(),
        student.getAdviser() == null ? null : student.getAdviser().fullName(),
        PlanStatus.DRAFT,
        0,
        0,
        null,
        List.of(),
        List.of());
  }

  private static PlanView view(Connection connection, ResultSet row) throws SQLException {
    String adviser = row.getString(9);
    return new PlanView(
        UUID.fromString(row.getString(2)),
        row.getInt(10),
        UUID.fromString(row.getString(6)),
        row.getString(7),
        row.getString(8),
        adviser == null || adviser.isBlank() ? null : adviser,
        PlanStatus.valueOf(row.getString(3)),
        row.getInt(4),
        row.getInt(12),
        PlanLineRows.instant(row, 5),
        PlanLineRows.of(connection, row.getLong(1), row.getLong(11)),
        events(connection, row.getLong(1)));
  }

  private static List<PlanView.Event> events(Connection connection, long plan) throws SQLException {
    List<PlanView.Event> events = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(
              new PlanView.Event(
                  row.getString(1),
                  row.getString(2),
                  PlanLineRows.instant(row, 3),
                  row.getInt(4),
                  row.getString(5),
                  row.getString(6),
                  PlanLog.refusals(row.getString(7))));
        }
      }
    }
    return events;
  }
}
