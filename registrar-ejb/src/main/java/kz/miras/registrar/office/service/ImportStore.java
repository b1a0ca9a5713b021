package kz.miras.registrar.office.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.RecordList;

/**
 * Staging rows and progress of imports, each step in a transaction of its own, so that others see
 * how far it is. Working data, not records of the office: kept outside the audited entities.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportStore {

  /** Longest silence of a living import: reading 20,000 students takes seconds. */
  private static final int SILENT_SECONDS = 300;

  private static final String SILENT =
      "status IN ('READING', 'APPLYING') AND touched_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND";

  /** How a staged row compares with what is stored. */
  public enum State {
    NEW,
    CHANGED,
    SAME,
    WARN,
    BAD
  }

  /**
   * A staged row.
   *
   * @param number row in the file, the heading being row 1
   * @param content typed values as JSON
   * @param state how it compares
   * @param findings errors and warnings as JSON; null for none
   */
  public record StagedRow(int number, String content, State state, String findings)
      implements Serializable {}

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** A new import, still to be read. */
  public UUID begin(
      RecordList list, String fileName, byte[] sha256, int rows, String by, Instant at) {
    UUID id = UUID.randomUUID();
    update(
        "INSERT INTO import_run (id, uuid, list, file_name, file_sha256, rows_total, uploaded_by,"
            + " uploaded_at, needs_approval, status, touched_at) VALUES (NEXT VALUE FOR office_seq, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, 'READING', UTC_TIMESTAMP(6))",
        id.toString(),
        list.code(),
        fileName,
        sha256,
        rows,
        by,
        LocalDateTime.ofInstant(at, ZoneOffset.UTC),
        list.needsApproval());
    return id;
  }

  public void progress(UUID id, int done) {
    update(
        "UPDATE import_run SET rows_done = ?, touched_at = UTC_TIMESTAMP(6) WHERE uuid = ?",
        done,
        id.toString());
  }

  /** The rows have been judged. */
  public void checked(UUID id, List<StagedRow> rows) {
    stage(held(id), rows);
    count(id, "READING", false);
  }

  /** Some rows turned bad between the check and the storing; nothing has been stored. */
  public void checkedAgain(UUID id, List<StagedRow> rows) {
    stage(held(id), rows);
    count(id, "APPLYING", true);
  }

  private void stage(long run, List<StagedRow> rows) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO import_row (run_id, row_no, content, state, errors)"
                    + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE content = VALUES(content),"
                    + " state = VALUES(state), errors = VALUES(errors)")) {
      int waiting = 0;
      for (StagedRow row : rows) {
        insert.setLong(1, run);
        insert.setInt(2, row.number());
        insert.setString(3, row.content());
        insert.setString(4, row.state().name());
        insert.setString(5, row.findings());
        insert.addBatch();
        if (++waiting % 1000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("rows cannot be staged", e);
    }
  }

  private void count(UUID id, String from, boolean again) {
    update(
        "UPDATE import_run r SET status = 'CHECKED', rows_done = rows_total, judged_again = ?,"
            + " rows_bad = (SELECT COUNT(*) FROM import_row w WHERE w.run_id = r.id AND w.state ="
            + " 'BAD'), rows_new = (SELECT COUNT(*) FROM import_row w WHERE w.run_id = r.id AND"
            + " w.state IN ('NEW', 'WARN')), rows_changed = (SELECT COUNT(*) FROM import_row w WHERE"
            + " w.run_id = r.id AND w.state = 'CHANGED'), rows_same = (SELECT COUNT(*) FROM"
            + " import_row w WHERE w.run_id = r.id AND w.state = 'SAME') WHERE r.uuid = ?"
            + " AND r.status = ?",
        again,
        id.toString(),
        from);
  }

  /** Rows that are to be stored and are not yet. */
  public List<StagedRow> unstored(UUID id) {
    return rows(id, "AND " + ImportStep.TO_STORE, Integer.MAX_VALUE);
  }

  /** Moves the status; false where it was not in the expected one, so nothing runs twice. */
  public boolean move(UUID id, String from, String to) {
    return update(
            "UPDATE import_run SET status = ?, rows_done = 0, incident = NULL, touched_at ="
                + " UTC_TIMESTAMP(6) WHERE uuid = ? AND status = ?",
            to,
            id.toString(),
            from)
        == 1;
  }

  /**
   * Marks an import as stored, in the transaction that stores it.
   *
   * @throws IllegalStateException where it has been given up meanwhile; nothing may be stored then
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void applied(UUID id) {
    if (update(ImportStep.APPLIED, id.toString()) != 1) {
      throw new IllegalStateException("import " + id + " is not being stored any more");
    }
  }

  /** It ended in a defect, which stands in the log under a number. */
  public void failed(UUID id, String from, String incident) {
    update(
        "UPDATE import_run SET status = 'FAILED', incident = ? WHERE uuid = ? AND status = ?",
        incident,
        id.toString(),
        from);
  }

  /** One that has not moved for long died with its server; what it had not stored is not stored. */
  private void endSilent() {
    // looked for without a lock: whoever asks how far an import is never waits for its rows
    if (number("SELECT MAX(id) FROM import_run WHERE " + SILENT, SILENT_SECONDS) > 0) {
      update("UPDATE import_run SET status = 'FAILED' WHERE " + SILENT, SILENT_SECONDS);
    }
  }

  public Optional<ImportRun> run(UUID id) {
    endSilent();
    return runs("WHERE uuid = ?", id.toString()).stream().findFirst();
  }

  /** The latest imports. */
  public List<ImportRun> latest(int most) {
    endSilent();
    return runs("ORDER BY uploaded_at DESC LIMIT ?", most);
  }

  /**
   * Staged rows of an import.
   *
   * @param findingsOnly only those with errors or warnings
   */
  public List<StagedRow> rows(UUID id, boolean findingsOnly, int most) {
    return rows(id, findingsOnly ? "AND errors IS NOT NULL" : "", most);
  }

  private List<StagedRow> rows(UUID id, String which, int most) {
    List<StagedRow> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT row_no, content, state, errors FROM import_row WHERE run_id = ? "
                    + which
                    + " ORDER BY row_no LIMIT ?")) {
      select.setLong(1, number("SELECT id FROM import_run WHERE uuid = ?", id.toString()));
      select.setInt(2, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new StagedRow(
                  row.getInt(1),
                  row.getString(2),
                  State.valueOf(row.getString(3)),
                  row.getString(4)));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("staged rows cannot be read", e);
    }
  }

  /** Its rows are stored and counted in one step: the import is taken first, then its rows. */
  private long held(UUID id) {
    return number("SELECT id FROM import_run WHERE uuid = ? FOR UPDATE", id.toString());
  }

  private long number(String sql, Object parameter) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the import cannot be read", e);
    }
  }

  private List<ImportRun> runs(String where, Object parameter) {
    List<ImportRun> runs = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT uuid, list, file_name, uploaded_by, uploaded_at, status, rows_total,"
                    + " rows_done, rows_bad, rows_new, rows_changed, rows_same, incident, judged_again,"
                    + " needs_approval"
                    + " FROM import_run "
                    + where)) {
      select.setObject(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          runs.add(
              new ImportRun(
                  UUID.fromString(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  row.getString(6),
                  row.getInt(7),
                  row.getInt(8),
                  row.getInt(9),
                  row.getInt(10),
                  row.getInt(11),
                  row.getInt(12),
                  row.getString(13),
                  row.getBoolean(14),
                  row.getBoolean(15)));
        }
      }
      return runs;
    } catch (SQLException e) {
      throw new IllegalStateException("imports cannot be read", e);
    }
  }

  private int update(String sql, Object... parameters) {
    return ImportStep.update(database, sql, parameters);
  }
}
