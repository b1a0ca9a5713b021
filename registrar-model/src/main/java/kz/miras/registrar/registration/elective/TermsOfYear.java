package kz.miras.registrar.registration.elective;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.curriculum.CurriculumSound;
import kz.miras.registrar.curriculum.PlanLine;

/**
 * The terms of a curriculum that fall into one academic year.
 *
 * @param first number of the first, counted from admission, from 1
 * @param last number of the last
 */
public record TermsOfYear(int first, int last) implements Serializable {

  /**
   * Terms of a course.
   *
   * @param course from 1
   * @param years length of the programme
   */
  public static TermsOfYear of(int course, int years, List<PlanLine> lines) {
    int perYear =
        CurriculumSound.termsPerYear(lines.stream().map(PlanLine::termNo).toList(), years);
    return new TermsOfYear((course - 1) * perYear + 1, course * perYear);
  }

  public boolean contains(int termNo) {
    return termNo >= first && termNo <= last;
  }
}
