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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.log.QueueOrder;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;

/**
 * A section's history minute by minute: who came, what was decided, what was left; whether the log
 * is as it was written, and whether everybody was served in turn.
 */
@Stateless
@Guarded
public class SectionHistory {

  private static final String SECTION =
      "SELECT x.id, x.code, x.kind, o.id, o.uuid, o.code, t.code, d.code FROM section x JOIN offering"
          + " o ON o.id = x.offering_id JOIN term t ON t.id = o.term_id JOIN discipline d ON d.id ="
          + " o.discipline_id WHERE x.uuid = ?";
  private static final String SECTIONS =
      "SELECT x.uuid, x.code, x.kind, (SELECT COUNT(*) FROM registration_log l WHERE l.section_id ="
          + " x.id) FROM section x WHERE x.offering_id = ? ORDER BY x.kind, x.code";
  private static final String LOG =
      "SELECT "
          + LogRows.COLUMNS
          + " FROM registration_log l JOIN section x ON x.id = l.section_id WHERE x.offering_id"
          + " = ? ORDER BY l.section_id, l.position";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private LogQueries log;

  /**
   * The history of a section.
   *
   * @param entries from its first decision
   * @param report whether the chain holds
   * @param jumps seats of this section that were due to somebody else, by position
   * @param siblings sections of the same offering, this one included
   */
  public record History(
      String term,
      String discipline,
      String offering,
      UUID offeringId,
      String section,
      SectionKind kind,
      List<Entry> entries,
      Holds report,
      Map<Long, QueueOrder.Jump> jumps,
      List<Sibling> siblings)
      implements Serializable {}

  /** Another section of the offering and how many decisions its log has. */
  public record Sibling(UUID id, String code, SectionKind kind, int entries)
      implements Serializable {}

  /**
   * A decision.
   *
   * @param studentNo null where the office changed the section itself
   * @param said reasons of the rules, refusals before warnings
   */
  public record Entry(LogEntry entry, String studentNo, UUID studentId, List<Refusal> said)
      implements Serializable {}

  /**
   * Whether a chain holds.
   *
   * @param found key and positions of each deviation
   */
  public record Holds(boolean intact, long rows, List<Refusal> found) implements Serializable {}

  /** The verdict as the log keeps it. */
  record Noted(List<Refusal> refusals, List<Refusal> warnings) {}

  private record Header(
      long id,
      String code,
      SectionKind kind,
      long offeringKey,
      UUID offeringId,
      String offering,
      String term,
      String discipline) {}

  /**
   * The history of a section.
   *
   * @throws RegistrarException.NotFound where there is none of that id
   */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE, Permissions.AUDIT_READ})
  public History of(UUID section) {
    try (Connection connection = database.getConnection()) {
      Header header = header(connection, section);
      List<Entry> entries = new ArrayList<>();
      for (LogQueries.Shown shown : log.history(header.id())) {
        entries.add(
            new Entry(
                shown.entry(),
                shown.studentNo(),
                shown.studentId(),
                said(shown.entry().fact().verdict())));
      }
      Map<Long, QueueOrder.Jump> jumps = new HashMap<>();
      QueueOrder.jumps(entries(connection, header.offeringKey())).stream()
          .filter(jump -> jump.section() == header.id())
          .forEach(jump -> jumps.put(jump.position(), jump));
      return new History(
          header.term(),
          header.discipline(),
          header.offering(),
          header.offeringId(),
          header.code(),
          header.kind(),
          entries,
          holds(log.verify(header.id())),
          jumps,
          siblings(connection, header.offeringKey()));
    } catch (SQLException e) {
      throw new IllegalStateException("the registration log cannot be read", e);
    }
  }

  private static Holds holds(ChainReport report) {
    return new Holds(
        report.isIntact(),
        report.rows(),
        report.deviations().stream()
            .map(one -> Refusal.of(one.kind().key(), "AUD-3", one.position(), one.until()))
            .toList());
  }

  static List<Refusal> said(String verdict) {
    if (verdict == null) {
      return List.of();
    }
    Noted noted = Json.read(verdict, Noted.class);
    List<Refusal> said = new ArrayList<>(noted.refusals());
    said.addAll(noted.warnings());
    return StoredRefusals.restored(said);
  }

  private static Header header(Connection connection, UUID section) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SECTION)) {
      select.setString(1, section.toString());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new RegistrarException.NotFound("section", section);
        }
        return new Header(
            row.getLong(1),
            row.getString(2),
            SectionKind.valueOf(row.getString(3)),
            row.getLong(4),
            UUID.fromString(row.getString(5)),
            row.getString(6),
            row.getString(7),
            row.getString(8));
      }
    }
  }

  private static List<LogEntry> entries(Connection connection, long offering) throws SQLException {
    List<LogEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LOG)) {
      select.setLong(1, offering);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(LogRows.entry(row));
        }
      }
    }
    return entries;
  }

  private static List<Sibling> siblings(Connection connection, long offering) throws SQLException {
    List<Sibling> siblings = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SECTIONS)) {
      select.setLong(1, offering);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          siblings.add(
              new Sibling(
                  UUID.fromString(row.getString(1)),
                  row.getString(2),
                  SectionKind.valueOf(row.getString(3)),
                  row.getInt(4)));
        }
      }
    }
    return siblings;
  }
}
