package kz.miras.registrar.registration.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * IUP-1, IUP-5 to IUP-8. What adviser, dean and office may decide about a plan that was submitted:
 * who passes it on and in which order, what is given back and for how long its seats are kept, and
 * when an adviser is late (O152 п.2(14), 6, 10, 31).
 */
public final class PlanApproval {

  private static final String GIVEN_BACK = "IUP-5";
  private static final String SIGNED = "IUP-6";

  private PlanApproval() {}

  /**
   * IUP-1. Nobody decides about a plan that is not the one they have seen: its student may have
   * submitted, or a seat have moved, since it was shown. Drafts lie with the student: they are no
   * change of it.
   *
   * @param seen version that was shown
   */
  public static Verdict asSeen(StudyPlan plan, int seen) {
    return plan.submittedVersion() == seen
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.plan.changed", "IUP-1"));
  }

  /**
   * IUP-1, IUP-6. Whether lines pass on to the next state; what the dean has to sign is confirmed
   * only when it is signed.
   *
   * @param to the state they pass to
   * @param lines their keys
   */
  public static Verdict passes(
      StudyPlan plan, PlanLineStatus to, Collection<Long> lines, RuleSet rules) {
    Verdict ready = ready(plan, to, rules);
    return ready.isAllowed() ? plan.may(to, lines) : ready;
  }

  /**
   * IUP-6. Where the rules ask for it, the dean signs before the office confirms.
   *
   * @param to the state lines of the plan are to pass to
   * @param rules of the level for the academic year of the plan
   */
  public static Verdict ready(StudyPlan plan, PlanLineStatus to, RuleSet rules) {
    boolean unsigned = rules.flag(RuleParameter.REG_DEAN_SIGNS) && !plan.signed();
    return to == PlanLineStatus.REGISTERED && unsigned
        ? Verdict.refused(Refusal.of("registration.plan.unsigned", SIGNED))
        : Verdict.allowed();
  }

  /**
   * IUP-6. The dean signs only where the rules ask for it.
   *
   * @param rules of the level for the academic year of the plan
   */
  public static Verdict signs(StudyPlan plan, RuleSet rules) {
    return rules.flag(RuleParameter.REG_DEAN_SIGNS)
        ? plan.maySign()
        : Verdict.refused(Refusal.of("registration.plan.no-signature", SIGNED));
  }

  /**
   * IUP-7. Of many plans decided in one act only those pass that every rule is satisfied with; what
   * holds only until a mark arrives, or because the office may approve it, is looked at by itself.
   *
   * @param checked what all rules say of the whole plan and of each of its lines
   * @param unaided what they say of the lines that are to be decided without the right of the
   *     office
   */
  public static Verdict together(Verdict checked, Verdict unaided) {
    return checked.isAllowed() && (checked.provisional() || !unaided.isAllowed())
        ? checked.and(Verdict.refused(Refusal.of("registration.plan.one-by-one", "IUP-7")))
        : checked;
  }

  /**
   * IUP-5. A line is given back with a remark; what is confirmed is not: the student changes it, or
   * its group is closed.
   *
   * @param remarks why, by key of line
   */
  public static Verdict givesBack(StudyPlan plan, Map<Long, String> remarks) {
    if (remarks.isEmpty() || remarks.values().stream().anyMatch(r -> r == null || r.isBlank())) {
      return Verdict.refused(Refusal.of("registration.plan.remark", GIVEN_BACK).at("remark"));
    }
    boolean confirmed =
        plan.in(PlanLineStatus.REGISTERED).stream()
            .anyMatch(line -> remarks.containsKey(line.id()));
    return confirmed
        ? Verdict.refused(
            Refusal.of("registration.plan.not-now", GIVEN_BACK, PlanLineStatus.RETURNED))
        : plan.may(PlanLineStatus.RETURNED, remarks.keySet());
  }

  /**
   * IUP-5, IUP-6. A dean gives back with a remark what waits for the signature, and nothing else.
   *
   * @param remarks why, by key of line
   * @param rules of the level for the academic year of the plan
   */
  public static Verdict givesBackUnsigned(
      StudyPlan plan, Map<Long, String> remarks, RuleSet rules) {
    Verdict verdict = signs(plan, rules);
    return verdict.isAllowed() ? givesBack(plan, remarks) : verdict;
  }

  /** IUP-5. Until when the seats of lines given back today are kept. */
  public static Deadline seatsKept(LocalDate today, WorkingDays calendar, RuleSet rules) {
    return Deadline.workingDaysAfter(
        today, rules.integer(RuleParameter.REG_RETURNED_SEAT_WORKING_DAYS), calendar);
  }

  /** IUP-8. Plans submitted before this day, and still with the adviser today, are late. */
  public static LocalDate lateBefore(LocalDate today, WorkingDays calendar, RuleSet rules) {
    return calendar.minusWorkingDays(today, rules.integer(RuleParameter.REG_ADVISER_WORKING_DAYS));
  }
}
