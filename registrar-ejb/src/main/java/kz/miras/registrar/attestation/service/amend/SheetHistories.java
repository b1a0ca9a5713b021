package kz.miras.registrar.attestation.service.amend;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.amend.SheetHistory;
import kz.miras.registrar.shared.Checksum;

/** The versions of a posted sheet with what changed and the scans of their papers. */
@ApplicationScoped
public class SheetHistories {

  private static final String VERSIONS =
      "SELECT v.version_no, v.code, v.checksum, v.scan_due_on, v.recorded_by, v.recorded_at, c.uuid,"
          + " c.name, c.sha256, c.signed_on, c.attached_by, c.attached_at FROM sheet_version v LEFT"
          + " JOIN sheet_scan c ON c.sheet_id = v.sheet_id AND c.version_no = v.version_no WHERE"
          + " v.sheet_id = ? ORDER BY v.version_no, c.attached_at DESC, c.id DESC";
  private static final String CHANGES =
      "SELECT a.version_no, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
          + " o.letter, o.mark, o.percent, n.letter, n.mark, n.percent, a.document, a.document_no,"
          + " a.document_date, a.reason FROM sheet_amendment a JOIN student s ON s.id = a.student_id"
          + " JOIN achievement o ON o.student_id = a.student_id AND o.position = a.position_old JOIN"
          + " achievement n ON n.student_id = a.student_id AND n.position = a.position_new WHERE"
          + " a.sheet_id = ? ORDER BY a.version_no, s.last_name, s.first_name, s.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** All versions of a sheet, in two statements. */
  public SheetHistory of(long sheet) {
    try (Connection connection = database.getConnection()) {
      Map<Integer, List<SheetHistory.Change>> changes = changes(connection, sheet);
      List<SheetHistory.Version> versions = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(VERSIONS)) {
        select.setLong(1, sheet);
        try (ResultSet row = select.executeQuery()) {
          List<SheetHistory.Scan> scans = new ArrayList<>();
          while (row.next()) {
            int no = row.getInt(1);
            boolean again = !versions.isEmpty() && versions.get(versions.size() - 1).no() == no;
            if (again) {
              versions.remove(versions.size() - 1);
            } else {
              scans.clear();
            }
            if (row.getString(7) != null) {
              scans.add(scan(row));
            }
            versions.add(version(row, no, changes.getOrDefault(no, List.of()), scans));
          }
        }
      }
      return new SheetHistory(versions);
    } catch (SQLException e) {
      throw new IllegalStateException("versions of a sheet cannot be read", e);
    }
  }

  private static SheetHistory.Version version(
      ResultSet row, int no, List<SheetHistory.Change> changes, List<SheetHistory.Scan> scans)
      throws SQLException {
    return new SheetHistory.Version(
        no,
        row.getString(2),
        Checksum.shown(row.getBytes(3)),
        row.getString(5),
        instant(row, 6),
        row.getObject(4, LocalDate.class),
        changes,
        scans);
  }

  private static SheetHistory.Scan scan(ResultSet row) throws SQLException {
    return new SheetHistory.Scan(
        row.getString(7),
        row.getString(8),
        Checksum.shown(row.getBytes(9)),
        row.getObject(10, LocalDate.class),
        row.getString(11),
        instant(row, 12));
  }

  private static Map<Integer, List<SheetHistory.Change>> changes(Connection connection, long sheet)
      throws SQLException {
    Map<Integer, List<SheetHistory.Change>> changes = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(CHANGES)) {
      select.setLong(1, sheet);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes
              .computeIfAbsent(row.getInt(1), no -> new ArrayList<>())
              .add(
                  new SheetHistory.Change(
                      row.getString(2),
                      row.getString(3),
                      result(row, 4),
                      result(row, 7),
                      new BasisDocument(
                          BasisDocument.Type.valueOf(row.getString(10)),
                          row.getString(11),
                          row.getObject(12, LocalDate.class),
                          row.getString(13))));
        }
      }
    }
    return changes;
  }

  /** {@code B+ 85 %}, {@code F 0 % AB}, {@code I}. */
  private static String result(ResultSet row, int at) throws SQLException {
    List<String> parts = new ArrayList<>();
    parts.add(row.getString(at));
    parts.add(row.getString(at + 2) == null ? null : row.getString(at + 2) + " %");
    parts.add(row.getString(at + 1));
    parts.removeIf(part -> part == null);
    return String.join(" ", parts);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
