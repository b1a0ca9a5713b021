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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.registration.service.Submissions.Decided;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** A student's receipt held against the registration log. */
@Stateless
@Guarded
public class ReceiptQueries {

  private static final String SECTIONS =
      "SELECT DISTINCT l.section_id, CONCAT(d.code, ' · ', c.code) FROM registration_log l JOIN"
          + " section c ON c.id = l.section_id JOIN offering o ON o.id = c.offering_id JOIN"
          + " discipline d ON d.id = o.discipline_id WHERE l.submission = ?";
  private static final String PLAN =
      "SELECT p.uuid, y.start_year FROM study_plan p JOIN academic_year y ON y.id ="
          + " p.academic_year_id WHERE p.id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Submissions submissions;
  @Inject private Students students;
  @Inject private StudentScope scope;

  /**
   * A receipt.
   *
   * @param holds whether answer and log say today what they said when the receipt was made, and the
   *     receipts of the student before and after it are there
   * @param number among the receipts of the student, from 1; 0 where it was made before they were a
   *     chain
   * @param previous receipt of the student as people can copy it; null for none
   * @param step of the plan's history it has made; null where the plan stayed as it was
   * @param entries what the log says of the request
   * @param sections discipline and code of each section the entries are about, by its key
   */
  public record Receipt(
      UUID id,
      String code,
      String studentNo,
      boolean holds,
      long number,
      String previous,
      PlanAnswer answer,
      List<LogEntry> entries,
      Map<Long, String> sections,
      Step step)
      implements Serializable {}

  /**
   * A step of a plan's history.
   *
   * @param plan its public id
   * @param startYear of its academic year
   * @param position in the plan's chain, from 1
   */
  public record Step(UUID plan, int startYear, long position) implements Serializable {

    /** The academic year as people write it. */
    public String year() {
      return startYear + "/" + (startYear + 1);
    }
  }

  /** A receipt of a student the caller may see. */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE, Permissions.AUDIT_READ})
  public Receipt receipt(UUID id) {
    Decided decided =
        submissions.read(id).orElseThrow(() -> new RegistrarException.NotFound("receipt", id));
    Student student = students.byId(decided.kept().student()).orElseThrow();
    scope.visible(
        student.getStudentNo(),
        Permissions.PLAN_READ,
        Permissions.PLAN_MAKE,
        Permissions.AUDIT_READ);
    Receipts.Kept kept = decided.kept();
    try (Connection connection = database.getConnection()) {
      Receipts.Sealed sealed = ReceiptChecking.sealed(connection, id);
      boolean first = kept.position() <= 1;
      return new Receipt(
          id,
          Receipts.code(kept.receipt()),
          student.getStudentNo(),
          submissions.holds(kept, sealed) && ReceiptLinks.hold(connection, kept),
          kept.position(),
          first ? null : Receipts.code(kept.previous()),
          decided.answer(),
          sealed.entries().stream()
              .filter(e -> student.getId().equals(e.fact().student()))
              .toList(),
          sections(connection, id),
          step(connection, sealed.step()));
    } catch (SQLException e) {
      throw new IllegalStateException("the log of a receipt cannot be read", e);
    }
  }

  private static Step step(Connection connection, PlanEntry entry) throws SQLException {
    if (entry == null) {
      return null;
    }
    try (PreparedStatement select = connection.prepareStatement(PLAN)) {
      select.setLong(1, entry.plan());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Step(UUID.fromString(row.getString(1)), row.getInt(2), entry.position());
      }
    }
  }

  private static Map<Long, String> sections(Connection connection, UUID submission)
      throws SQLException {
    Map<Long, String> sections = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SECTIONS)) {
      select.setString(1, submission.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sections.put(row.getLong(1), row.getString(2));
        }
      }
      return sections;
    }
  }
}
