package kz.miras.registrar.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** MIN-1. Which minor may be recorded for a student. */
public final class MinorSound {

  private MinorSound() {}

  /**
   * MIN-1. A minor is another programme than the student's own, of the same level, and does not end
   * before it begins.
   *
   * @param own whether it is the student's own programme
   * @param sameLevel whether it is of the level the student studies at
   * @param until last day; null while it goes on
   */
  public static Verdict recorded(boolean own, boolean sameLevel, LocalDate from, LocalDate until) {
    List<Refusal> refusals = new ArrayList<>();
    if (own) {
      refusals.add(Refusal.of("registration.minor-own", "MIN-1").at("programme"));
    }
    if (!sameLevel) {
      refusals.add(Refusal.of("registration.minor-level", "MIN-1").at("programme"));
    }
    if (until != null && until.isBefore(from)) {
      refusals.add(Refusal.of("registration.minor-days", "MIN-1", from).at("valid_to"));
    }
    return new Verdict(refusals, List.of(), false);
  }
}
