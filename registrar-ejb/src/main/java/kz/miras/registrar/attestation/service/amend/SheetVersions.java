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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.amend.AmendedRow;
import kz.miras.registrar.attestation.amend.RowResult;
import kz.miras.registrar.attestation.amend.SheetAmendment;
import kz.miras.registrar.attestation.amend.SheetSeal;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;

/** The versions of posted sheets: tables that are only added to. */
@ApplicationScoped
public class SheetVersions {

  private static final String AMEND =
      "INSERT INTO sheet_amendment (id, sheet_id, version_no, student_id, position_old,"
          + " position_new, document, document_no, document_date, reason, amended_by, amended_at)"
          + " VALUES (NEXT VALUE FOR attestation_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SEAL =
      "INSERT INTO sheet_version (sheet_id, version_no, code, seal, checksum, scan_due_on,"
          + " recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  // the last amendment of each row up to the version says what stands in it
  private static final String AMENDED =
      "SELECT a.student_id, n.rating, n.score, n.percent, n.letter, n.mark FROM sheet_amendment a"
          + " JOIN achievement n ON n.student_id = a.student_id AND n.position = a.position_new"
          + " WHERE a.sheet_id = ? AND a.version_no <= ? ORDER BY a.version_no";
  private static final String BY_CODE =
      "SELECT sheet_id, version_no, code, seal, checksum FROM sheet_version WHERE code = ?";
  private static final String OF =
      "SELECT sheet_id, version_no, code, seal, checksum FROM sheet_version WHERE sheet_id = ? AND"
          + " version_no = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A version with what proves it.
   *
   * @param sheet key of the sheet
   */
  record Sealed(long sheet, int version, String code, SheetSeal seal, byte[] checksum) {}

  void amend(long sheet, int version, SheetAmendment amendment, String by, Instant at) {
    BasisDocument basis = amendment.basis();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(AMEND)) {
      for (AmendedRow row : amendment.rows()) {
        insert.setLong(1, sheet);
        insert.setInt(2, version);
        insert.setLong(3, row.student());
        insert.setLong(4, row.before());
        insert.setLong(5, row.after());
        insert.setString(6, basis.type().name());
        insert.setString(7, basis.number().strip());
        insert.setObject(8, basis.date());
        insert.setString(9, basis.reason().strip());
        insert.setString(10, by);
        insert.setObject(11, utc(at));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("a version of a sheet cannot be recorded", e);
    }
  }

  /** Records what proves a version. */
  void seal(Sealed sealed, LocalDate scanDue, String by, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(SEAL)) {
      insert.setLong(1, sealed.sheet());
      insert.setInt(2, sealed.version());
      insert.setString(3, sealed.code());
      insert.setString(4, sealed.seal().name());
      insert.setBytes(5, sealed.checksum());
      insert.setObject(6, scanDue);
      insert.setString(7, by);
      insert.setObject(8, utc(at));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a version of a sheet cannot be sealed", e);
    }
  }

  /** What stands in the amended rows of a version, by key of the student. */
  Map<Long, RowResult> amended(long sheet, int version) {
    Map<Long, RowResult> amended = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(AMENDED)) {
      select.setLong(1, sheet);
      select.setInt(2, version);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          amended.put(
              row.getLong(1),
              RowResult.amended(
                  row.getObject(2, Integer.class), row.getObject(3, Integer.class), grade(row)));
        }
      }
      return amended;
    } catch (SQLException e) {
      throw new IllegalStateException("versions of a sheet cannot be read", e);
    }
  }

  private static Grade grade(ResultSet row) throws SQLException {
    String letter = row.getString(5);
    String mark = row.getString(6);
    return new Grade(
        row.getObject(4, Integer.class),
        letter == null ? null : Letter.of(letter),
        mark == null ? null : Mark.valueOf(mark));
  }

  /** The version a code stands on. */
  Optional<Sealed> byCode(String code) {
    return find(BY_CODE, code);
  }

  /** What proves a version; empty for a sheet that was posted without a checksum. */
  Optional<Sealed> of(long sheet, int version) {
    return find(OF, sheet, version);
  }

  private Optional<Sealed> find(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Sealed(
                    row.getLong(1),
                    row.getInt(2),
                    row.getString(3),
                    SheetSeal.valueOf(row.getString(4)),
                    row.getBytes(5)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("versions of a sheet cannot be read", e);
    }
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
