package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-4. The meetings of a commission that are not approved yet, as the schedule of its work the
 * director approves.
 */
public record MeetingSchedule(List<Planned> waiting) implements Serializable {

  private static final int REASON = 500;

  public MeetingSchedule {
    waiting = List.copyOf(waiting);
  }

  /**
   * A meeting that waits.
   *
   * @param by who planned it
   */
  public record Planned(LocalDate heldOn, String by) implements Serializable {}

  /**
   * Whether somebody may approve it now.
   *
   * @param reason why it is approved later than the rules ask for, as for another day of whoever
   *     was excused (AK-11); may be left out where it is not
   * @param lead days it is announced before the commission meets
   */
  public Verdict approves(String by, String reason, LocalDate today, int lead) {
    if (waiting.isEmpty()) {
      return refused("attestation.ak.schedule-none", "reason");
    }
    Verdict verdict = Fitted.judge(REASON, reason, "reason");
    if (waiting.stream().anyMatch(one -> one.by().equals(by))) {
      verdict = verdict.and(refused("attestation.ak.schedule-own", "reason"));
    }
    LocalDate first =
        waiting.stream().map(Planned::heldOn).min(Comparator.naturalOrder()).orElseThrow();
    boolean late = first.isBefore(today.plusDays(lead));
    return late && (reason == null || reason.isBlank())
        ? verdict.and(refused("attestation.ak.schedule-late", "reason", lead, first))
        : verdict;
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "AK-4", args).at(field));
  }
}
