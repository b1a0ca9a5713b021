package kz.miras.registrar.registration.summer;

import java.io.Serializable;
import java.math.BigDecimal;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SUM-7. When a group of the summer semester is opened, and what is done for fewer. */
public final class SummerGroupSize {

  private SummerGroupSize() {}

  /**
   * Groups as they are wanted.
   *
   * @param applications how many students have applied
   * @param minimum fewest students a group is opened for
   * @param groups how many groups
   * @param capacity seats of each
   */
  public record Wanted(int applications, int minimum, int groups, int capacity)
      implements Serializable {}

  /**
   * Whether enough have applied for a group.
   *
   * @param applications those that have passed their steps
   */
  public static boolean isEnough(int applications, int minimum) {
    return applications >= minimum;
  }

  /** Judges the opening of groups. */
  public static Verdict opens(Wanted wanted, SummerGroupStatus status) {
    Verdict verdict = undecided(status);
    if (!isEnough(wanted.applications(), wanted.minimum())) {
      verdict =
          verdict.and(
              refused(
                  "registration.summer.below-minimum",
                  "groups",
                  wanted.applications(),
                  wanted.minimum()));
    }
    if (wanted.groups() < 1 || wanted.capacity() < 1) {
      return verdict.and(refused("registration.summer.no-groups", "groups"));
    }
    if (wanted.groups() > 1 && wanted.applications() < (long) wanted.groups() * wanted.minimum()) {
      verdict =
          verdict.and(
              refused(
                  "registration.summer.too-many-groups",
                  "groups",
                  wanted.groups(),
                  wanted.applications(),
                  wanted.minimum()));
    }
    int seats = wanted.groups() * wanted.capacity();
    return seats >= wanted.applications()
        ? verdict
        : verdict.and(
            refused("registration.summer.few-seats", "capacity", seats, wanted.applications()));
  }

  /**
   * Judges lessons for fewer than the minimum.
   *
   * @param price of a credit in such lessons; null where none is set
   */
  public static Verdict individual(
      int applications, int minimum, BigDecimal price, SummerGroupStatus status) {
    Verdict verdict = undecided(status);
    if (applications == 0) {
      verdict = verdict.and(refused("registration.summer.nobody", ""));
    } else if (isEnough(applications, minimum)) {
      verdict = verdict.and(refused("registration.summer.enough", "", applications, minimum));
    }
    return price == null
        ? verdict.and(refused("registration.summer.no-individual-price", ""))
        : verdict;
  }

  /** Judges the refusal of a discipline; one that is taught can be given up too. */
  public static Verdict refuses(SummerGroupStatus status, String reason) {
    Verdict verdict =
        status == SummerGroupStatus.REFUSED
            ? refused("registration.summer.decided", "", status)
            : Verdict.allowed();
    return reason == null || reason.isBlank()
        ? verdict.and(refused("registration.summer.reason", "reason"))
        : verdict;
  }

  private static Verdict undecided(SummerGroupStatus status) {
    return status == SummerGroupStatus.PLANNED
        ? Verdict.allowed()
        : refused("registration.summer.decided", "", status);
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "SUM-7", args).at(field));
  }
}
