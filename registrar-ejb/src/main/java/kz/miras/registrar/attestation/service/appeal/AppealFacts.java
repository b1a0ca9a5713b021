package kz.miras.registrar.attestation.service.appeal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.Sheet;

/** What appeals ask of sheets and people, each in one statement. */
@ApplicationScoped
class AppealFacts {

  private static final String PUBLISHED =
      "SELECT h.id, p.published_at FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN"
          + " sheet_publication p ON p.sheet_id = h.id AND p.part = 'RESULT' WHERE r.student_id = ?"
          + " AND COALESCE(r.mark, '') <> 'W' AND p.published_at > ? ORDER BY p.published_at DESC,"
          + " h.id DESC";
  private static final String OF_SHEET =
      "SELECT h.id, p.published_at FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id LEFT JOIN"
          + " sheet_publication p ON p.sheet_id = h.id AND p.part = 'RESULT' WHERE r.student_id = ?"
          + " AND h.id = ?";
  private static final String SCORED =
      "SELECT DISTINCT a.teacher_id FROM sheet_row r JOIN account a ON a.login = r.scored_by WHERE"
          + " r.sheet_id = ? AND r.student_id = ? AND a.teacher_id IS NOT NULL";
  private static final String PEOPLE =
      "SELECT m.id, m.office, m.teacher_id, b.login, COALESCE(NULLIF(CONCAT_WS(' ',"
          + " t.last_name, t.first_name, t.patronymic), ''), b.display_name) AS name, COALESCE(t.position, '') AS"
          + " post, (m.account_id IS NOT NULL OR EXISTS (SELECT 1 FROM account a WHERE"
          + " a.teacher_id = m.teacher_id AND (a.valid_to IS NULL OR a.valid_to >="
          + " university_today()))) AS signs_in FROM commission_member m LEFT JOIN teacher t ON t.id"
          + " = m.teacher_id LEFT JOIN account b ON b.id = m.account_id WHERE m.commission_id = ?"
          + " ORDER BY FIELD(m.office, 'CHAIR', 'MEMBER', 'SECRETARY'), name";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A sheet a student stands in.
   *
   * @param at when its results were published; null for not yet
   */
  record Publication(long sheet, Instant at) {}

  /**
   * Somebody in a commission, by name.
   *
   * @param teacher key of the teacher; null for somebody of the office
   * @param login of somebody of the office; null for a teacher
   * @param post position of a teacher; empty where none is known
   * @param signsIn whether an account is there to work with
   */
  record Person(
      long id, String office, Long teacher, String login, String name, String post, boolean signsIn)
      implements Serializable {}

  /** Sheets with the student's results published since, the newest first. */
  List<Publication> published(long student, Instant since) {
    return publications(PUBLISHED, student, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
  }

  /** The publication of one sheet; empty where the student is not in it. */
  List<Publication> of(long student, long sheet) {
    return publications(OF_SHEET, student, sheet);
  }

  private List<Publication> publications(String sql, long student, Object other) {
    List<Publication> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, student);
      select.setObject(2, other);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime at = row.getObject(2, LocalDateTime.class);
          found.add(
              new Publication(row.getLong(1), at == null ? null : at.toInstant(ZoneOffset.UTC)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("publications cannot be read", e);
    }
  }

  /** SOD-8. Teachers who gave the mark: the examiner, and whoever typed it. */
  Set<Long> examiners(Sheet sheet, long student) {
    Set<Long> examiners = new HashSet<>();
    Long named = sheet.getExaminerId() == null ? sheet.getTeacherId() : sheet.getExaminerId();
    if (named != null) {
      examiners.add(named);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SCORED)) {
      select.setLong(1, sheet.getId());
      select.setLong(2, student);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          examiners.add(row.getLong(1));
        }
      }
      return examiners;
    } catch (SQLException e) {
      throw new IllegalStateException("examiners cannot be read", e);
    }
  }

  /** Members of a commission by name, the chair first and the secretary last. */
  List<Person> people(long commission) {
    List<Person> people = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PEOPLE)) {
      select.setLong(1, commission);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          people.add(
              new Person(
                  row.getLong("id"),
                  row.getString("office"),
                  row.getObject("teacher_id", Long.class),
                  row.getString("login"),
                  row.getString("name"),
                  row.getString("post"),
                  row.getBoolean("signs_in")));
        }
      }
      return people;
    } catch (SQLException e) {
      throw new IllegalStateException("members of a commission cannot be read", e);
    }
  }
}
