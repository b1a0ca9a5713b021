package kz.miras.registrar.attestation.service.room;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;

/**
 * What is known of the room of a sheet beside its rows.
 *
 * @param people by key of the student
 * @param attendance what was recorded, by key of the student
 */
record RoomFacts(Map<Long, Person> people, Map<Long, Came> attendance) {

  /**
   * A student of the sheet.
   *
   * @param studying neither on leave nor gone
   * @param held whether there is a financial hold
   * @param acted whether an act that was not dismissed says that the student was sent out
   */
  record Person(String number, String name, boolean studying, boolean held, boolean acted) {}

  /** What was recorded of a student, by whom and when. */
  record Came(
      ExamAttendance state,
      IdentityDocument identity,
      String checkedBy,
      Instant checkedAt,
      String recordedBy,
      Instant recordedAt,
      int version) {}

  /** Students with a work. */
  Set<Long> worked() {
    return attendance.entrySet().stream()
        .filter(one -> one.getValue().state().worked())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
