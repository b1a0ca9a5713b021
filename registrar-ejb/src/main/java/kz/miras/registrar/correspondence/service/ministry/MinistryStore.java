package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** GOV-12. Writes runs: what a step did and how far it came are one transaction. */
@Stateless
@PermitAll
public class MinistryStore {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StepRows rows;
  @Inject private TableRows table;
  @Inject private UniversityTime time;

  /** Begins a run; empty where one goes on: two at once would send the same twice. */
  public Optional<UUID> begin(RunKind kind, List<PlatformType> types, boolean onlyDue, String by) {
    return begin(kind, types, onlyDue, by, null);
  }

  /** The same, but empty also where they have begun such a run since: whichever node it was. */
  public Optional<UUID> beginOnce(
      RunKind kind, List<PlatformType> types, boolean onlyDue, String by, Instant since) {
    return begin(kind, types, onlyDue, by, since);
  }

  private Optional<UUID> begin(
      RunKind kind, List<PlatformType> types, boolean onlyDue, String by, Instant once) {
    Instant now = time.now();
    try (Connection connection = database.getConnection()) {
      Statements.change(
          connection, "INSERT IGNORE INTO ministry_counter (type) VALUES ('RUN')", List.of());
      Statements.list(
          connection,
          "SELECT last_number FROM ministry_counter WHERE type = 'RUN' FOR UPDATE",
          List.of(),
          row -> 0);
      boolean busy =
          !Statements.list(
                  connection,
                  "SELECT id FROM ministry_run WHERE state = 'RUNNING'",
                  List.of(),
                  row -> 0)
              .isEmpty();
      if (busy || once != null && hasBegun(connection, kind, by, once)) {
        return Optional.empty();
      }
      long id =
          Statements.list(
                  connection,
                  "SELECT NEXT VALUE FOR ministry_seq",
                  List.of(),
                  row -> row.getLong(1))
              .get(0);
      UUID uuid = UUID.randomUUID();
      Statements.change(
          connection,
          "INSERT INTO ministry_run (id, uuid, kind, only_due, state, begun_by, begun_at, alive_at)"
              + " VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?)",
          List.of(
              id,
              uuid.toString(),
              kind.name(),
              onlyDue,
              by,
              TableRows.utc(now),
              TableRows.utc(now)));
      int place = 0;
      for (PlatformType type : kind.inOrder(types)) {
        Statements.change(
            connection,
            "INSERT INTO ministry_part (run_id, place, type) VALUES (?, ?, ?)",
            List.of(id, ++place, type.name()));
      }
      return Optional.of(uuid);
    } catch (SQLException e) {
      throw new IllegalStateException("a run cannot be begun", e);
    }
  }

  private static boolean hasBegun(Connection connection, RunKind kind, String by, Instant since)
      throws SQLException {
    return !Statements.list(
            connection,
            "SELECT id FROM ministry_run WHERE kind = ? AND begun_by = ? AND begun_at >= ?",
            List.of(kind.name(), by, TableRows.utc(since)),
            row -> 0)
        .isEmpty();
  }

  /** Whether it goes on; says that somebody works on it. */
  public boolean alive(UUID run) {
    return table.change(
            "UPDATE ministry_run SET alive_at = ? WHERE uuid = ? AND state = 'RUNNING'",
            TableRows.utc(time.now()),
            run.toString())
        == 1;
  }

  /** Takes over a run nobody works on; false where somebody else has. */
  public boolean claim(UUID run, Instant since) {
    return table.change(
            "UPDATE ministry_run SET alive_at = ? WHERE uuid = ? AND state = 'RUNNING' AND alive_at"
                + " < ?",
            TableRows.utc(time.now()),
            run.toString(),
            TableRows.utc(since))
        == 1;
  }

  /** Stops it; false where it does not go on. */
  public boolean stop(UUID run, String trouble, String detail) {
    return table.change(
            "UPDATE ministry_run SET state = 'STOPPED', trouble = ?, detail = ?, alive_at = ? WHERE"
                + " uuid = ? AND state = 'RUNNING'",
            trouble,
            detail,
            TableRows.utc(time.now()),
            run.toString())
        == 1;
  }

  /** Lets it go on where it was; false where it is not stopped, or another goes on. */
  public boolean goOn(UUID run) {
    return table.change(
            "UPDATE ministry_run SET state = 'RUNNING', trouble = NULL, detail = NULL, alive_at = ?"
                + " WHERE uuid = ? AND state = 'STOPPED' AND NOT EXISTS (SELECT 1 FROM (SELECT id"
                + " FROM ministry_run WHERE state = 'RUNNING') x)",
            TableRows.utc(time.now()),
            run.toString())
        == 1;
  }

  /** All parts are done. */
  public void end(UUID run) {
    LocalDateTime now = TableRows.utc(time.now());
    table.change(
        "UPDATE ministry_run SET state = ?, ended_at = ?, alive_at = ? WHERE uuid = ? AND state ="
            + " 'RUNNING'",
        RunState.ENDED.name(),
        now,
        now,
        run.toString());
  }

  /** How many records a part has, when it begins. */
  public void total(long run, int place, int total) {
    table.change(
        "UPDATE ministry_part SET total = ? WHERE run_id = ? AND place = ?", total, run, place);
  }

  /** A comparison broken off begins its part anew. */
  public void anew(MinistryRun run, MinistryRun.Part part) {
    table.change(
        "DELETE FROM ministry_difference WHERE run_id = ? AND type = ?",
        run.id(),
        part.type().name());
    table.change(
        "DELETE FROM ministry_seen WHERE run_id = ? AND type = ?", run.id(), part.type().name());
    table.change(
        "UPDATE ministry_part SET seen = 0, position = 0, differing = 0, blocked = 0 WHERE run_id ="
            + " ? AND place = ?",
        run.id(),
        part.place());
  }

  /** A part is done; what earlier comparisons of its type found is over. */
  public void endPart(MinistryRun run, MinistryRun.Part part) {
    if (run.kind() == RunKind.READ_BACK) {
      table.change(
          "DELETE FROM ministry_difference WHERE type = ? AND run_id <> ?",
          part.type().name(),
          run.id());
      table.change(
          "DELETE FROM ministry_seen WHERE run_id = ? AND type = ?", run.id(), part.type().name());
    } else {
      // what was found of records behind the last one is of such as are no more
      table.change(
          "DELETE FROM ministry_finding WHERE type = ? AND number > (SELECT position FROM"
              + " ministry_part WHERE run_id = ? AND place = ?)",
          part.type().name(),
          run.id(),
          part.place());
    }
    table.change(
        "UPDATE ministry_part SET ended_at = ? WHERE run_id = ? AND place = ?",
        TableRows.utc(time.now()),
        run.id(),
        part.place());
  }

  /** Some records are done with. */
  public void step(MinistryRun run, MinistryRun.Part part, PartStep step) {
    try (Connection connection = database.getConnection()) {
      rows.write(connection, run, part, step, TableRows.utc(time.now()));
    } catch (SQLException e) {
      throw new IllegalStateException("a step of a run cannot be written", e);
    }
  }
}
