package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.util.Objects;
import kz.miras.registrar.shared.LocalizedText;

/**
 * One line of a working curriculum, as its rules look at it.
 *
 * @param code code of the discipline
 * @param name its name
 * @param nameRepeats whether the name may repeat: physical education and languages (CRD-5)
 * @param credits academic credits of the discipline
 * @param termNo number of the term counted from admission, from 1
 * @param cycle cycle
 * @param component component; null where the cycle has none
 * @param choiceBlock name of the block the student chooses from; null outside КВ
 * @param choiceCredits credits to be chosen from the block; null where the first line's are meant
 */
public record PlanLine(
    String code,
    LocalizedText name,
    boolean nameRepeats,
    int credits,
    int termNo,
    Cycle cycle,
    Component component,
    String choiceBlock,
    Integer choiceCredits)
    implements Serializable {

  public PlanLine {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(cycle, "cycle");
  }

  /** The line of a stored item. */
  public static PlanLine of(CurriculumItem item) {
    Discipline discipline = item.getDiscipline();
    return new PlanLine(
        discipline.getCode(),
        discipline.getName(),
        discipline.isNameRepeats(),
        discipline.getCredits(),
        item.getTermNo(),
        item.getCycle(),
        item.getComponent(),
        item.getChoiceBlock(),
        item.getChoiceCredits());
  }

  /** CRD-9: credits to be chosen from its block; the line's own where the block names none. */
  public int blockCredits() {
    return choiceCredits == null ? credits : choiceCredits;
  }

  /** Whether the student takes it only by choosing it from a block. */
  public boolean isChoice() {
    return choiceBlock != null;
  }
}
