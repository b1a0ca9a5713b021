package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.registration.EnrolmentType;

/**
 * A discipline that already counts in the term.
 *
 * @param discipline its code
 * @param waiting whether the student waits for a seat in it, or has to pay for it first
 * @param replaces code of the discipline it is to replace once a seat is free; null for none
 * @param choiceBlock the block it was chosen from; null for none
 * @param lessons when it meets; empty where the student only waits
 * @param chosen whether it is only chosen and submitted: a line of the plan without seat or queue
 */
public record TakenLine(
    String discipline,
    int credits,
    EnrolmentType type,
    boolean waiting,
    String replaces,
    String choiceBlock,
    List<LessonTime> lessons,
    boolean chosen)
    implements Serializable {

  public TakenLine {
    Objects.requireNonNull(discipline, "discipline");
    Objects.requireNonNull(type, "type");
    lessons = List.copyOf(lessons);
  }

  /** A discipline the student has a seat in, waits for or has asked for. */
  public TakenLine(
      String discipline,
      int credits,
      EnrolmentType type,
      boolean waiting,
      String replaces,
      String choiceBlock,
      List<LessonTime> lessons) {
    this(discipline, credits, type, waiting, replaces, choiceBlock, lessons, false);
  }

  /**
   * A discipline of the plan that was submitted without a seat: it counts until it is wanted anew.
   *
   * @param block the block it was chosen from; null for none
   */
  public static TakenLine chosen(String discipline, int credits, EnrolmentType type, String block) {
    return new TakenLine(discipline, credits, type, false, null, block, List.of(), true);
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
    return new TakenLine(discipline, credits, type, waiting, replaces, block, lessons, chosen);
  }
}
