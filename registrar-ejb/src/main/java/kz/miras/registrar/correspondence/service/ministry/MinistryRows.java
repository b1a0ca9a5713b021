package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;
import kz.miras.registrar.correspondence.ministry.PlatformNames;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;

/** Reads runs over the records of the platform, and what they go by. */
@ApplicationScoped
class MinistryRows {

  private static final String RUN =
      "SELECT id, uuid, kind, only_due, state, trouble, detail, begun_by, begun_at, alive_at,"
          + " ended_at FROM ministry_run WHERE ";

  @Inject private TableRows table;

  /** The latest comparison, whatever it was over. */
  Optional<MinistryRun> latestComparison() {
    return runs("kind = 'READ_BACK' ORDER BY begun_at DESC, id DESC LIMIT 1", List.of()).stream()
        .findFirst();
  }

  /** The latest comparison of everything there is. */
  Optional<MinistryRun> latestWholeComparison() {
    return runs(
            "kind = 'READ_BACK' AND (SELECT COUNT(*) FROM ministry_part p WHERE p.run_id ="
                + " ministry_run.id) = ? ORDER BY begun_at DESC, id DESC LIMIT 1",
            List.of(PlatformType.values().length))
        .stream()
        .findFirst();
  }

  /** When records were sent for the first time. */
  Optional<Instant> firstSent() {
    return table.one(
        "SELECT begun_at FROM ministry_run WHERE kind = 'SEND' ORDER BY begun_at LIMIT 1",
        row -> TableRows.instant(row, "begun_at"));
  }

  Optional<MinistryRun> run(UUID uuid) {
    return runs("uuid = ?", List.of(uuid.toString())).stream().findFirst();
  }

  List<MinistryRun> latest(int most) {
    return runs("1 = 1 ORDER BY begun_at DESC, id DESC LIMIT " + most, List.of());
  }

  /** Runs nobody has worked on since. */
  List<UUID> silent(Instant since) {
    return runs("state = 'RUNNING' AND alive_at < ?", List.of(TableRows.utc(since))).stream()
        .map(MinistryRun::uuid)
        .toList();
  }

  /** Whether somebody has begun such a run since. */
  boolean hasBegun(String by, Instant since) {
    return !runs(
            "kind = 'SEND' AND begun_by = ? AND begun_at >= ?", List.of(by, TableRows.utc(since)))
        .isEmpty();
  }

  private List<MinistryRun> runs(String which, List<?> values) {
    return list(RUN + which, values, this::run);
  }

  private MinistryRun run(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new MinistryRun(
        id,
        UUID.fromString(row.getString("uuid")),
        RunKind.valueOf(row.getString("kind")),
        row.getBoolean("only_due"),
        RunState.valueOf(row.getString("state")),
        row.getString("trouble"),
        row.getString("detail"),
        row.getString("begun_by"),
        TableRows.instant(row, "begun_at"),
        TableRows.instant(row, "alive_at"),
        TableRows.instant(row, "ended_at"),
        list(
            "SELECT place, type, position, total, seen, unchanged, blocked, taken, refused,"
                + " differing, ended_at IS NOT NULL FROM ministry_part WHERE run_id = ? ORDER BY"
                + " place",
            List.of(id),
            MinistryRows::part));
  }

  private static MinistryRun.Part part(ResultSet row) throws SQLException {
    return new MinistryRun.Part(
        row.getInt(1),
        PlatformType.valueOf(row.getString(2)),
        row.getLong(3),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getInt(9),
        row.getInt(10),
        row.getBoolean(11));
  }

  /** Numbers of dictionaries as they are in force. */
  PlatformCodes codes() {
    Map<String, Set<Integer>> imported = new HashMap<>();
    list(
            "SELECT dictionary, number FROM ministry_dictionary",
            List.of(),
            row -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(
            one ->
                imported.computeIfAbsent(one.getKey(), key -> new HashSet<>()).add(one.getValue()));
    return PlatformCodes.with(entered(), imported);
  }

  /** Those the university has entered. */
  Map<String, Integer> entered() {
    Map<String, Integer> entered = new HashMap<>();
    list(
            "SELECT dictionary, our_value, number FROM ministry_code",
            List.of(),
            row -> Map.entry(PlatformCodes.key(row.getString(1), row.getString(2)), row.getInt(3)))
        .forEach(one -> entered.put(one.getKey(), one.getValue()));
    return entered;
  }

  PlatformNames names() {
    return PlatformNames.with(enteredNames());
  }

  Map<String, String> enteredNames() {
    return list(
            "SELECT type, field, sent_as FROM ministry_field_name",
            List.of(),
            row ->
                Map.entry(
                    PlatformNames.key(PlatformType.valueOf(row.getString(1)), row.getString(2)),
                    row.getString(3)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What the platform took last of some records, by number. */
  Map<Long, byte[]> sent(PlatformType type, Collection<Long> numbers) {
    Map<Long, byte[]> sent = new HashMap<>();
    byNumbers("SELECT number, checksum FROM ministry_sent", type, numbers)
        .forEach((number, value) -> sent.put(number, (byte[]) value));
    return sent;
  }

  /** What the platform has of some records in fields this system keeps nothing of. */
  Map<Long, Map<String, Object>> carried(PlatformType type, Collection<Long> numbers) {
    Map<Long, Map<String, Object>> carried = new HashMap<>();
    byNumbers("SELECT number, fields FROM ministry_carried", type, numbers)
        .forEach((number, value) -> carried.put(number, object(value.toString())));
    return carried;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String json) {
    return Json.read(json, Map.class);
  }

  /** Which of some numbers a comparison has seen. */
  Collection<Long> seen(long run, PlatformType type, Collection<Long> numbers) {
    return byNumbers(
            "SELECT number, run_id FROM ministry_seen", type, numbers, " AND run_id = " + run)
        .keySet();
  }

  private Map<Long, Object> byNumbers(String select, PlatformType type, Collection<Long> numbers) {
    return byNumbers(select, type, numbers, "");
  }

  private Map<Long, Object> byNumbers(
      String select, PlatformType type, Collection<Long> numbers, String more) {
    Map<Long, Object> found = new HashMap<>();
    if (!numbers.isEmpty()) {
      List<Object> values = new ArrayList<>(List.of(type.name()));
      values.addAll(numbers);
      list(
              select
                  + " WHERE type = ? AND number IN ("
                  + Statements.places(numbers.size())
                  + ")"
                  + more,
              values,
              row -> Map.entry(row.getLong(1), row.getObject(2)))
          .forEach(one -> found.put(one.getKey(), one.getValue()));
    }
    return found;
  }

  <T> List<T> list(String sql, Collection<?> values, Statements.Reader<T> reader) {
    return table.list(sql, reader, values.toArray());
  }
}
