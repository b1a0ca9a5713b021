package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.correspondence.ministry.RecordOutcome;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.service.ministry.PartStep.Judged;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.MessageArguments;
import kz.miras.registrar.shared.service.Statements;

/** Writes what a step of a run did, in the transaction of the caller. */
@ApplicationScoped
class StepRows {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_LABEL = 300;

  @Inject private ComparedRows compared;

  void write(
      Connection connection,
      MinistryRun run,
      MinistryRun.Part part,
      PartStep step,
      LocalDateTime now)
      throws SQLException {
    if (!step.carried.isEmpty()) {
      compared.carried(connection, step);
      return;
    }
    if (run.kind() == RunKind.READ_BACK) {
      compared.seen(connection, run, step);
    } else {
      findings(connection, step, now);
    }
    if (run.kind() == RunKind.SEND) {
      outcomes(connection, run, step, now);
    }
    if (step.sent != null || step.content != null) {
      batch(connection, run, step, now);
    }
    compared.carried(connection, step);
    compared.differences(connection, run, step, now);
    BatchSending.Result sent = step.sent;
    Statements.change(
        connection,
        "UPDATE ministry_part SET position = GREATEST(position, ?), seen = seen + ?, unchanged ="
            + " unchanged + ?, blocked = blocked + ?, taken = taken + ?, refused = refused + ?,"
            + " differing = differing + ? WHERE run_id = ? AND place = ?",
        List.of(
            step.last,
            run.kind() == RunKind.READ_BACK ? step.compared.size() : step.judged.size(),
            step.unchanged.size(),
            step.blocked(),
            sent == null ? 0 : sent.taken().size(),
            sent == null ? 0 : sent.refused().size(),
            step.compared.stream().filter(one -> !one.differences().isEmpty()).count(),
            run.id(),
            part.place()));
  }

  /** What was found before of these numbers is over, also of those that are no more. */
  private static void findings(Connection connection, PartStep step, LocalDateTime now)
      throws SQLException {
    Statements.change(
        connection,
        "DELETE FROM ministry_finding WHERE type = ? AND number BETWEEN ? AND ?",
        List.of(step.type.name(), step.first, step.last));
    try (PreparedStatement insert =
        Batches.prepare(
            connection,
            "INSERT INTO ministry_finding (id, type, number, label, student_id, rule, field, code,"
                + " args, blocks, found_at) VALUES (NEXT VALUE FOR ministry_seq, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?)")) {
      boolean any = false;
      for (Judged one : step.judged) {
        for (Refusal refusal : one.verdict().refusals()) {
          finding(insert, step, one, refusal, true, now);
          any = true;
        }
        for (Refusal warning : one.verdict().warnings()) {
          finding(insert, step, one, warning, false, now);
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }

  private static void finding(
      PreparedStatement insert,
      PartStep step,
      Judged one,
      Refusal found,
      boolean blocks,
      LocalDateTime now)
      throws SQLException {
    add(
        insert,
        step.type.name(),
        one.mapped().record().id(),
        shortened(one.mapped().facts().text("label"), LONGEST_LABEL),
        one.mapped().facts().get("student_key"),
        found.rule(),
        found.field(),
        found.code(),
        MessageArguments.write(found.args()),
        blocks,
        now);
  }

  private static void outcomes(
      Connection connection, MinistryRun run, PartStep step, LocalDateTime now)
      throws SQLException {
    try (PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO ministry_outcome (run_id, type, number, outcome, reason) VALUES (?, ?,"
                    + " ?, ?, ?) ON DUPLICATE KEY UPDATE outcome = VALUES(outcome), reason ="
                    + " VALUES(reason)");
        PreparedStatement taken =
            Batches.prepare(
                connection,
                "INSERT INTO ministry_sent (type, number, checksum, at) VALUES (?, ?, ?, ?) ON"
                    + " DUPLICATE KEY UPDATE checksum = VALUES(checksum), at = VALUES(at)")) {
      boolean anyTaken = false;
      boolean any = false;
      for (Judged one : step.judged) {
        long number = one.mapped().record().id();
        if (step.unchanged.contains(number)) {
          continue;
        }
        any = true;
        RecordOutcome outcome = outcome(step, one, number);
        String reason = step.sent == null ? null : step.sent.refused().get(number);
        add(
            insert,
            run.id(),
            step.type.name(),
            number,
            outcome.name(),
            outcome == RecordOutcome.REFUSED ? shortened(reason, LONGEST_REASON) : null);
        if (outcome == RecordOutcome.ACCEPTED) {
          add(taken, step.type.name(), number, one.mapped().record().checksum(), now);
          anyTaken = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
      if (anyTaken) {
        taken.executeBatch();
      }
    }
  }

  private static RecordOutcome outcome(PartStep step, Judged one, long number) {
    if (!one.verdict().isAllowed()) {
      return RecordOutcome.BLOCKED;
    }
    return step.sent != null && step.sent.taken().contains(number)
        ? RecordOutcome.ACCEPTED
        : RecordOutcome.REFUSED;
  }

  private static void batch(
      Connection connection, MinistryRun run, PartStep step, LocalDateTime now)
      throws SQLException {
    BatchSending.Result sent = step.sent;
    Statements.change(
        connection,
        "INSERT INTO ministry_batch (run_id, type, first, last, sent, saved, updated, refused,"
            + " requests, adds_up, content, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Arrays.asList(
            run.id(),
            step.type.name(),
            step.first,
            step.last,
            step.asked,
            sent == null ? 0 : sent.saved(),
            sent == null ? 0 : sent.updated(),
            sent == null ? 0 : sent.refused().size(),
            sent == null ? 0 : sent.requests(),
            sent == null || sent.addsUp(),
            step.content,
            now));
  }

  static String shortened(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  static void add(PreparedStatement insert, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.addBatch();
  }
}
