package kz.miras.registrar.office.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.office.service.ImportJudge.Judged;
import kz.miras.registrar.shared.service.RecordList;

/**
 * An import that is stored in steps: a row and the note that it is stored are one transaction, so
 * that a server that dies between two rows neither loses nor doubles any.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportStep {

  private static final String KEY = "(SELECT r.id FROM import_run r WHERE r.uuid = ?)";
  private static final String STORED =
      "UPDATE import_row SET stored_at = UTC_TIMESTAMP(6) WHERE run_id = "
          + KEY
          + " AND row_no = ?";
  private static final String BAD =
      "UPDATE import_row SET state = 'BAD', errors = ? WHERE run_id = " + KEY + " AND row_no = ?";
  private static final String COUNTED =
      "UPDATE import_run SET rows_done = rows_done + 1, touched_at = UTC_TIMESTAMP(6) WHERE uuid = ?"
          + " AND status = 'APPLYING'";
  private static final String LEFT_OUT =
      "UPDATE import_run r JOIN (SELECT w.run_id, COUNT(*) AS bad FROM import_row w WHERE w.state ="
          + " 'BAD' GROUP BY w.run_id) b ON b.run_id = r.id SET r.judged_again = b.bad > r.rows_bad,"
          + " r.rows_bad = b.bad WHERE r.uuid = ? AND r.status = 'APPLYING'";

  /** Rows that are to be stored and are not yet. */
  static final String TO_STORE = "state IN ('NEW', 'CHANGED', 'WARN') AND stored_at IS NULL";

  /** An import that is being stored is stored. */
  static final String APPLIED =
      "UPDATE import_run SET status = 'APPLIED', rows_done = rows_total, applied_at ="
          + " UTC_TIMESTAMP(6) WHERE uuid = ? AND status = 'APPLYING'";

  private static final String GO_ON =
      "UPDATE import_run r SET status = 'APPLYING', incident = NULL, touched_at = UTC_TIMESTAMP(6),"
          + " rows_done = rows_total - (SELECT COUNT(*) FROM import_row WHERE"
          + " run_id = r.id AND "
          + TO_STORE
          + ") WHERE r.uuid = ? AND r.status = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  /**
   * Judges a row as the data stand now and stores it where it is good; a bad one is noted with what
   * is wrong with it. The import itself is counted at the very end, so that nobody waits for it.
   *
   * @param absent fields the file has no column for
   * @throws IllegalStateException where the import has been given up meanwhile; nothing is stored
   */
  public void store(
      UUID run, RecordList list, RecordList.Sheet sheet, Set<String> absent, TableRow row) {
    Judged judged = new ImportJudge(list, sheet, absent).judge(row);
    entities.flush();
    if (judged.isBad()) {
      update(BAD, ImportFindings.stored(judged.verdict()), run.toString(), row.number());
    } else {
      update(STORED, run.toString(), row.number());
    }
    if (update(COUNTED, run.toString()) != 1) {
      throw new IllegalStateException("import " + run + " is not being stored any more");
    }
  }

  /** Everything is stored but for the rows that have turned out bad. */
  public void finish(UUID run) {
    update(LEFT_OUT, run.toString());
    update(APPLIED, run.toString());
  }

  /**
   * Lets it begin, or go on where it broke off.
   *
   * @param from CHECKED or FAILED
   * @return false where it was not in that state
   */
  public boolean goOn(UUID run, String from) {
    return update(GO_ON, run.toString(), from) == 1;
  }

  private int update(String sql, Object... parameters) {
    return update(database, sql, parameters);
  }

  /** Writes to an import in the transaction of the caller; how many rows it changed. */
  static int update(DataSource database, String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the import cannot be written", e);
    }
  }
}
