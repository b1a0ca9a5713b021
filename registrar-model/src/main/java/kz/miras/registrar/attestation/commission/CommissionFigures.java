package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * AK-13. What a commission has come to, as its chair reports it.
 *
 * @param admitted everybody who was before it
 * @param taken who defended or sat the exam
 * @param absent without a valid reason
 * @param excused for a valid reason
 * @param failed with an unsatisfactory grade
 * @param awarded the degree, with honours or without
 * @param honours of them with honours
 * @param grades of all who have one
 */
public record CommissionFigures(
    int admitted,
    int taken,
    int absent,
    int excused,
    int failed,
    int awarded,
    int honours,
    GradeCount grades)
    implements Serializable {

  /**
   * A student before the commission.
   *
   * @param grade null where there is none
   */
  public record Line(Appearance appearance, FinalDecision decision, Grade grade) {}

  /**
   * Counts the protocols that stand.
   *
   * @param scale of the day of the grades
   */
  public static CommissionFigures of(Collection<Line> lines, GradeScale scale, RuleSet rules) {
    List<Grade> grades = lines.stream().map(Line::grade).filter(Objects::nonNull).toList();
    return new CommissionFigures(
        lines.size(),
        count(lines, Appearance.PRESENT),
        count(lines, Appearance.ABSENT),
        count(lines, Appearance.EXCUSED),
        (int) lines.stream().filter(one -> one.decision() == FinalDecision.FAILED).count(),
        (int) lines.stream().filter(one -> one.decision().isAward()).count(),
        (int) lines.stream().filter(one -> one.decision() == FinalDecision.HONOURS).count(),
        GradeCount.of(grades, scale, rules));
  }

  private static int count(Collection<Line> lines, Appearance appearance) {
    return (int) lines.stream().filter(one -> one.appearance() == appearance).count();
  }
}
