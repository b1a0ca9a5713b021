package kz.miras.registrar.achievement;

import java.math.BigDecimal;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * IMP-5. Credits and GPA of a student in the earlier system against those that follow from the
 * results taken over. They agree, or somebody accepts the difference and says why.
 *
 * @param credits earned credits
 * @param gpa cumulative GPA with two decimals; null where there is none
 */
public record ControlTotal(int credits, BigDecimal gpa) {

  /** Whether both say the same. */
  public boolean agrees(ControlTotal other) {
    return credits == other.credits
        && (gpa == null ? other.gpa == null : other.gpa != null && gpa.compareTo(other.gpa) == 0);
  }

  /**
   * What the rules say of a total of the earlier system.
   *
   * @param ours what follows from the results here
   * @param reason why a difference is accepted; null where nobody accepts one
   */
  public Verdict judge(ControlTotal ours, String reason) {
    if (agrees(ours)) {
      return Verdict.allowed();
    }
    Refusal differs =
        Refusal.of(
                "achievement.control.differs",
                "IMP-5",
                credits,
                String.valueOf(gpa),
                ours.credits,
                String.valueOf(ours.gpa))
            .at("reason");
    return reason == null || reason.isBlank() ? Verdict.refused(differs) : Verdict.warning(differs);
  }
}
