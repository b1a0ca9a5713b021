package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.entry.BatchOnce;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.attestation.service.entry.BatchAnswer.Outcome;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** SHT-20. Marks that programs sent, with the answers they got. */
@ApplicationScoped
class MarkBatches {

  private static final String KNOWN =
      "SELECT request_hash, answer FROM mark_batch WHERE account = ? AND request_key = ?";
  private static final String KEEP =
      "INSERT INTO mark_batch (id, account, request_key, request_hash, sheet_id, stored, refused,"
          + " sent_at, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /** How a sheet or a journal is filled. */
  @FunctionalInterface
  interface Filling {

    /**
     * Stores marks.
     *
     * @param read whether the program has read what it overwrites
     * @return what became of each, in their order
     */
    List<BatchAnswer.Line> store(List<SentMark> marks, boolean read);
  }

  /**
   * Stores marks once; the same key again answers the same and stores nothing.
   *
   * @param sheet locked by the caller
   * @param read tags one of which it must have; null where the program names none
   * @param tag its tag now
   * @return empty where it has none of these tags any more: nothing is stored
   * @throws RegistrarException.Refused where the key came with other marks
   */
  Optional<BatchAnswer> once(
      Sheet sheet,
      String key,
      Set<String> read,
      List<SentMark> marks,
      Supplier<String> tag,
      Filling filling) {
    byte[] hash = hash(sheet.getUuid().toString(), marks);
    Optional<BatchAnswer> known = known(key, hash);
    if (known.isPresent()) {
      return known;
    }
    if (read != null && !read.contains("*") && !read.contains(tag.get())) {
      return Optional.empty();
    }
    List<BatchAnswer.Line> told = filling.store(marks, hasRead(read));
    BatchAnswer answer = new BatchAnswer(UUID.randomUUID(), tag.get(), told);
    keep(key, hash, sheet.getId(), answer, time.now());
    return Optional.of(answer);
  }

  /** What was sent, the same where it is the same. */
  private static byte[] hash(String sheet, List<SentMark> marks) {
    return Checksum.sha256((sheet + " " + Json.write(marks)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The answer this key got before.
   *
   * @throws RegistrarException.Refused where the key came with other marks
   */
  private Optional<BatchAnswer> known(String key, byte[] hash) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setString(1, trail.author());
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Verdict verdict = BatchOnce.again(row.getBytes(1), hash);
        if (!verdict.isAllowed()) {
          throw new RegistrarException.Refused(verdict.refusals());
        }
        return Optional.of(Json.read(row.getString(2), BatchAnswer.class).unpacked());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("sent marks cannot be read", e);
    }
  }

  /**
   * Keeps an answer.
   *
   * @throws RegistrarException.Conflict where the key is used for another sheet at this moment
   */
  private void keep(String key, byte[] hash, long sheet, BatchAnswer answer, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setString(1, answer.batch().toString());
      insert.setString(2, trail.author());
      insert.setString(3, key);
      insert.setBytes(4, hash);
      insert.setLong(5, sheet);
      insert.setInt(6, answer.count(Outcome.STORED));
      insert.setInt(7, answer.count(Outcome.REFUSED));
      insert.setObject(8, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.setString(9, Json.write(answer.packed()));
      insert.executeUpdate();
      trail.record(
          "sheet.exchange",
          "Sheet",
          sheet,
          null,
          Json.write(
              Map.of(
                  "batch",
                  answer.batch(),
                  "stored",
                  answer.count(Outcome.STORED),
                  "refused",
                  answer.count(Outcome.REFUSED))));
    } catch (SQLIntegrityConstraintViolationException e) {
      throw new RegistrarException.Conflict("attestation.batch.at-once");
    } catch (SQLException e) {
      throw new IllegalStateException("sent marks cannot be kept", e);
    }
  }

  /**
   * SHT-21. Whether a program has read what it overwrites: {@code *} says that there is something,
   * and not that it was read.
   *
   * @param tags it names; null for none
   */
  private static boolean hasRead(Set<String> tags) {
    return tags != null && !tags.contains("*");
  }
}
