package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.office.consultation.Appointment;
import kz.miras.registrar.office.consultation.ConsultationHours;
import kz.miras.registrar.office.consultation.ConsultationTopic;

/** Consultation hours and their appointments as they are kept. */
@ApplicationScoped
class Slots {

  private static final String SELECT =
      "SELECT s.id, s.uuid, s.host_id, s.starts_at, s.ends_at, s.topics, s.place, s.link, s.status,"
          + " s.taken_by, s.reason, h.login, h.display_name FROM consultation_slot s JOIN account h"
          + " ON h.id = s.host_id WHERE ";

  @Inject private Rows rows;

  /**
   * An appointment that is offered, or was.
   *
   * @param host key of the account that keeps it
   * @param at when it is
   * @param place null where it is held online only
   * @param link null where it is held in a room only
   * @param offered false once it is called off
   * @param takenBy key of the account that has it; null for nobody
   * @param reason why it was called off or moved; null for neither
   */
  record Slot(
      long id,
      UUID uuid,
      long host,
      String hostLogin,
      String hostName,
      Appointment at,
      Set<ConsultationTopic> topics,
      String place,
      String link,
      boolean offered,
      Long takenBy,
      String reason)
      implements Serializable {

    /** Whether it was moved under whoever has it. */
    boolean moved() {
      return offered && reason != null;
    }
  }

  /** Opens hours with their appointments. */
  void open(
      ConsultationHours hours,
      Collection<Appointment> appointments,
      long host,
      String by,
      Instant at) {
    UUID uuid = UUID.randomUUID();
    String topics = ConsultationTopic.written(hours.topics());
    String place = blankless(hours.place());
    String link = blankless(hours.link());
    rows.change(
        "INSERT INTO consultation_hours (id, uuid, host_id, weekday, from_time, to_time, minutes,"
            + " topics, place, link, first_day, last_day, opened_by, opened_at) VALUES (NEXT VALUE"
            + " FOR office_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        uuid.toString(),
        host,
        hours.weekday().getValue(),
        hours.from(),
        hours.to(),
        hours.minutes(),
        topics,
        place,
        link,
        hours.firstDay(),
        hours.lastDay(),
        by,
        rows.utc(at));
    long key =
        rows.one(
                "SELECT id FROM consultation_hours WHERE uuid = ?",
                row -> row.getLong(1),
                uuid.toString())
            .orElseThrow();
    for (Appointment one : appointments) {
      rows.change(
          "INSERT INTO consultation_slot (id, uuid, hours_id, host_id, day, starts_at, ends_at,"
              + " topics, place, link) VALUES (NEXT VALUE FOR office_seq, UUID(), ?, ?, ?, ?, ?, ?,"
              + " ?, ?)",
          key,
          host,
          one.day(),
          rows.utc(one.start()),
          rows.utc(one.end()),
          topics,
          place,
          link);
    }
  }

  private static String blankless(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  Optional<Slot> byUuid(UUID uuid) {
    return rows.one(SELECT + "s.uuid = ?", this::slot, uuid.toString());
  }

  Optional<Slot> byKey(long id) {
    return rows.one(SELECT + "s.id = ?", this::slot, id);
  }

  /** One of an id, kept from others until the transaction ends. */
  Optional<Slot> locked(UUID uuid) {
    rows.list(
        "SELECT id FROM consultation_slot WHERE uuid = ? FOR UPDATE",
        row -> row.getLong(1),
        uuid.toString());
    return byUuid(uuid);
  }

  /** Nobody opens or moves hours of the same person until the transaction ends. */
  void hostTurn(long host) {
    rows.list("SELECT id FROM account WHERE id = ? FOR UPDATE", row -> row.getLong(1), host);
  }

  /** Appointments nobody has, from a moment to the end of a day, the earliest first. */
  List<Slot> free(LocalDateTime from, LocalDate last) {
    return rows.list(
        SELECT
            + "s.status = 'OPEN' AND s.taken_by IS NULL AND s.starts_at >= ? AND s.day <= ? ORDER"
            + " BY s.starts_at, h.display_name, s.id",
        this::slot,
        rows.utc(from),
        last);
  }

  /** All of a day, called off ones too. */
  List<Slot> ofDay(LocalDate day) {
    return rows.list(
        SELECT + "s.day = ? ORDER BY s.starts_at, h.display_name, s.id", this::slot, day);
  }

  /**
   * Those of some time that are offered.
   *
   * @param host key of the account; null for everybody's
   */
  List<Slot> offered(Long host, LocalDateTime from, LocalDateTime to) {
    return rows.list(
        SELECT
            + "s.status = 'OPEN' AND (? IS NULL OR s.host_id = ?) AND s.ends_at > ? AND s.starts_at"
            + " < ? ORDER BY s.starts_at, h.display_name, s.id",
        this::slot,
        host,
        host,
        rows.utc(from),
        rows.utc(to));
  }

  /**
   * Takes one, if it is still the same and nobody has it: one statement, so that of two only one
   * finds it free.
   *
   * @return whether it is taken now
   */
  boolean take(Slot slot, long account) {
    return rows.change(
            "UPDATE consultation_slot SET taken_by = ?, version = version + 1 WHERE id = ? AND"
                + " status = 'OPEN' AND taken_by IS NULL AND starts_at = ?",
            account,
            slot.id(),
            rows.utc(slot.at().start()))
        == 1;
  }

  void release(long id) {
    rows.change(
        "UPDATE consultation_slot SET taken_by = NULL, reason = NULL, version = version + 1 WHERE id"
            + " = ?",
        id);
  }

  void callOff(long id, String reason, String by, Instant at) {
    rows.change(
        "UPDATE consultation_slot SET status = 'CALLED_OFF', taken_by = NULL, reason = ?,"
            + " changed_by = ?, changed_at = ?, version = version + 1 WHERE id = ?",
        reason,
        by,
        rows.utc(at),
        id);
  }

  void move(
      long id, Appointment to, String place, String link, String reason, String by, Instant at) {
    rows.change(
        "UPDATE consultation_slot SET day = ?, starts_at = ?, ends_at = ?, place = ?, link = ?,"
            + " reason = IF(taken_by IS NULL, NULL, ?), changed_by = ?, changed_at = ?, version ="
            + " version + 1 WHERE id = ?",
        to.day(),
        rows.utc(to.start()),
        rows.utc(to.end()),
        blankless(place),
        blankless(link),
        reason,
        by,
        rows.utc(at),
        id);
  }

  private Slot slot(ResultSet row) throws SQLException {
    return new Slot(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        row.getLong("host_id"),
        row.getString("login"),
        row.getString("display_name"),
        new Appointment(rows.local(row, "starts_at"), rows.local(row, "ends_at")),
        ConsultationTopic.read(row.getString("topics")),
        row.getString("place"),
        row.getString("link"),
        row.getString("status").equals("OPEN"),
        Rows.key(row, "taken_by"),
        row.getString("reason"));
  }
}
