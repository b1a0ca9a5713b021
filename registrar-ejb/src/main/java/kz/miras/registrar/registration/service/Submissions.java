package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.rule.SubmittedOnce;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;

/**
 * REG-32. Requests with their answers: the same key of the same account answers the same and takes
 * nothing again. Each has a receipt sealed over what the registration log says of it.
 */
@ApplicationScoped
class Submissions {

  private static final String KNOWN =
      "SELECT id, request_hash, answer FROM registration_submission WHERE account = ? AND"
          + " request_key = ?";
  private static final String KEEP =
      "INSERT INTO registration_submission (id, account, request_key, request_hash, student_id,"
          + " term_id, arrived_at, decided_at, answer, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?)";
  private static final String CHAIN = "registration-receipt";
  private static final int SHOWN = 10;

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
        return Optional.of(PlanAnswers.unpacked(Json.read(row.getString(3), PlanAnswer.class)));
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
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
    byte[] receipt = receipt(asking.submission(), student, entries);
    PlanAnswer kept =
        new PlanAnswer(
            asking.submission(),
            code(receipt),
            asking.arrivedAt(),
            asking.now(),
            answer.plan(),
            answer.whole(),
            answer.lines());
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
      insert.setString(9, Json.write(PlanAnswers.packed(kept)));
      insert.setBytes(10, receipt);
      insert.executeUpdate();
      return kept;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /**
   * The receipt of a submission: a seal over every entry of the log that belongs to it. Whoever
   * changes one of them later cannot make this receipt any more.
   */
  byte[] receipt(UUID submission, long student, List<LogEntry> entries) {
    SealChain chain = seals.chain(CHAIN);
    CanonicalBytes content = new CanonicalBytes().text(submission.toString()).number(student);
    entries.stream()
        .filter(entry -> submission.equals(entry.fact().submission()))
        .filter(entry -> Long.valueOf(student).equals(entry.fact().student()))
        .sorted(Comparator.comparingLong(LogEntry::section).thenComparing(LogEntry::position))
        .forEach(
            entry -> content.number(entry.section()).number(entry.position()).bytes(entry.seal()));
    return chain.next(chain.empty(), content.toBytes()).seal();
  }

  /** The part of a receipt people can copy by hand. */
  static String code(byte[] receipt) {
    String hex = HexFormat.of().withUpperCase().formatHex(receipt, 0, SHOWN);
    return hex.replaceAll("(.{4})(?=.)", "$1-");
  }

  /** What is told of a request that was decided before. */
  record Decided(UUID id, long student, PlanAnswer answer, byte[] receipt)
      implements Serializable {}

  /** A submission by its id. */
  Optional<Decided> read(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT student_id, answer, receipt FROM registration_submission WHERE id = ?")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Decided(
                    id,
                    row.getLong(1),
                    PlanAnswers.unpacked(Json.read(row.getString(2), PlanAnswer.class)),
                    row.getBytes(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
