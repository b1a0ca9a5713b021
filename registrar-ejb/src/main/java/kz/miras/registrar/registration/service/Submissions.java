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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.SealKey;
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

  // one statement: the newest receipt of the student, and the answer to this key
  private static final String KNOWN =
      "SELECT h.position, h.receipt, s.request_hash, s.answer, s.receipt FROM (SELECT 1 AS one) x"
          + " LEFT JOIN registration_receipt_head h ON h.student_id = ? LEFT JOIN"
          + " registration_submission s ON s.account = ? AND s.request_key = ?";
  private static final String KEEP =
      "INSERT INTO registration_submission (id, account, request_key, request_hash, student_id,"
          + " term_id, arrived_at, decided_at, answer, receipt, receipt_form, chain_position,"
          + " previous) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String FIRST =
      "INSERT INTO registration_receipt_head (position, receipt, student_id) VALUES (?, ?, ?)";
  // the turn of the student is taken; the condition holds even if somebody forgets to
  private static final String NEXT =
      "UPDATE registration_receipt_head SET position = ?, receipt = ? WHERE student_id = ? AND"
          + " position = ?";
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
   * What there is before a request is decided.
   *
   * @param answer this key got before; null for none
   * @param last receipt of the student
   */
  record Known(PlanAnswer answer, ChainHead last) {}

  /**
   * A request that was decided.
   *
   * @param last receipt the student had when it came
   */
  record Request(
      String key, byte[] hash, long student, long term, SeatBook.Asking asking, ChainHead last) {}

  /**
   * What is known when a request comes; the turn of the student has been taken.
   *
   * @throws RegistrarException.Refused where the key came with another request
   */
  Known known(long student, String key, byte[] hash) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setLong(1, student);
      select.setString(2, trail.author());
      select.setString(3, key);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        byte[] receipt = row.getBytes(2);
        ChainHead last =
            new ChainHead(
                Receipts.CHAIN, row.getLong(1), receipt == null ? Receipts.none() : receipt);
        byte[] before = row.getBytes(3);
        if (before == null) {
          return new Known(null, last);
        }
        Verdict verdict = SubmittedOnce.again(before, hash);
        if (!verdict.isAllowed()) {
          throw new RegistrarException.Refused(verdict.refusals());
        }
        return new Known(answer(row.getString(4), row.getBytes(5)), last);
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

  /** Keeps an answer, with its receipt, which follows the last one of the student. */
  PlanAnswer keep(Request request, Receipts.Sealed sealed, PlanAnswer answer) {
    audit(request.student(), answer);
    SeatBook.Asking asking = request.asking();
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
    Receipts.Kept kept =
        new Receipts.Kept(
            asking.submission(),
            request.student(),
            request.term(),
            asking.author(),
            request.key(),
            request.hash(),
            Checksum.sha256(text.getBytes(StandardCharsets.UTF_8)),
            null,
            Receipts.FORM,
            request.last().position() + 1,
            request.last().seal());
    byte[] receipt = Receipts.seal(seals.chain(Receipts.CHAIN), kept, new Receipts().all(sealed));
    try (Connection connection = database.getConnection()) {
      insert(connection, kept, asking, text, receipt);
      move(connection, kept, receipt);
      return unsealed.with(Receipts.code(receipt));
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static void insert(
      Connection connection,
      Receipts.Kept kept,
      SeatBook.Asking asking,
      String text,
      byte[] receipt)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setString(1, kept.id().toString());
      insert.setString(2, kept.account());
      insert.setString(3, kept.key());
      insert.setBytes(4, kept.hash());
      insert.setLong(5, kept.student());
      insert.setLong(6, kept.term());
      insert.setObject(7, LocalDateTime.ofInstant(asking.arrivedAt(), ZoneOffset.UTC));
      insert.setObject(8, LocalDateTime.ofInstant(asking.now(), ZoneOffset.UTC));
      insert.setString(9, text);
      insert.setBytes(10, receipt);
      insert.setInt(11, kept.form());
      insert.setLong(12, kept.position());
      insert.setBytes(13, kept.previous());
      insert.executeUpdate();
    }
  }

  /** The receipt becomes the newest of its student. */
  private static void move(Connection connection, Receipts.Kept kept, byte[] receipt)
      throws SQLException {
    boolean first = kept.position() == 1;
    try (PreparedStatement move = connection.prepareStatement(first ? FIRST : NEXT)) {
      move.setLong(1, kept.position());
      move.setBytes(2, receipt);
      move.setLong(3, kept.student());
      if (!first) {
        move.setLong(4, kept.position() - 1);
      }
      if (move.executeUpdate() != 1) {
        throw SeatConflict.changedMeanwhile();
      }
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
        return Optional.of(
            new Decided(kept, answer(row.getString(Receipts.COLUMN_COUNT + 1), kept.receipt())));
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Whether the answer and the log are today what the receipt was made of. */
  boolean holds(Receipts.Kept kept, Receipts.Sealed sealed) {
    return new Receipts().holds(seals.chain(Receipts.CHAIN), kept, sealed);
  }
}
