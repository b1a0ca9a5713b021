package kz.miras.registrar.registration;

import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** HLD-1 to HLD-3. Who places and removes a hold, and what it has to say. */
public final class HoldSound {

  private HoldSound() {}

  /**
   * HLD-1. A hold tells what is to be settled and with whom, and stands once.
   *
   * @param standsAlready whether the student has the same one
   */
  public static Verdict placed(String reason, String contact, boolean standsAlready) {
    List<Refusal> refusals = new ArrayList<>();
    if (reason == null || reason.isBlank()) {
      refusals.add(Refusal.of("registration.hold.reason", "HLD-1").at("reason"));
    }
    if (contact == null || contact.isBlank()) {
      refusals.add(Refusal.of("registration.hold.contact", "HLD-1").at("contact"));
    }
    if (standsAlready) {
      refusals.add(Refusal.of("registration.hold.twice", "HLD-1").at("reason"));
    }
    return new Verdict(refusals, List.of(), false);
  }

  /**
   * HLD-2. Financial holds are accounting's alone, all others the office's.
   *
   * @param office whether the caller may place and remove holds of the office
   * @param accounting whether the caller may place and remove financial ones
   */
  public static Verdict right(HoldKind kind, boolean office, boolean accounting) {
    if (kind.isAccountings()) {
      return accounting
          ? Verdict.allowed()
          : Verdict.refused(Refusal.of("registration.hold.accountings", "HLD-2").at("kind"));
    }
    return office
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.hold.offices", "HLD-2").at("kind"));
  }

  /** HLD-3. A hold is removed once, with a reason. */
  public static Verdict removed(boolean active, String why) {
    List<Refusal> refusals = new ArrayList<>();
    if (!active) {
      refusals.add(Refusal.of("registration.hold.removed", "HLD-3"));
    }
    if (why == null || why.isBlank()) {
      refusals.add(Refusal.of("registration.hold.why", "HLD-3").at("removal_reason"));
    }
    return new Verdict(refusals, List.of(), false);
  }
}
