package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.MeetingPlan;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** Meetings of attestation commissions and who was there, in the transaction of the caller. */
@ApplicationScoped
class MeetingStore {

  private static final String SELECT =
      "SELECT id, uuid, commission_id, kind, held_on, starts_at, ends_at, place, admission_no,"
          + " admission_on, planned_by, approved_by FROM attestation_commission_meeting WHERE ";

  private static final String INSERT =
      "INSERT INTO attestation_commission_meeting (id, uuid, commission_id, kind, held_on,"
          + " starts_at, ends_at, place, admission_no, admission_on, planned_by, planned_at) VALUES"
          + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Inject private CommissionStore rows;

  /**
   * A meeting.
   *
   * @param admissionNo number of the dean's order that admits its students
   * @param approvedBy who approved it with the schedule; null for nobody yet (AK-4)
   */
  record Meeting(
      long id,
      UUID uuid,
      long commission,
      DefenceKind kind,
      LocalDate heldOn,
      LocalTime from,
      LocalTime to,
      String place,
      String admissionNo,
      LocalDate admissionOn,
      String plannedBy,
      String approvedBy)
      implements Serializable {

    boolean isApproved() {
      return approvedBy != null;
    }

    Instant begins(ZoneId zone) {
      return heldOn.atTime(from).atZone(zone).toInstant();
    }
  }

  UUID add(long commission, MeetingPlan plan, String by, Instant at) {
    UUID uuid = UUID.randomUUID();
    rows.change(
        INSERT,
        rows.next(),
        uuid.toString(),
        commission,
        plan.kind().name(),
        plan.heldOn(),
        plan.from(),
        plan.to(),
        plan.place(),
        plan.admissionNo(),
        plan.admissionOn(),
        by,
        at.atOffset(ZoneOffset.UTC).toLocalDateTime());
    return uuid;
  }

  Meeting require(String id) {
    return PublicId.parse(id)
        .flatMap(this::byUuid)
        .orElseThrow(() -> new RegistrarException.NotFound("meeting", String.valueOf(id)));
  }

  Optional<Meeting> byUuid(UUID id) {
    return read("uuid = ?", id.toString()).stream().findFirst();
  }

  Meeting byId(long id) {
    return read("id = ?", id).get(0);
  }

  List<Meeting> of(long commission) {
    return read("commission_id = ? ORDER BY held_on DESC, starts_at DESC", commission);
  }

  /** Whether a commission has another meeting that begins at this hour. */
  boolean isTaken(long commission, LocalDate day, LocalTime from) {
    return !rows.list(
            "SELECT id FROM attestation_commission_meeting WHERE commission_id = ? AND held_on = ?"
                + " AND starts_at = ?",
            row -> row.getLong(1),
            commission,
            day,
            from)
        .isEmpty();
  }

  /** AK-4. How many minutes a commission meets on a day. */
  long minutes(long commission, LocalDate day) {
    return rows.list(
            "SELECT COALESCE(SUM(TIME_TO_SEC(TIMEDIFF(ends_at, starts_at))), 0) DIV 60 FROM"
                + " attestation_commission_meeting WHERE commission_id = ? AND held_on = ?",
            row -> row.getLong(1),
            commission,
            day)
        .get(0);
  }

  /** AK-4. Keeps who has approved a meeting. */
  void approve(long meeting, String by, Instant at, String reason) {
    rows.change(
        "UPDATE attestation_commission_meeting SET approved_by = ?, approved_at = ?, approved_reason"
            + " = ?, version = version + 1 WHERE id = ?",
        by,
        at.atOffset(ZoneOffset.UTC).toLocalDateTime(),
        reason,
        meeting);
  }

  /** Keys of the members who are present. */
  Set<Long> present(long meeting) {
    return new HashSet<>(
        rows.list(
            "SELECT member_id FROM attestation_commission_presence WHERE meeting_id = ?",
            row -> row.getLong(1),
            meeting));
  }

  /** Writes anew who is present. */
  void present(long meeting, Collection<Long> members) {
    Set<Long> were = present(meeting);
    for (Long gone : were) {
      if (!members.contains(gone)) {
        rows.change(
            "DELETE FROM attestation_commission_presence WHERE meeting_id = ? AND member_id = ?",
            meeting,
            gone);
      }
    }
    for (Long come : members) {
      if (!were.contains(come)) {
        rows.change(
            "INSERT INTO attestation_commission_presence (meeting_id, member_id) VALUES (?, ?)",
            meeting,
            come);
      }
    }
  }

  private List<Meeting> read(String where, Object value) {
    return rows.list(
        SELECT + where,
        row ->
            new Meeting(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getLong("commission_id"),
                DefenceKind.valueOf(row.getString("kind")),
                row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                row.getObject("ends_at", LocalTime.class),
                row.getString("place"),
                row.getString("admission_no"),
                row.getObject("admission_on", LocalDate.class),
                row.getString("planned_by"),
                row.getString("approved_by")),
        value);
  }
}
