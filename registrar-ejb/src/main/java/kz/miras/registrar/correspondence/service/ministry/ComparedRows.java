package kz.miras.registrar.correspondence.service.ministry;

import static kz.miras.registrar.correspondence.service.ministry.StepRows.add;
import static kz.miras.registrar.correspondence.service.ministry.StepRows.shortened;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.correspondence.ministry.PlatformFields;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.service.ministry.PartStep.Compared;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;

/** Writes what the platform has and where it differs, in the transaction of the caller. */
@ApplicationScoped
class ComparedRows {

  /**
   * GOV-13. Whether a difference {@code f} stands: a comparison that goes on or was broken off has
   * looked at some records of a type only, so what the one before found of it holds until all are.
   */
  static final String STANDING =
      "NOT EXISTS (SELECT 1 FROM ministry_part p JOIN ministry_run r ON r.id = p.run_id WHERE"
          + " p.run_id = f.run_id AND p.type = f.type AND r.kind = 'READ_BACK' AND p.ended_at IS"
          + " NULL)";

  private static final int LONGEST_LABEL = 300;
  private static final int LONGEST_VALUE = 500;

  void seen(Connection connection, MinistryRun run, PartStep step) throws SQLException {
    List<Compared> there = step.compared.stream().filter(one -> one.theirs() != null).toList();
    if (there.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        Batches.prepare(
            connection,
            "INSERT IGNORE INTO ministry_seen (run_id, type, number) VALUES (?, ?, ?)")) {
      for (Compared one : there) {
        add(insert, run.id(), step.type.name(), one.number());
      }
      insert.executeBatch();
    }
  }

  /** What the platform has in fields this system keeps nothing of. */
  void carried(Connection connection, PartStep step) throws SQLException {
    try (PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO ministry_carried (type, number, fields) VALUES (?, ?, ?) ON DUPLICATE KEY"
                    + " UPDATE fields = VALUES(fields)");
        PreparedStatement delete =
            Batches.prepare(
                connection, "DELETE FROM ministry_carried WHERE type = ? AND number = ?")) {
      boolean any = false;
      boolean none = false;
      for (Compared one : step.carried.isEmpty() ? step.compared : step.carried) {
        if (one.theirs() == null) {
          continue;
        }
        Map<String, Object> others = PlatformFields.others(step.type, one.theirs());
        if (!others.isEmpty()) {
          add(insert, step.type.name(), one.number(), Json.write(others));
          any = true;
        } else {
          // what was emptied there is not to come back from here
          add(delete, step.type.name(), one.number());
          none = true;
        }
      }
      if (none) {
        delete.executeBatch();
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }

  void differences(Connection connection, MinistryRun run, PartStep step, LocalDateTime now)
      throws SQLException {
    for (Compared one : step.compared) {
      Map<String, LocalDateTime> known = known(connection, step, one);
      Statements.change(
          connection,
          "DELETE FROM ministry_difference WHERE type = ? AND number = ? AND (run_id = ? OR ?)",
          List.of(step.type.name(), one.number(), run.id(), run.kind() == RunKind.SEND));
      if (run.kind() == RunKind.READ_BACK && !one.differences().isEmpty()) {
        // what is not there as it was taken is due again
        Statements.change(
            connection,
            "DELETE FROM ministry_sent WHERE type = ? AND number = ?",
            List.of(step.type.name(), one.number()));
      }
      for (RecordDifference found : one.differences()) {
        Statements.change(
            connection,
            "INSERT INTO ministry_difference (id, run_id, type, number, label, student_id, kind,"
                + " field, ours, theirs, found_at, first_found_at) VALUES (NEXT VALUE FOR"
                + " ministry_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Arrays.asList(
                run.id(),
                step.type.name(),
                one.number(),
                shortened(label(one), LONGEST_LABEL),
                student(connection, one),
                found.kind().name(),
                found.field(),
                shortened(found.ours(), LONGEST_VALUE),
                shortened(found.theirs(), LONGEST_VALUE),
                now,
                known.getOrDefault(key(found.kind().name(), found.field()), now)));
      }
    }
  }

  /** GOV-16. Since when each difference of a record is told, by its kind and field. */
  private static Map<String, LocalDateTime> known(
      Connection connection, PartStep step, Compared one) throws SQLException {
    Map<String, LocalDateTime> known = new HashMap<>();
    if (!one.differences().isEmpty()) {
      Statements.list(
              connection,
              "SELECT f.kind, f.field, MIN(f.first_found_at) FROM ministry_difference f WHERE f.type ="
                  + " ? AND f.number = ? AND "
                  + STANDING
                  + " GROUP BY f.kind, f.field",
              List.of(step.type.name(), one.number()),
              row ->
                  Map.entry(
                      key(row.getString(1), row.getString(2)),
                      row.getObject(3, LocalDateTime.class)))
          .forEach(row -> known.put(row.getKey(), row.getValue()));
    }
    return known;
  }

  private static String key(String kind, String field) {
    return kind + " " + field;
  }

  private static String label(Compared one) {
    return one.mapped() == null ? null : one.mapped().facts().text("label");
  }

  /** Key of the student; of a record that is there only, by the number it names. */
  private static Object student(Connection connection, Compared one) throws SQLException {
    if (one.mapped() != null) {
      return one.mapped().facts().get("student_key");
    }
    Serializable number =
        one.theirs().get("studentId") instanceof Number known ? known.longValue() : -1L;
    return Statements.list(
            connection,
            "SELECT our_id FROM ministry_number WHERE type = 'STUDENT' AND number = ?",
            List.of(number),
            row -> row.getLong(1))
        .stream()
        .findFirst()
        .orElse(null);
  }
}
