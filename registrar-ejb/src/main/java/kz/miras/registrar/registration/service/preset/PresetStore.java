package kz.miras.registrar.registration.service.preset;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.registration.service.StoredPreset;
import kz.miras.registrar.registration.service.preset.PresetRunView.Group;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Statements;

/** Keeps runs of presets and what became of each group. */
@ApplicationScoped
class PresetStore {

  private static final String RUN =
      "SELECT r.id, r.uuid, t.code, r.begun_by, r.begun_at, r.alive_at, r.stopped_at, r.ended_at"
          + " FROM preset_run r JOIN term t ON t.id = r.term_id WHERE ";
  private static final String LAST =
      "r.ended_at IS NULL OR r.id = (SELECT x.id FROM preset_run x ORDER BY x.begun_at DESC, x.id"
          + " DESC LIMIT 1) ORDER BY r.begun_at DESC, r.id DESC";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A run.
   *
   * @param aliveAt when something was done last
   * @param endedAt null while it goes on, or where it was broken off
   */
  record Run(
      long id,
      UUID link,
      String term,
      String by,
      Instant begunAt,
      Instant aliveAt,
      Instant stoppedAt,
      Instant endedAt) {}

  /** A group that is to be done. */
  record Step(long group, String code) {}

  /**
   * A group that is about to be done.
   *
   * @param due whether it is to be done: not where it is, or where the run was stopped
   * @param reason null for none
   */
  record Claim(boolean due, boolean stopped, String group, String term, String reason) {}

  /**
   * Begins a run, in the transaction of the caller; what was broken off in the term is over.
   *
   * @param silent when who has done nothing since works no more
   * @return its key; empty where one goes on in the term
   */
  Optional<Long> begin(
      UUID link,
      long term,
      List<Step> groups,
      String reason,
      String by,
      Instant now,
      Instant silent) {
    try (Connection connection = database.getConnection()) {
      // whoever begins in the same term waits here, and finds it begun
      Statements.list(
          connection, "SELECT id FROM term WHERE id = ? FOR UPDATE", List.of(term), one -> 0);
      boolean running =
          !Statements.list(
                  connection,
                  "SELECT id FROM preset_run WHERE term_id = ? AND ended_at IS NULL AND stopped_at"
                      + " IS NULL AND alive_at > ?",
                  List.of(term, utc(silent)),
                  one -> 0)
              .isEmpty();
      if (running) {
        return Optional.empty();
      }
      Statements.change(
          connection,
          "UPDATE preset_run SET ended_at = ? WHERE term_id = ? AND ended_at IS NULL",
          List.of(utc(now), term));
      long id =
          Statements.list(
                  connection,
                  "SELECT NEXT VALUE FOR registration_seq",
                  List.of(),
                  row -> row.getLong(1))
              .get(0);
      Statements.change(
          connection,
          "INSERT INTO preset_run (id, uuid, term_id, reason, begun_by, begun_at, alive_at) VALUES"
              + " (?, ?, ?, ?, ?, ?, ?)",
          Arrays.asList(id, link.toString(), term, reason, by, utc(now), utc(now)));
      int place = 0;
      for (Step one : groups) {
        Statements.change(
            connection,
            "INSERT INTO preset_group (run_id, group_id, place) VALUES (?, ?, ?)",
            List.of(id, one.group(), ++place));
      }
      return Optional.of(id);
    } catch (SQLException e) {
      throw new IllegalStateException("a run of presets cannot be stored", e);
    }
  }

