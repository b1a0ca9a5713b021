package kz.miras.registrar.registration.service.summer;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.registration.summer.AttendanceSound;
import kz.miras.registrar.registration.summer.AttendanceTally;
import kz.miras.registrar.registration.summer.Presence;
import kz.miras.registrar.shared.Verdict;

/**
 * How a student attends a discipline of the summer.
 *
 * @param verdict refused where too much was missed
 * @param absences where the student was not, in order
 */
public record Attended(AttendanceTally tally, Verdict verdict, List<Absence> absences)
    implements Serializable {

  public Attended {
    absences = List.copyOf(absences);
  }

  /**
   * A lesson the student was not in.
   *
   * @param lesson which of the day; 0 where that is not said
   */
  public record Absence(LocalDate on, int lesson, Presence presence) implements Serializable {}

  /** Counts the marks of a student against the share the rules allow. */
  static Attended of(List<Attendances.Mark> marks, int percent) {
    AttendanceTally tally =
        new AttendanceTally(
            marks.size(), count(marks, Presence.ABSENT), count(marks, Presence.EXCUSED));
    return new Attended(
        tally,
        AttendanceSound.attends(tally, percent),
        marks.stream()
            .filter(one -> one.presence() != Presence.PRESENT)
            .map(one -> new Absence(one.on(), one.lesson(), one.presence()))
            .toList());
  }

  private static int count(List<Attendances.Mark> marks, Presence presence) {
    return (int) marks.stream().filter(one -> one.presence() == presence).count();
  }

  /** Whether too much was missed. */
  public boolean isFlagged() {
    return !verdict.isAllowed();
  }
}
