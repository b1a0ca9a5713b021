package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.office.consultation.Appointment;
import kz.miras.registrar.office.consultation.AskerKind;
import kz.miras.registrar.office.consultation.ConsultationKind;
import kz.miras.registrar.office.consultation.ConsultationOutcome;
import kz.miras.registrar.office.consultation.ConsultationStatus;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.RecordedAnswer;
import kz.miras.registrar.shared.service.Statements;

/** What is asked and answered, as it is kept. */
@ApplicationScoped
class Consultations {

  private static final String SELECT =
      "SELECT q.id, q.uuid, q.kind, q.topic, q.status, q.slot_id, q.account_id, a.login AS"
          + " asker_login, q.student_id, q.teacher_id, q.asker_kind, q.asker_name, q.holder_id,"
          + " h.login AS holder_login, h.display_name AS holder_name, q.question, q.asked_at,"
          + " q.due_on, q.ended_at FROM consultation q LEFT JOIN account a ON a.id = q.account_id"
          + " LEFT JOIN account h ON h.id = q.holder_id WHERE ";

  @Inject private Rows rows;

  /**
   * A consultation.
   *
   * @param slot key of the appointment; null where there is none
   * @param holder in whose hands it is; null for nobody's
   * @param endedAt when it was answered or otherwise ended; null while it is open
   */
  record Stored(
      long id,
      UUID uuid,
      ConsultationKind kind,
      ConsultationTopic topic,
      ConsultationStatus status,
      Long slot,
      Asker asker,
      Holder holder,
      String question,
      Instant askedAt,
      LocalDate dueOn,
      Instant endedAt)
      implements Serializable {

    boolean isOpen() {
      return status == ConsultationStatus.OPEN;
    }
  }

  /**
   * Who asks.
   *
   * @param account key; null for somebody without one, as are login, student and teacher
   */
  record Asker(Long account, String login, Long student, Long teacher, AskerKind kind, String name)
      implements Serializable {}

  /** Somebody of the office. */
  record Holder(long account, String login, String name) implements Serializable {}

  /**
   * An entry of the journal.
   *
   * @param number 1 for the first answer
   * @param reason why it takes the place of the one before; null for the first
   */
  record Entry(
      int number, RecordedAnswer answer, String reason, String writer, String name, Instant at)
      implements Serializable {}

  /**
   * The next of a person's requests waits until the transaction ends, so that what is counted is
   * exact.
   */
  void turn(long account) {
    rows.change(
        "INSERT INTO consultation_asker (account_id) VALUES (?) ON DUPLICATE KEY UPDATE account_id"
            + " = VALUES(account_id)",
        account);
  }

  /**
   * Adds one.
   *
   * @param slot key of the appointment; null for none
   * @param holder key of who has it; null for nobody
   * @param ended when it was answered; null while it is open
   */
  UUID add(
      ConsultationKind kind,
      ConsultationTopic topic,
      Asker asker,
      Long slot,
      Long holder,
      String question,
      Instant at,
      LocalDate dueOn,
      Instant ended,
      String by) {
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO consultation (id, uuid, kind, topic, status, slot_id, account_id, student_id,"
            + " teacher_id, asker_kind, asker_name, holder_id, question, asked_at, due_on, ended_at,"
            + " recorded_by) VALUES (NEXT VALUE FOR office_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?)",
        uuid.toString(),
        kind.name(),
        topic.name(),
        (ended == null ? ConsultationStatus.OPEN : ConsultationStatus.ANSWERED).name(),
        slot,
        asker.account(),
        asker.student(),
        asker.teacher(),
        asker.kind().name(),
        asker.name(),
        holder,
        question.strip(),
        rows.utc(at),
        dueOn,
        ended == null ? null : rows.utc(ended),
        by);
    return uuid;
  }

  Optional<Stored> byUuid(UUID uuid) {
    return rows.one(SELECT + "q.uuid = ?", Consultations::stored, uuid.toString());
  }

  /** The same, kept from others until the transaction ends. */
  Optional<Stored> locked(UUID uuid) {
    rows.list(
        "SELECT id FROM consultation WHERE uuid = ? FOR UPDATE",
        row -> row.getLong(1),
        uuid.toString());
    return byUuid(uuid);
  }

  /**
   * The booking of an appointment that has not been taken back, kept from others until the
   * transaction ends; empty for none.
   */
  Optional<Stored> booking(long slot) {
    rows.list(
        "SELECT id FROM consultation WHERE booked = ? FOR UPDATE", row -> row.getLong(1), slot);
    return rows.one(SELECT + "q.booked = ?", Consultations::stored, slot);
  }