  /** Takes a group for the transaction: nobody else does it meanwhile, nor again. */
  Claim claim(long run, long group) {
    return one(
            "SELECT g.done_at IS NOT NULL, r.stopped_at IS NOT NULL, x.code, t.code, r.reason FROM"
                + " preset_group g JOIN preset_run r ON r.id = g.run_id JOIN term t ON t.id ="
                + " r.term_id JOIN student_group x ON x.id = g.group_id WHERE g.run_id = ? AND"
                + " g.group_id = ?",
            lock(run, group),
            row ->
                new Claim(
                    !row.getBoolean(1) && !row.getBoolean(2),
                    row.getBoolean(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .orElseThrow();
  }

  private List<Long> lock(long run, long group) {
    List<Long> key = List.of(run, group);
    one(
        "SELECT group_id FROM preset_group WHERE run_id = ? AND group_id = ? FOR UPDATE",
        key,
        row -> row.getLong(1));
    return key;
  }

  void done(long run, long group, Preset outcome, Instant now) {
    change(
        "UPDATE preset_group SET done_at = ?, outcome = ?, reasons = NULL WHERE run_id = ? AND"
            + " group_id = ?",
        utc(now),
        StoredPreset.packed(outcome),
        run,
        group);
  }

  void missed(long run, long group, List<Refusal> reasons) {
    change(
        "UPDATE preset_group SET reasons = ? WHERE run_id = ? AND group_id = ? AND done_at IS NULL",
        StoredPreset.packed(reasons),
        run,
        group);
  }

  /** Somebody works on it. */
  void alive(long run, Instant now) {
    change("UPDATE preset_run SET alive_at = ? WHERE id = ?", utc(now), run);
  }

  void stop(long run, Instant now) {
    change(
        "UPDATE preset_run SET stopped_at = ? WHERE id = ? AND ended_at IS NULL AND stopped_at IS"
            + " NULL",
        utc(now),
        run);
  }

  void end(long run, Instant now) {
    change("UPDATE preset_run SET ended_at = ? WHERE id = ? AND ended_at IS NULL", utc(now), run);
  }

  /** It begins again with what is left. */
  void goOn(long run, Instant now) {
    change(
        "UPDATE preset_run SET stopped_at = NULL, ended_at = NULL, alive_at = ? WHERE id = ?",
        utc(now),
        run);
    change("UPDATE preset_group SET reasons = NULL WHERE run_id = ? AND done_at IS NULL", run);
  }

  /** Runs that have no end, and the last one that was begun; the newest first. */
  List<Run> last() {
    return list(RUN + LAST, List.of(), PresetStore::run);
  }

  Optional<Run> run(UUID link) {
    return one(RUN + "r.uuid = ?", List.of(link.toString()), PresetStore::run);
  }

  /** Groups of a run that are not done. */
  List<Step> left(long run) {
    return list(
        "SELECT g.group_id, x.code FROM preset_group g JOIN student_group x ON x.id = g.group_id"
            + " WHERE g.run_id = ? AND g.done_at IS NULL ORDER BY g.place",
        List.of(run),
        row -> new Step(row.getLong(1), row.getString(2)));
  }

  /** The groups of a run with what became of them. */
  List<Group> groups(long run) {
    return list(
        "SELECT x.code, g.outcome, g.reasons FROM preset_group g JOIN student_group x ON x.id ="
            + " g.group_id WHERE g.run_id = ? ORDER BY g.place",
        List.of(run),
        row ->
            new Group(
                row.getString(1),
                row.getString(2) == null ? null : StoredPreset.unpacked(row.getString(2)),
                row.getString(3) == null ? null : StoredPreset.reasons(row.getString(3))));
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getLong(1),
        UUID.fromString(row.getString(2)),
        row.getString(3),
        row.getString(4),
        instant(row, 5),
        instant(row, 6),
        instant(row, 7),
        instant(row, 8));
  }

  private <T> Optional<T> one(String sql, List<?> values, Statements.Reader<T> reader) {
    return list(sql, values, reader).stream().findFirst();
  }

  private <T> List<T> list(String sql, List<?> values, Statements.Reader<T> reader) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, values, reader);
    } catch (SQLException e) {
      throw new IllegalStateException("runs of presets cannot be read", e);
    }
  }

  private void change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a run of presets cannot be stored", e);
    }
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }
}
