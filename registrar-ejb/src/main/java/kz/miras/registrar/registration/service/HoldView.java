package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.time.Instant;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.StudentHold;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A hold as screens show it.
 *
 * @param unit name of the unit to ask; null where the contact says all
 * @param removedAt null while it stands
 * @param binds whether it keeps the student from registering now
 * @param mayRemove whether the caller removes it
 */
public record HoldView(
    String id,
    String studentNo,
    String student,
    HoldKind kind,
    String reason,
    String contact,
    LocalizedText unit,
    String document,
    String placedBy,
    Instant placedAt,
    String removedBy,
    Instant removedAt,
    String removalReason,
    boolean binds,
    boolean mayRemove)
    implements Serializable {

  static HoldView of(StudentHold hold, boolean counts, boolean mayRemove) {
    return new HoldView(
        hold.getUuid().toString(),
        hold.getStudent().getStudentNo(),
        hold.getStudent().fullName(),
        hold.getKind(),
        hold.getReason(),
        hold.getContact(),
        hold.getUnit() == null ? null : hold.getUnit().getName(),
        hold.getDocument(),
        hold.getPlacedBy(),
        hold.getPlacedAt(),
        hold.getRemovedBy(),
        hold.getRemovedAt(),
        hold.getRemovalReason(),
        hold.isActive() && counts,
        hold.isActive() && mayRemove);
  }

  public boolean isActive() {
    return removedAt == null;
  }
}
