package kz.miras.registrar.curriculum.service;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;

/**
 * A working curriculum as its page shows it.
 *
 * @param credits its volume without additional types of study
 * @param planned volume of the programme
 * @param terms terms in order
 * @param cycles credits by cycle
 * @param findings what law and standard say of it
 */
public record CurriculumView(
    String programme,
    LocalizedText name,
    Level level,
    int admissionYear,
    String approvedBy,
    int credits,
    int planned,
    List<TermPlan> terms,
    Map<Cycle, Integer> cycles,
    Verdict findings)
    implements Serializable {

  public CurriculumView {
    terms = List.copyOf(terms);
  }

  /** The disciplines of one term. */
  public record TermPlan(int termNo, int course, int credits, List<Line> lines)
      implements Serializable {}

  /** One discipline. */
  public record Line(
      String code,
      LocalizedText name,
      int credits,
      ControlForm controlForm,
      Cycle cycle,
      Component component,
      String choiceBlock,
      Integer choiceCredits,
      List<String> prerequisites)
      implements Serializable {}
}
