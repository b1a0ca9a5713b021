package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.rule.SubmittedOnce;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;

/**
 * REG-32. Requests with their answers: the same key of the same account answers the same and takes
 * nothing again. Each has a receipt, see {@link Receipts}.
 */
@ApplicationScoped
class Submissions {

  private static final String KNOWN =
      "SELECT id, request_hash, answer, receipt FROM registration_submission WHERE account = ? AND"
          + " request_key = ?";
  private static final String KEEP =
      "INSERT INTO registration_submission (id, account, request_key, request_hash, student_id,"
          + " term_id, arrived_at, decided_at, answer, receipt, receipt_form) VALUES (?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?)";
  private static final String READ =
      "SELECT " + Receipts.COLUMNS + ", answer FROM registration_submission WHERE id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail trail;
  @Inject private SealKey seals;

  /** The request, byte for byte the same where it is the same. */
  static byte[] hash(String student, PlanRequest request) {
    return Checksum.sha256((student + " " + Json.write(request)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The answer this key got before.
   *
   * @throws RegistrarException.Refused where the key came with another request
   */
  Optional<PlanAnswer> known(String key, byte[] hash) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setString(1, trail.author());
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Verdict verdict = SubmittedOnce.again(row.getBytes(2), hash);
        if (!verdict.isAllowed()) {
          throw new RegistrarException.Refused(verdict.refusals());
        }
        return Optional.of(answer(row.getString(3), row.getBytes(4)));
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** What the rules say of each line that was refused or warned of, as the student reads it. */
  private void audit(long student, PlanAnswer answer) {
    record(student, answer, true, Verdict::refusals);
    record(student, answer, false, Verdict::warnings);
  }

  private void record(
      long student, PlanAnswer answer, boolean refused, Function<Verdict, List<Refusal>> said) {
    List<Map<String, Object>> told =
        answer.lines().stream()
            .filter(line -> line.verdict().isAllowed() != refused)
            .filter(line -> !said.apply(line.verdict()).isEmpty())
            .map(
                line ->
                    Map.<String, Object>of(
                        "discipline", line.discipline(), "why", said.apply(line.verdict())))
            .toList();
    if (told.isEmpty()) {
      return;
    }
    if (refused) {
      trail.refused(Permissions.PLAN_SUBMIT, "Student", student, Json.write(told));
    } else {
      trail.record(Permissions.PLAN_SUBMIT, "Student", student, null, Json.write(told));
    }
  }

  /** Keeps an answer, with its receipt. */
  PlanAnswer keep(
      String key,
      byte[] hash,
      long student,
      long term,
      SeatBook.Asking asking,
      List<LogEntry> entries,
      PlanAnswer answer) {
    audit(student, answer);
    PlanAnswer unsealed =
        new PlanAnswer(
            asking.submission(),
            null,
            asking.arrivedAt(),
            asking.now(),
            answer.plan(),
            answer.whole(),
            answer.lines());
    String text = Json.write(PlanAnswers.packed(unsealed));
    byte[] receipt =
        Receipts.seal(
            seals.chain(Receipts.CHAIN),
            new Receipts.Kept(
                asking.submission(),
                student,
                term,
                asking.author(),
                key,
                hash,
                Checksum.sha256(text.getBytes(StandardCharsets.UTF_8)),
                null,
                Receipts.FORM),
            new Receipts().all(entries));
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setString(1, asking.submission().toString());
      insert.setString(2, asking.author());
      insert.setString(3, key);
      insert.setBytes(4, hash);
      insert.setLong(5, student);
      insert.setLong(6, term);
      insert.setObject(7, LocalDateTime.ofInstant(asking.arrivedAt(), ZoneOffset.UTC));
      insert.setObject(8, LocalDateTime.ofInstant(asking.now(), ZoneOffset.UTC));
      insert.setString(9, text);
      insert.setBytes(10, receipt);
      insert.setInt(11, Receipts.FORM);
      insert.executeUpdate();
      return unsealed.with(Receipts.code(receipt));
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static PlanAnswer answer(String text, byte[] receipt) {
    return PlanAnswers.unpacked(Json.read(text, PlanAnswer.class)).with(Receipts.code(receipt));
  }

  /** What is told of a request that was decided before. */
  record Decided(Receipts.Kept kept, PlanAnswer answer) {}

  /** A submission by its id. */
  Optional<Decided> read(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Receipts.Kept kept = Receipts.Kept.of(row);
        return Optional.of(new Decided(kept, answer(row.getString(10), kept.receipt())));
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Whether the answer and the log are today what the receipt was made of. */
  boolean holds(Receipts.Kept kept, Collection<LogEntry> entries) {
    return new Receipts().holds(seals.chain(Receipts.CHAIN), kept, entries);
  }
}
