package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.registration.EnrolmentType;

/**
 * A discipline that already counts in the term.
 *
 * @param discipline its code
 * @param waiting whether the student waits for a seat in it
 * @param replaces code of the discipline it is to replace once a seat is free; null for none
 * @param choiceBlock the block it was chosen from; null for none
 * @param lessons when it meets; empty where the student only waits
 */
public record TakenLine(
    String discipline,
    int credits,
    EnrolmentType type,
    boolean waiting,
    String replaces,
    String choiceBlock,
    List<LessonTime> lessons)
    implements Serializable {

  public TakenLine {
    Objects.requireNonNull(discipline, "discipline");
    Objects.requireNonNull(type, "type");
    lessons = List.copyOf(lessons);
  }

  /** A discipline the student is on. */
  public static TakenLine enrolled(
      String discipline, int credits, EnrolmentType type, List<LessonTime> lessons) {
    return new TakenLine(discipline, credits, type, false, null, null, lessons);
  }

  /**
   * A discipline the student waits for.
   *
   * @param replaces code of the discipline it is to replace; null for none
   */
  public static TakenLine waiting(
      String discipline, int credits, EnrolmentType type, String replaces) {
    return new TakenLine(discipline, credits, type, true, replaces, null, List.of());
  }

  /** The same line, chosen from a block. */
  public TakenLine from(String block) {
    return new TakenLine(discipline, credits, type, waiting, replaces, block, lessons);
  }
}