  /**
   * Those of some appointments that have not been taken back.
   *
   * @param slots keys of the appointments; at least one
   */
  List<Stored> bookings(Collection<Long> slots) {
    return rows.list(
        SELECT + "q.booked IN (" + Statements.places(slots.size()) + ")",
        Consultations::stored,
        slots.toArray());
  }

  /** Open questions without an appointment, the most urgent first. */
  List<Stored> openQuestions() {
    return rows.list(
        SELECT + "q.status = 'OPEN' AND q.slot_id IS NULL ORDER BY q.due_on, q.asked_at, q.id",
        Consultations::stored);
  }

  /** Somebody's own, the latest first; the latest hundred are enough to read. */
  List<Stored> own(long account, Long student) {
    return rows.list(
        SELECT
            + "q.account_id = ? OR q.student_id = ? ORDER BY q.asked_at DESC, q.id DESC LIMIT 100",
        Consultations::stored,
        account,
        student == null ? -1L : student);
  }

  /** When the appointments are that somebody has booked and that are still to come. */
  List<Appointment> booked(long account) {
    return rows.list(
        "SELECT s.starts_at, s.ends_at FROM consultation q JOIN consultation_slot s ON s.id ="
            + " q.slot_id WHERE q.account_id = ? AND q.status = 'OPEN' AND s.ends_at > ?",
        row -> new Appointment(rows.local(row, "starts_at"), rows.local(row, "ends_at")),
        account,
        rows.utc(rows.now()));
  }

  /** How many questions in writing of somebody are not answered yet. */
  int openQuestions(long account) {
    return rows.one(
            "SELECT COUNT(*) FROM consultation WHERE account_id = ? AND kind = 'QUESTION' AND status"
                + " = 'OPEN'",
            row -> row.getInt(1),
            account)
        .orElse(0);
  }

  /** The journal of one, the first answer first. */
  List<Entry> entries(long id) {
    return rows.list(
        "SELECT e.entry_no, e.topic, e.outcome, e.answer, e.reason, e.written_at, a.login,"
            + " a.display_name FROM consultation_entry e JOIN account a ON a.id = e.writer_id WHERE"
            + " e.consultation_id = ? ORDER BY e.entry_no",
        row ->
            new Entry(
                row.getInt("entry_no"),
                new RecordedAnswer(
                    ConsultationTopic.valueOf(row.getString("topic")),
                    ConsultationOutcome.valueOf(row.getString("outcome")),
                    row.getString("answer")),
                row.getString("reason"),
                row.getString("login"),
                row.getString("display_name"),
                Rows.instant(row, "written_at")),
        id);
  }

  /**
   * Adds to the journal.
   *
   * @param reason why it takes the place of the one before; null for the first
   */
  void enter(long id, int number, RecordedAnswer answer, String reason, long writer, Instant at) {
    rows.change(
        "INSERT INTO consultation_entry (id, consultation_id, entry_no, topic, outcome, answer,"
            + " reason, writer_id, written_at) VALUES (NEXT VALUE FOR office_seq, ?, ?, ?, ?, ?, ?,"
            + " ?, ?)",
        id,
        number,
        answer.topic().name(),
        answer.outcome().name(),
        answer.answer().strip(),
        reason,
        writer,
        rows.utc(at));
  }

  void end(long id, ConsultationStatus status, Instant at) {
    rows.change(
        "UPDATE consultation SET status = ?, ended_at = ?, version = version + 1 WHERE id = ?",
        status.name(),
        rows.utc(at),
        id);
  }

  void hand(long id, long holder) {
    rows.change(
        "UPDATE consultation SET holder_id = ?, version = version + 1 WHERE id = ?", holder, id);
  }

  void due(long id, LocalDate dueOn) {
    rows.change(
        "UPDATE consultation SET due_on = ?, version = version + 1 WHERE id = ?", dueOn, id);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    Long holder = Rows.key(row, "holder_id");
    return new Stored(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        ConsultationKind.valueOf(row.getString("kind")),
        ConsultationTopic.valueOf(row.getString("topic")),
        ConsultationStatus.valueOf(row.getString("status")),
        Rows.key(row, "slot_id"),
        new Asker(
            Rows.key(row, "account_id"),
            row.getString("asker_login"),
            Rows.key(row, "student_id"),
            Rows.key(row, "teacher_id"),
            AskerKind.valueOf(row.getString("asker_kind")),
            row.getString("asker_name")),
        holder == null
            ? null
            : new Holder(holder, row.getString("holder_login"), row.getString("holder_name")),
        row.getString("question"),
        Rows.instant(row, "asked_at"),
        row.getObject("due_on", LocalDate.class),
        Rows.instant(row, "ended_at"));
  }
}
