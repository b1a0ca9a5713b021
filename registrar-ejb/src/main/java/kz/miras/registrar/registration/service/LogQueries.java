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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.ChainVerifier;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.registration.log.LogEntry;

/**
 * What the registration log tells: the history of a section, and whether it is as it was written.
 */
@Stateless
@Guarded
public class LogQueries {

  private static final String OF_SECTION =
      LogRows.SELECT + " WHERE l.section_id = ? ORDER BY l.position";
  private static final String HEAD =
      "SELECT log_position, log_seal FROM section_seat WHERE section_id = ? AND pool = 'ALL'";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SealKey seals;

  /**
   * An entry as it is shown.
   *
   * @param studentNo number of the student; null where the office changed the section
   * @param studentId public id of the student; null likewise
   */
  public record Shown(LogEntry entry, String studentNo, UUID studentId) implements Serializable {}

  /** The history of a section, from its first decision. */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE, Permissions.AUDIT_READ})
  public List<Shown> history(long section) {
    List<Shown> shown = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF_SECTION)) {
      select.setLong(1, section);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String student = row.getString("student_uuid");
          shown.add(
              new Shown(
                  LogRows.entry(row),
                  row.getString("student_no"),
                  student == null ? null : UUID.fromString(student)));
        }
      }
      return shown;
    } catch (SQLException e) {
      throw new IllegalStateException("the registration log cannot be read", e);
    }
  }

  /** Whether the log of a section is as it was written, up to the head its seats remember. */
  @RolesAllowed({
    Permissions.OFFERING_EDIT,
    Permissions.OFFERING_APPROVE,
    Permissions.AUDIT_VERIFY,
    Permissions.AUDIT_READ
  })
  public ChainReport verify(long section) {
    List<LogEntry> entries = history(section).stream().map(Shown::entry).toList();
    return new ChainVerifier(seals.chain(LogEntry.chain(section)))
        .verify(entries.iterator(), head(section));
  }

  private Collection<ChainHead> head(long section) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(HEAD)) {
      select.setLong(1, section);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || row.getLong(1) == 0) {
          return List.of();
        }
        byte[] seal = row.getBytes(2);
        return List.of(
            new ChainHead(
                LogEntry.chain(section),
                row.getLong(1),
                seal == null ? new byte[SealChain.SEAL_LENGTH] : seal));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the registration log cannot be read", e);
    }
  }
}
