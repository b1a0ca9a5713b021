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

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Submissions submissions;
  @Inject private Students students;
  @Inject private StudentScope scope;

  /**
   * A receipt.
   *
   * @param holds whether answer and log say today what they said when the receipt was made
   * @param entries what the log says of the request
   * @param sections discipline and code of each section the entries are about, by its key
   */
  public record Receipt(
      UUID id,
      String code,
      String studentNo,
      boolean holds,
      PlanAnswer answer,
      List<LogEntry> entries,
      Map<Long, String> sections)
      implements Serializable {}

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
    List<LogEntry> entries = entries(id);
    return new Receipt(
        id,
        Receipts.code(decided.kept().receipt()),
        student.getStudentNo(),
        submissions.holds(decided.kept(), entries),
        decided.answer(),
        entries.stream().filter(e -> student.getId().equals(e.fact().student())).toList(),
        sections(id));
  }

  private Map<Long, String> sections(UUID submission) {
    Map<Long, String> sections = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SECTIONS)) {
      select.setString(1, submission.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sections.put(row.getLong(1), row.getString(2));
        }
      }
      return sections;
    } catch (SQLException e) {
      throw new IllegalStateException("sections of a receipt cannot be read", e);
    }
  }

  private List<LogEntry> entries(UUID submission) {
    try (Connection connection = database.getConnection()) {
      return ReceiptChecking.entries(connection, submission);
    } catch (SQLException e) {
      throw new IllegalStateException("the registration log cannot be read", e);
    }
  }
}
