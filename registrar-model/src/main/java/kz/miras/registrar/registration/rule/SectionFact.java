package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A section somebody wants a seat in: stream, group or subgroup.
 *
 * @param lessons when it meets; empty where the timetable is not known
 * @param free seats free in the pools the student may use; null where only taking one tells
 * @param waiting how many wait already
 * @param reserved free seats kept for others
 * @param released the day from which reserved seats are for all; null where none are reserved
 */
public record SectionFact(
    String code,
    List<LessonTime> lessons,
    Integer free,
    int waiting,
    int reserved,
    LocalDate released)
    implements Serializable {

  public SectionFact {
    Objects.requireNonNull(code, "code");
    lessons = List.copyOf(lessons);
  }

  /** A section of which only the timetable is looked at; its seat is asked for afterwards. */
  public static SectionFact of(String code, List<LessonTime> lessons) {
    return new SectionFact(code, lessons, null, 0, 0, null);
  }

  /** A section with so many seats that nobody else has a claim to. */
  public static SectionFact of(String code, List<LessonTime> lessons, int free, int waiting) {
    return new SectionFact(code, lessons, free, waiting, 0, null);
  }

  /** Whether a newcomer has to wait: nobody passes those who wait already. */
  public boolean isFull() {
    return free != null && (free <= 0 || waiting > 0);
  }
}
