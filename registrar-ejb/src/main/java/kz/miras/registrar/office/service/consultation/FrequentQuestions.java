package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.FrequentQuestionStatus;
import kz.miras.registrar.office.consultation.FrequentQuestionText;
import kz.miras.registrar.shared.Language;

/** Frequent questions as they are kept. */
@ApplicationScoped
class FrequentQuestions {

  private static final String SELECT =
      "SELECT f.*, o.uuid AS replaces, c.uuid AS of_consultation FROM frequent_question f LEFT JOIN"
          + " frequent_question o ON o.id = f.replaces_id LEFT JOIN consultation c ON c.id ="
          + " f.consultation_id WHERE ";

  @Inject private Rows rows;

  /**
   * A frequent question.
   *
   * @param replaces public id of the published one whose place it takes; null for none
   * @param consultation public id of the one whose answer it was offered as; null for none
   * @param act who did what with it, and when
   */
  record Stored(
      long id,
      UUID uuid,
      ConsultationTopic topic,
      FrequentQuestionText text,
      FrequentQuestionStatus status,
      UUID replaces,
      UUID consultation,
      Acts act)
      implements Serializable {}

  /**
   * Who did what with a frequent question.
   *
   * @param note remark of the last decision; null for none
   */
  record Acts(
      String writtenBy,
      Instant writtenAt,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant decidedAt,
      String note,
      String withdrawnBy,
      Instant withdrawnAt)
      implements Serializable {}

  Optional<Stored> byUuid(UUID uuid) {
    return rows.one(SELECT + "f.uuid = ?", FrequentQuestions::stored, uuid.toString());
  }

  /** The same, kept from others until the transaction ends. */
  Optional<Stored> locked(UUID uuid) {
    rows.list(
        "SELECT id FROM frequent_question WHERE uuid = ? FOR UPDATE",
        row -> row.getLong(1),
        uuid.toString());
    return byUuid(uuid);
  }

  /** What readers see, the oldest first. */
  List<Stored> published() {
    return rows.list(
        SELECT + "f.status = 'PUBLISHED' ORDER BY f.decided_at, f.id", FrequentQuestions::stored);
  }

  /** The one being written in the place of a published one; empty for none. */
  Optional<UUID> replacing(long published) {
    return rows.one(
        "SELECT uuid FROM frequent_question WHERE replacing = ?",
        row -> UUID.fromString(row.getString(1)),
        published);
  }

  /**
   * Adds one to be written.
   *
   * @param replaces key of the published one; null for none
   * @param consultation key of the one it was offered from; null for none
   */
  UUID add(
      ConsultationTopic topic,
      FrequentQuestionText text,
      Long replaces,
      Long consultation,
      String by,
      Instant at) {
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO frequent_question (id, uuid, topic, question_kk, question_ru, question_en,"
            + " answer_kk, answer_ru, answer_en, status, written_by, written_at, replaces_id,"
            + " consultation_id) VALUES (NEXT VALUE FOR office_seq, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT',"
            + " ?, ?, ?, ?)",
        uuid.toString(),
        topic.name(),
        text.questions().get(Language.KK),
        text.questions().get(Language.RU),
        text.questions().get(Language.EN),
        text.answers().get(Language.KK),
        text.answers().get(Language.RU),
        text.answers().get(Language.EN),
        by,
        rows.utc(at),
        replaces,
        consultation);
    return uuid;
  }

  void write(long id, ConsultationTopic topic, FrequentQuestionText text, String by, Instant at) {
    rows.change(
        "UPDATE frequent_question SET topic = ?, question_kk = ?, question_ru = ?, question_en = ?,"
            + " answer_kk = ?, answer_ru = ?, answer_en = ?, written_by = ?, written_at = ?, version"
            + " = version + 1 WHERE id = ?",
        topic.name(),
        text.questions().get(Language.KK),
        text.questions().get(Language.RU),
        text.questions().get(Language.EN),
        text.answers().get(Language.KK),
        text.answers().get(Language.RU),
        text.answers().get(Language.EN),
        by,
        rows.utc(at),
        id);
  }

  void propose(long id, String by, Instant at) {
    rows.change(
        "UPDATE frequent_question SET status = 'PROPOSED', proposed_by = ?, proposed_at = ?, note ="
            + " NULL, version = version + 1 WHERE id = ?",
        by,
        rows.utc(at),
        id);
  }

  void decide(long id, FrequentQuestionStatus status, String note, String by, Instant at) {
    rows.change(
        "UPDATE frequent_question SET status = ?, note = ?, decided_by = ?, decided_at = ?, version"
            + " = version + 1 WHERE id = ?",
        status.name(),
        note,
        by,
        rows.utc(at),
        id);
  }

  void withdraw(long id, String note, String by, Instant at) {
    rows.change(
        "UPDATE frequent_question SET status = 'WITHDRAWN', note = ?, withdrawn_by = ?,"
            + " withdrawn_at = ?, version = version + 1 WHERE id = ? AND status = 'PUBLISHED'",
        note,
        by,
        rows.utc(at),
        id);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        ConsultationTopic.valueOf(row.getString("topic")),
        new FrequentQuestionText(texts(row, "question_"), texts(row, "answer_")),
        FrequentQuestionStatus.valueOf(row.getString("status")),
        uuid(row, "replaces"),
        uuid(row, "of_consultation"),
        new Acts(
            row.getString("written_by"),
            Rows.instant(row, "written_at"),
            row.getString("proposed_by"),
            Rows.instant(row, "proposed_at"),
            row.getString("decided_by"),
            Rows.instant(row, "decided_at"),
            row.getString("note"),
            row.getString("withdrawn_by"),
            Rows.instant(row, "withdrawn_at")));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  private static Map<Language, String> texts(ResultSet row, String prefix) throws SQLException {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, row.getString(prefix + language.name().toLowerCase(Locale.ROOT)));
    }
    return texts;
  }
}
