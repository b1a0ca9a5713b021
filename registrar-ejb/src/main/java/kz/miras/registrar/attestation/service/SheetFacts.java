package kz.miras.registrar.attestation.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.RoomAdmission;

/**
 * What was decided and done about a sheet beside its own data.
 *
 * @param late the latest decision on late entry; null for none
 * @param published when each part was published
 * @param typists everybody who ever typed in it
 * @param excused students whose absence is excused
 * @param works students whose work carries a code, and whether it is decoded
 * @param denied students the office denies the exam
 * @param away students who do not study: on leave or gone
 * @param held students with a financial hold
 * @param attendance what was recorded in the room, by student
 * @param unrated students of whom something is still asked and whose rating was not there when
 *     ratings were published, nor since
 */
record SheetFacts(
    Late late,
    Map<SheetPart, Instant> published,
    Set<String> typists,
    Set<Long> excused,
    Map<Long, Boolean> works,
    Set<Long> denied,
    Set<Long> away,
    Set<Long> held,
    Map<Long, ExamAttendance> attendance,
    Set<Long> unrated)
    implements Serializable {

  SheetFacts {
    published = Map.copyOf(published);
    typists = Set.copyOf(typists);
    excused = Set.copyOf(excused);
    works = Map.copyOf(works);
    denied = Set.copyOf(denied);
    away = Set.copyOf(away);
    held = Set.copyOf(held);
    attendance = Map.copyOf(attendance);
    unrated = Set.copyOf(unrated);
  }

  /** A decision on late entry. */
  record Late(Instant until, String by, Instant at) implements Serializable {}

  /** EXM-6. Whether a student of the sheet is admitted, from what is typed of the student. */
  RoomAdmission admission(SheetRow row) {
    long student = row.getStudentId();
    return new RoomAdmission(row.scores(), !away.contains(student), held.contains(student));
  }

  /** Until when the latest decision lets entry go on; null for none. */
  Instant extendedUntil() {
    return late == null ? null : late.until();
  }

  /** When it was decided; null for never. */
  Instant decidedAt() {
    return late == null ? null : late.at();
  }

  /** Whether a student was seen in the room; nobody was where nothing is recorded. */
  boolean came(long student) {
    ExamAttendance seen = attendance.get(student);
    return seen != null && seen.came();
  }

  /** When ratings were published to a student; empty while the own one was not. */
  Optional<Instant> ratingPublished(long student) {
    return unrated.contains(student) ? Optional.empty() : published(SheetPart.RATING);
  }

  Optional<Instant> published(SheetPart part) {
    return Optional.ofNullable(published.get(part));
  }
}
