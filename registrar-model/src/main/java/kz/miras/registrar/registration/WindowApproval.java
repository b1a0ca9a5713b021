package kz.miras.registrar.registration;

import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * WIN-3. A window is approved by somebody else than who prepared it; changed, it waits for approval
 * again.
 */
public final class WindowApproval {

  private static final String RULE = "WIN-3";

  private WindowApproval() {}

  /**
   * Judges an approval.
   *
   * @param preparedBy account of who typed the window or changed it last
   * @param approver account of who approves
   */
  public static Verdict judge(WindowStatus status, String preparedBy, String approver) {
    List<Refusal> refusals = new ArrayList<>();
    if (status == WindowStatus.APPROVED) {
      refusals.add(Refusal.of("registration.window.approved", RULE));
    }
    if (preparedBy.equals(approver)) {
      refusals.add(Refusal.of("registration.window.own", RULE));
    }
    return new Verdict(refusals, List.of(), false);
  }

  /**
   * What a change of a window means: one that was approved stays in force as it was until the
   * change is approved.
   */
  public static Verdict changed(boolean inForce) {
    return inForce
        ? Verdict.warning(Refusal.of("registration.window.changed", RULE))
        : Verdict.allowed();
  }

  /**
   * A window is taken away with a reason; one that is in force by whoever may approve, one that is
   * only prepared by whoever may prepare.
   *
   * @param reason null or blank where none is given
   * @param prepares whether the caller may prepare windows
   * @param approves whether the caller may approve them
   */
  public static Verdict removed(
      String reason, boolean inForce, boolean prepares, boolean approves) {
    if (reason == null || reason.isBlank()) {
      return Verdict.refused(Refusal.of("field.required", RULE).at("reason"));
    }
    return (inForce ? approves : prepares)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.window.removal", RULE));
  }

  /**
   * Nobody approves what they have not seen.
   *
   * @param seen version the approver has looked at
   * @param stored version that stands now
   */
  public static Verdict asSeen(int seen, int stored) {
    return seen == stored
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.window.stale", RULE));
  }
}
