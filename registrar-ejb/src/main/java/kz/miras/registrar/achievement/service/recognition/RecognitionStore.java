package kz.miras.registrar.achievement.service.recognition;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.CorrectionStatus;
import kz.miras.registrar.achievement.recognition.RecognitionKind;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.shared.service.Statements;

/** Requests to recognise credits, in the transaction of the caller. */
@ApplicationScoped
class RecognitionStore {

  private static final String SELECT =
      "SELECT uuid, student_id, discipline_id, kind, source_name, source_credits, sign, percent,"
          + " document_no, document_date, organisation, order_no, order_date, status, requested_by,"
          + " requested_at, decided_by, decided_at, decision_note FROM recognition WHERE ";

  private static final String INSERT =
      "INSERT INTO recognition (id, uuid, student_id, discipline_id, kind, source_name,"
          + " source_credits, sign, percent, document_no, document_date, organisation, order_no,"
          + " order_date, status, requested_by, requested_at) VALUES (NEXT VALUE FOR"
          + " achievement_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A request.
   *
   * @param student key
   * @param discipline key
   * @param decidedBy null before it is decided, as are moment and note
   */
  record Stored(
      UUID uuid,
      long student,
      long discipline,
      RecognitionWish wish,
      CorrectionStatus status,
      String requestedBy,
      Instant requestedAt,
      String decidedBy,
      Instant decidedAt,
      String note)
      implements Serializable {

    boolean isOpen() {
      return status == CorrectionStatus.REQUESTED;
    }
  }

  UUID add(long student, long discipline, RecognitionWish wish, String by, Instant at) {
    UUID uuid = UUID.randomUUID();
    write(
        INSERT,
        uuid.toString(),
        student,
        discipline,
        wish.kind().name(),
        wish.sourceName().strip(),
        wish.sourceCredits(),
        wish.result().grade().sign(),
        wish.percent(),
        wish.documentNo().strip(),
        wish.documentDate(),
        wish.organisation().strip(),
        wish.orderNo().strip(),
        wish.orderDate(),
        by,
        LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    return uuid;
  }

  Optional<Stored> byUuid(UUID uuid) {
    return read("uuid = ?", uuid.toString()).stream().findFirst();
  }

  /** The same, kept from others until the transaction ends. */
  Optional<Stored> locked(UUID uuid) {
    return read("uuid = ? FOR UPDATE", uuid.toString()).stream().findFirst();
  }

  /** All of a student that are not rejected. */
  List<Stored> standing(long student) {
    return read("student_id = ? AND status <> 'REJECTED'", student);
  }

  /**
   * Decides.
   *
   * @param position place in the history it was posted at; null for a rejection
   */
  void decide(UUID uuid, Long position, String note, String by, Instant at) {
    write(
        "UPDATE recognition SET status = ?, position = ?, decision_note = ?, decided_by = ?,"
            + " decided_at = ?, version = version + 1 WHERE uuid = ? AND status = 'REQUESTED'",
        (position == null ? CorrectionStatus.REJECTED : CorrectionStatus.APPROVED).name(),
        position,
        note,
        by,
        LocalDateTime.ofInstant(at, ZoneOffset.UTC),
        uuid.toString());
  }

  private List<Stored> read(String where, Object value) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, SELECT + where, List.of(value), RecognitionStore::stored);
    } catch (SQLException e) {
      throw new IllegalStateException("recognitions cannot be read", e);
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        UUID.fromString(row.getString("uuid")),
        row.getLong("student_id"),
        row.getLong("discipline_id"),
        new RecognitionWish(
            RecognitionKind.valueOf(row.getString("kind")),
            row.getString("source_name"),
            row.getInt("source_credits"),
            row.getString("sign"),
            row.getObject("percent", Integer.class),
            row.getString("document_no"),
            row.getObject("document_date", LocalDate.class),
            row.getString("organisation"),
            row.getString("order_no"),
            row.getObject("order_date", LocalDate.class)),
        CorrectionStatus.valueOf(row.getString("status")),
        row.getString("requested_by"),
        instant(row, "requested_at"),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("decision_note"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  private void write(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a recognition cannot be written", e);
    }
  }
}
