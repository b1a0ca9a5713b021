package kz.miras.registrar.attestation.service.amend;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.amend.AmendedRow;
import kz.miras.registrar.attestation.amend.SheetAmendment;

/** The versions of posted sheets: tables that are only added to. */
@ApplicationScoped
public class SheetVersions {

  private static final String AMEND =
      "INSERT INTO sheet_amendment (id, sheet_id, version_no, student_id, position_old,"
          + " position_new, document, document_no, document_date, reason, amended_by, amended_at)"
          + " VALUES (NEXT VALUE FOR attestation_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

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
        insert.setObject(11, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("a version of a sheet cannot be recorded", e);
    }
  }
}
