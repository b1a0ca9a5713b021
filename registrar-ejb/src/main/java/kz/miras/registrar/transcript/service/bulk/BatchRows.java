package kz.miras.registrar.transcript.service.bulk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
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
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.BatchAct;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.subject.GroupSubject;
import kz.miras.registrar.transcript.service.subject.SheetSubject;

/** Reads batches of documents and what is left of them. */
@ApplicationScoped
class BatchRows {

  private static final String BATCH =
      "SELECT b.id, b.uuid, b.kind, b.languages, b.purpose, b.chosen, b.prepared_by, b.prepared_at,"
          + " b.act, b.acting, b.state, b.begun_at, b.alive_at, COUNT(*) AS total,"
          + " SUM(l.document_id IS NOT NULL) AS prepared, SUM(d.status IN ('ISSUED', 'REPLACED',"
          + " 'ANNULLED')) AS issued, SUM(l.reasons IS NOT NULL) AS refused, SUM(d.status ="
          + " 'PREPARED' AND EXISTS (SELECT 1 FROM document_signature g WHERE g.document_id = d.id"
          + " AND g.signed_by = b.acting)) AS waiting FROM document_batch b JOIN"
          + " document_batch_line l ON l.batch_id = b.id LEFT JOIN issued_document d ON d.id ="
          + " l.document_id WHERE ";
  private static final String GROUPED = " GROUP BY b.id ORDER BY b.prepared_at DESC, b.id DESC";

  /** What the act that goes on has still to do. */
  private static final String LEFT =
      " AND l.reasons IS NULL AND CASE b.act WHEN 'PREPARE' THEN l.document_id IS NULL ELSE"
          + " d.status = 'RESERVED' OR d.status = 'PREPARED' AND NOT EXISTS (SELECT 1 FROM"
          + " document_signature g WHERE g.document_id = d.id AND g.signed_by = b.acting) END";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A batch as it stands.
   *
   * @param acting who does what goes on, or was done last
   * @param waiting signed by who acts, and waiting for another signatory
   * @param refused lines the act could not do
   */
  record Batch(
      long id,
      UUID uuid,
      String kind,
      String languages,
      String purpose,
      String chosen,
      String preparedBy,
      Instant preparedAt,
      BatchAct act,
      String acting,
      BatchState state,
      Instant begunAt,
      Instant aliveAt,
      int total,
      int prepared,
      int issued,
      int refused,
      int waiting)
      implements Serializable {}

  /**
   * A line to be worked on.
   *
   * @param document public id; null where it is still to be prepared
   */
  record Line(int place, BatchMember about, UUID document) {}

  /** The next lines of a lane. */
  List<Line> left(UUID batch, int lane, int lanes, int most) {
    return list(
        "SELECT l.place, l.student_id, l.subject_kind, l.subject_uuid, l.subject_name,"
            + " l.subject_details, d.uuid FROM document_batch b JOIN document_batch_line l ON"
            + " l.batch_id = b.id LEFT JOIN issued_document d ON d.id = l.document_id WHERE b.uuid"
            + " = ? AND b.state = 'RUNNING' AND MOD(l.place, ?) = ?"
            + LEFT
            + " ORDER BY l.place LIMIT "
            + most,
        row ->
            new Line(
                row.getInt("place"),
                member(row),
                row.getString("uuid") == null ? null : UUID.fromString(row.getString("uuid"))),
        batch.toString(),
        lanes,
        lane);
  }

  private static BatchMember member(ResultSet row) throws SQLException {
    String subject = row.getString("subject_uuid");
    return subject == null
        ? BatchMember.student(row.getLong("student_id"))
        : BatchMember.subject(
            SubjectKind.valueOf(row.getString("subject_kind")),
            UUID.fromString(subject),
            row.getString("subject_name"),
            Json.texts(row.getString("subject_details")));
  }

  Optional<Batch> batch(UUID uuid) {
    return list(BATCH + "b.uuid = ?" + GROUPED, BatchRows::batch, uuid.toString()).stream()
        .findFirst();
  }

  /** The batches begun last. */
  List<Batch> latest(int most) {
    return list(BATCH + "1 = 1" + GROUPED + " LIMIT " + most, BatchRows::batch);
  }

  /** Batches that should go on, and nobody has worked on since. */
  List<UUID> silent(Instant since) {
    return list(
        "SELECT uuid FROM document_batch WHERE state = 'RUNNING' AND alive_at < ?",
        row -> UUID.fromString(row.getString(1)),
        utc(since));
  }

  /** Lines the last act could not do. */
  List<BatchView.Missed> refused(long batch) {
    return list(
        "SELECT l.student_id, l.subject_kind, l.subject_uuid, l.subject_name, l.subject_details,"
            + " s.uuid AS student, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name,"
            + " s.patronymic) AS full_name, d.uuid, l.reasons FROM document_batch_line l LEFT JOIN"
            + " student s ON s.id = l.student_id LEFT JOIN issued_document d ON d.id ="
            + " l.document_id WHERE l.batch_id = ? AND l.reasons IS NOT NULL ORDER BY l.place",
        BatchRows::missed,
        batch);
  }

  private static BatchView.Missed missed(ResultSet row) throws SQLException {
    BatchMember about = member(row);
    String document = row.getString("uuid");
    return new BatchView.Missed(
        about.subject() == null
            ? "/student/card.xhtml?id=" + row.getString("student")
            : page(about),
        row.getString("student_no"),
        about.subject() == null ? row.getString("full_name") : about.name(),
        document == null ? null : UUID.fromString(document),
        List.of(Json.read(row.getString("reasons"), Refusal[].class)));
  }

  private static String page(BatchMember about) {
    return about.subject() == SubjectKind.GROUP_SHEET
        ? GroupSubject.page(about.details())
        : SheetSubject.page(about.subject(), about.id());
  }

  /** Documents of a batch that await a signature, in the order of its lines. */
  List<UUID> prepared(long batch) {
    return list(
        "SELECT d.uuid FROM document_batch_line l JOIN issued_document d ON d.id = l.document_id"
            + " WHERE l.batch_id = ? AND d.status = 'PREPARED' ORDER BY l.place",
        row -> UUID.fromString(row.getString(1)),
        batch);
  }

  /** Keys of the issued documents of a batch, in the order of its lines. */
  List<UUID> issued(long batch) {
    return list(
        "SELECT d.uuid FROM document_batch_line l JOIN issued_document d ON d.id = l.document_id"
            + " WHERE l.batch_id = ? AND d.status = 'ISSUED' ORDER BY l.place",
        row -> UUID.fromString(row.getString(1)),
        batch);
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        row.getString("kind"),
        row.getString("languages"),
        row.getString("purpose"),
        row.getString("chosen"),
        row.getString("prepared_by"),
        instant(row, "prepared_at"),
        BatchAct.valueOf(row.getString("act")),
        row.getString("acting"),
        BatchState.valueOf(row.getString("state")),
        instant(row, "begun_at"),
        instant(row, "alive_at"),
        row.getInt("total"),
        row.getInt("prepared"),
        row.getInt("issued"),
        row.getInt("refused"),
        row.getInt("waiting"));
  }

  <T> List<T> list(String sql, Statements.Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), reader);
    } catch (SQLException e) {
      throw new IllegalStateException("batches cannot be read", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
