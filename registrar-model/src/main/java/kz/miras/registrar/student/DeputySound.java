package kz.miras.registrar.student;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** ADV-1, ADV-2. An adviser is replaced by another person, for a time, on a basis. */
public final class DeputySound {

  /** An adviser is appointed for a year; so is who replaces one, at most. */
  private static final int LONGEST_YEARS = 1;

  private DeputySound() {}

  /** A time from its first day to its last. */
  public record Period(LocalDate from, LocalDate to) implements Serializable {

    boolean meets(Period other) {
      return !from.isAfter(other.to) && !to.isBefore(other.from);
    }
  }

  /**
   * Judges a replacement.
   *
   * @param deputy key; null where nobody is named
   * @param period either day may be null
   * @param others when the adviser is replaced already
   */
  public static Verdict judge(
      Long adviser,
      Long deputy,
      Period period,
      String basis,
      LocalDate today,
      Collection<Period> others) {
    List<Refusal> refusals = new ArrayList<>();
    need(refusals, adviser != null, "adviser");
    need(refusals, deputy != null, "deputy");
    need(refusals, period.from() != null, "from");
    need(refusals, period.to() != null, "to");
    need(refusals, basis != null && !basis.isBlank(), "basis");
    if (adviser != null && adviser.equals(deputy)) {
      refusals.add(Refusal.of("student.deputy.self", "ADV-1").at("deputy"));
    }
    if (period.from() != null && period.to() != null) {
      time(refusals, period, today);
      for (Period other : others) {
        if (period.meets(other)) {
          refusals.add(
              Refusal.of("student.deputy.overlaps", "ADV-2", other.from(), other.to()).at("from"));
        }
      }
    }
    return new Verdict(refusals, List.of(), false);
  }

  private static void time(List<Refusal> refusals, Period period, LocalDate today) {
    if (period.to().isBefore(period.from()) || period.to().isBefore(today)) {
      refusals.add(Refusal.of("student.deputy.over", "ADV-1").at("to"));
    } else if (period.to().isAfter(period.from().plusYears(LONGEST_YEARS))) {
      refusals.add(Refusal.of("student.deputy.long", "ADV-1").at("to"));
    }
  }

  private static void need(List<Refusal> refusals, boolean given, String field) {
    if (!given) {
      refusals.add(Refusal.of("student.deputy.needed", "ADV-1").at(field));
    }
  }
}
