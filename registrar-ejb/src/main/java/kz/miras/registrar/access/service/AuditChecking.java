package kz.miras.registrar.access.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.ChainVerifier;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.SealedAudit;

/** Verifies the audit trail over a connection; the screen and the command line share it. */
public final class AuditChecking {

  private static final String COUNT =
      "SELECT (SELECT COUNT(*) FROM audit_seal), (SELECT COUNT(*) FROM audit_entry e LEFT JOIN"
          + " audit_seal s ON s.entry_id = e.id WHERE s.entry_id IS NULL)";

  private AuditChecking() {}

  /**
   * Walks the trail.
   *
   * @param exported heads kept outside the database
   */
  public static ChainReport run(
      Connection connection,
      SealChain chain,
      Collection<ChainHead> exported,
      VerificationProgress progress)
      throws SQLException {
    List<ChainHead> heads = new ArrayList<>(exported);
    heads.add(Sealer.currentHead(connection));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      progress.begin(row.getLong(1), row.getLong(2));
    }
    try (AuditRows rows = new AuditRows(connection)) {
      ChainReport report = new ChainVerifier(chain).verify(counted(rows, progress), heads);
      progress.end(report);
      return report;
    }
  }

  private static Iterator<SealedAudit> counted(AuditRows rows, VerificationProgress progress) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public SealedAudit next() {
        progress.row();
        return rows.next();
      }
    };
  }
}
