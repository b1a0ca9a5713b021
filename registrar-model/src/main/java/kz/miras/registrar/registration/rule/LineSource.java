package kz.miras.registrar.registration.rule;

import java.util.Set;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Keyed;

/** Where a discipline of an individual study plan comes from (IN_PROGRAMME, domain 2.2). */
public enum LineSource implements Keyed {
  /** The working curriculum of the student's programme and year of admission. */
  PROGRAMME,
  /** An addition of the catalogue of electives of the year. */
  CATALOGUE,
  /** An elective of the curriculum that the catalogue of the year leaves out. */
  LEFT_OUT,
  MINOR,
  DEBT,
  DIFFERENCE,
  /** None of them: the office has to approve it. */
  NONE;

  /**
   * Where a discipline of the curriculum stands once the catalogue of the year is published. The
   * catalogue decides about the blocks it has entries of; of other blocks, and where no catalogue
   * is published, the curriculum decides.
   *
   * @param block choice block it stands in; null for none
   * @param entered whether the catalogue names it
   * @param offered blocks the catalogue has entries of; empty without a catalogue
   */
  public static LineSource ofCurriculum(String block, boolean entered, Set<String> offered) {
    boolean leftOut = block != null && !entered && offered.contains(block);
    return leftOut ? LEFT_OUT : PROGRAMME;
  }

  /** The source of a line that is taken for this reason: debts may be what is not offered anew. */
  public LineSource takenAs(EnrolmentType type) {
    boolean anew =
        type == EnrolmentType.MAIN
            || type == EnrolmentType.ADDITIONAL
            || type == EnrolmentType.MINOR;
    if (this == LEFT_OUT) {
      return anew ? LEFT_OUT : PROGRAMME;
    }
    if (this != NONE) {
      return this;
    }
    return switch (type) {
      case MINOR -> MINOR;
      case DEBT, RETAKE -> DEBT;
      case DIFFERENCE -> DIFFERENCE;
      case MAIN, GPA_RAISE, ADDITIONAL -> NONE;
    };
  }

  @Override
  public String key() {
    return "registration.source." + name();
  }
}
