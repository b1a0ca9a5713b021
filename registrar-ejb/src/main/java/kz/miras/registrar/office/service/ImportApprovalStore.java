package kz.miras.registrar.office.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;

/** IMP-6. The way of a file past its approval, each step in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportApprovalStore {

  private static final String PAGE = "/office/import.xhtml?id=";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail audit;
  @Inject private AuditContext reasons;
  @Inject private Notices notices;

  /**
   * How far it has come.
   *
   * @param submittedBy null before it is submitted, as is the moment
   * @param decidedBy null before it is decided, as are moment and note
   */
  public record Course(
      String submittedBy, Instant submittedAt, String decidedBy, Instant decidedAt, String note)
      implements Serializable {}

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Course course(UUID run) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
              connection,
              "SELECT submitted_by, submitted_at, decided_by, decided_at, decision_note FROM"
                  + " import_run WHERE uuid = ?",
              List.of(run.toString()),
              row ->
                  new Course(
                      row.getString(1),
                      instant(row.getObject(2, LocalDateTime.class)),
                      row.getString(3),
                      instant(row.getObject(4, LocalDateTime.class)),
                      row.getString(5)))
          .get(0);
    } catch (SQLException e) {
      throw new IllegalStateException("the import cannot be read", e);
    }
  }

  private static Instant instant(LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  /** Sends a checked file to be approved; false where it is not checked any more. */
  public boolean submit(UUID run, String by, Instant at) {
    boolean done =
        ImportStep.update(
                database,
                "UPDATE import_run SET status = 'WAITING', submitted_by = ?, submitted_at = ?,"
                    + " decided_by = NULL, decided_at = NULL, decision_note = NULL WHERE uuid = ?"
                    + " AND status = 'CHECKED'",
                by,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                run.toString())
            == 1;
    if (done) {
      audit.record("import.submit", "Import", run, null, null);
    }
    return done;
  }

  /**
   * Decides about a file that waits; who submitted it is told.
   *
   * @param approved true lets it be stored
   * @return false where it waits no longer
   */
  public boolean decide(
      ImportRun run, boolean approved, String note, String by, Instant at, String submittedBy) {
    boolean done =
        ImportStep.update(
                database,
                "UPDATE import_run SET status = ?, rows_done = 0, touched_at = UTC_TIMESTAMP(6),"
                    + " decided_by = ?, decided_at = ?, decision_note = ? WHERE uuid = ? AND status ="
                    + " 'WAITING' AND submitted_by = ?",
                approved ? "APPLYING" : "REJECTED",
                by,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                note,
                run.id().toString(),
                submittedBy)
            == 1;
    if (done) {
      if (note != null) {
        reasons.because(note);
      }
      audit.record(
          approved ? "import.approve" : "import.reject", "Import", run.id(), null, Json.write(by));
      notices.tellAccount(
          submittedBy,
          approved ? "office.notice.import-approved" : "office.notice.import-rejected",
          PAGE + run.id(),
          run.fileName(),
          note == null ? "" : note);
    }
    return done;
  }
}
