package kz.miras.registrar.registration.summer;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SUM-1, SUM-2, SUM-4, SUM-8 to SUM-10, SUM-13. What holds for the plan of a summer semester and
 * for its life.
 */
public final class SummerPlanSound {

  /** Longest name of another university. */
  private static final int NAME = 200;

  private SummerPlanSound() {}

  /**
   * A plan as its rules look at it.
   *
   * @param weeks of study in its term
   * @param begins first day of the term
   * @param from first day of applications; null where not set
   * @param to last day of applications; null where not set
   * @param disciplines how many it has, proposals not counted
   * @param unpriced levels without a price of a credit by order
   */
  public record Planned(
      SummerStatus status,
      int weeks,
      LocalDate begins,
      LocalDate from,
      LocalDate to,
      int disciplines,
      List<Level> unpriced)
      implements Serializable {
    public Planned {
      unpriced = List.copyOf(unpriced);
    }
  }

  /**
   * SUM-9. Numbers of the rules an application does not have to satisfy: the plan's own dates stand
   * for the window, its list of disciplines for the programme.
   */
  public static Set<String> standsFor() {
    return Set.of("REG-6", "REG-16");
  }

  /** SUM-8. Only a draft changes. */
  public static Verdict mayChange(SummerStatus status) {
    return status.isDraft()
        ? Verdict.allowed()
        : refused("registration.summer.not-draft", "SUM-8", "", status);
  }

  /** SUM-8. A discipline is in a draft once for each language. */
  public static Verdict proposes(SummerStatus status, String discipline, boolean there) {
    Verdict verdict = mayChange(status);
    return there
        ? verdict.and(refused("registration.summer.there", "SUM-8", "discipline", discipline))
        : verdict;
  }

  /** SUM-9. Applications begin before they end, and end before the semester begins. */
  public static Verdict dates(LocalDate from, LocalDate to, LocalDate begins) {
    Verdict verdict = Verdict.allowed();
    if (from == null) {
      verdict = refused("registration.summer.dates", "SUM-9", "from");
    }
    if (to == null) {
      verdict = verdict.and(refused("registration.summer.dates", "SUM-9", "to"));
    }
    if (from != null && to != null && to.isBefore(from)) {
      verdict = verdict.and(refused("registration.summer.order", "SUM-9", "to", from));
    }
    return to == null || to.isBefore(begins)
        ? verdict
        : verdict.and(refused("registration.summer.too-long", "SUM-9", "to", begins));
  }

  /**
   * SUM-1, SUM-4, SUM-8, SUM-9. What stands against submitting a plan.
   *
   * @param leastWeeks weeks a summer semester has at least
   */
  public static Verdict submits(Planned plan, int leastWeeks, LocalDate today) {
    Verdict verdict = mayChange(plan.status()).and(dates(plan.from(), plan.to(), plan.begins()));
    if (plan.weeks() < leastWeeks) {
      verdict =
          verdict.and(refused("registration.summer.short", "SUM-1", "", plan.weeks(), leastWeeks));
    }
    if (plan.disciplines() == 0) {
      verdict = verdict.and(refused("registration.summer.empty", "SUM-8", ""));
    }
    for (Level level : plan.unpriced()) {
      verdict = verdict.and(refused("registration.summer.unpriced", "SUM-4", "", level));
    }
    return verdict.and(inTime(plan.from(), today));
  }

  /** SUM-8. An approval names its decision, in time before applications open. */
  public static Verdict approves(
      SummerStatus status, String decision, LocalDate from, LocalDate today) {
    Verdict verdict = submitted(status);
    if (decision == null || decision.isBlank()) {
      verdict = verdict.and(refused("registration.summer.decision", "SUM-8", "decision"));
    }
    return verdict.and(inTime(from, today));
  }

  private static Verdict inTime(LocalDate from, LocalDate today) {
    return from == null || !today.isAfter(from)
        ? Verdict.allowed()
        : refused("registration.summer.late", "SUM-8", "from", from);
  }

  /**
   * SUM-9. Whether an application is taken.
   *
   * @param office whether the office applies for the student: until the semester begins
   * @param twice whether the student has applied for the discipline already
   */
  public static Verdict applies(
      Planned plan, SummerGroupStatus group, boolean office, boolean twice, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    LocalDate last = office && plan.begins() != null ? plan.begins().minusDays(1) : plan.to();
    if (!isOpen(plan.status(), plan.from(), last, today)) {
      verdict =
          plan.status() == SummerStatus.APPROVED
              ? refused("registration.summer.closed", "SUM-9", "", plan.from(), last)
              : refused("registration.summer.not-approved", "SUM-9", "", plan.status());
    }
    if (group == SummerGroupStatus.REFUSED) {
      verdict = verdict.and(refused("registration.summer.refused", "SUM-9", ""));
    }
    return twice ? verdict.and(refused("registration.summer.twice", "SUM-9", "")) : verdict;
  }

  /**
   * SUM-9. Whether students can apply by themselves today.
   *
   * @param from first day of applications; null where not set
   * @param to last day of applications; null where not set
   */
  public static boolean isOpen(SummerStatus status, LocalDate from, LocalDate to, LocalDate today) {
    return status == SummerStatus.APPROVED && !today.isBefore(from) && !today.isAfter(to);
  }

  /** SUM-2. An application names its purpose. */
  public static Verdict purposed(SummerPurpose purpose) {
    return purpose == null ? required("SUM-2", "purpose") : Verdict.allowed();
  }

  /**
   * SUM-13. Whether an application goes on to group and payment.
   *
   * @param asked whether the rules ask for the agreement of adviser or dean
   */
  public static Verdict ready(boolean checked, boolean agreed, boolean asked) {
    Verdict verdict =
        checked ? Verdict.allowed() : refused("registration.summer.unchecked", "SUM-13", "");
    return asked && !agreed
        ? verdict.and(refused("registration.summer.unagreed", "SUM-13", ""))
        : verdict;
  }

  /**
   * SUM-13. Whether an application is checked or agreed to now: it waits, and that has not been
   * done.
   *
   * @param done whether it has been
   */
  public static Verdict steps(SummerApplicationStatus status, boolean done) {
    return status == SummerApplicationStatus.APPLIED && !done
        ? Verdict.allowed()
        : refused("registration.summer.not-waiting", "SUM-13", "", status);
  }

  /** SUM-9. Whoever is refused reads why. */
  public static Verdict rejects(String reason) {
    return written("SUM-9", "reason", reason);
  }

  /** SUM-8. A submitted plan comes back with what is to be changed. */
  public static Verdict givesBack(SummerStatus status, String remark) {
    Verdict verdict = written("SUM-8", "remark", remark);
    return verdict.isAllowed() ? submitted(status) : verdict;
  }

  private static Verdict submitted(SummerStatus status) {
    return status == SummerStatus.SUBMITTED
        ? Verdict.allowed()
        : refused("registration.summer.not-submitted", "SUM-8", "", status);
  }

  private static Verdict written(String rule, String field, String text) {
    return text == null || text.isBlank() ? required(rule, field) : Verdict.allowed();
  }

  private static Verdict required(String rule, String field) {
    return refused("field.required", rule, field);
  }

  /**
   * SUM-2. An application for study in or with another university names it.
   *
   * @param university null or blank where it was not given
   */
  public static Verdict elsewhere(SummerPurpose purpose, String university) {
    boolean named = university != null && !university.isBlank();
    return !purpose.isElsewhere() || named && university.strip().length() <= NAME
        ? Verdict.allowed()
        : refused("registration.summer.university", "SUM-2", "university", NAME);
  }

  /** SUM-2. What is accepted without a seat is studied elsewhere alone, and waits for that. */
  public static Verdict acceptsElsewhere(SummerPurpose purpose, SummerApplicationStatus status) {
    return purpose.isRecredited() && status == SummerApplicationStatus.APPLIED
        ? Verdict.allowed()
        : refused("registration.summer.not-elsewhere", "SUM-2", "", purpose, status);
  }

  /**
   * SUM-9. An application is taken back until it has become a seat.
   *
   * @param enrolled what its enrolment is; null where it has none
   */
  public static Verdict withdraws(SummerApplicationStatus status, EnrolmentStatus enrolled) {
    return status.isActive() && (enrolled == null || enrolled == EnrolmentStatus.REQUESTED)
        ? Verdict.allowed()
        : refused("registration.summer.seated", "SUM-9", "");
  }

  /**
   * SUM-10. What stands against closing a semester.
   *
   * @param ends last day of its term
   * @param undecided how many disciplines are not decided
   * @param unposted how many seats have no posted result
   */
  public static Verdict closes(
      SummerStatus status, LocalDate ends, int undecided, int unposted, LocalDate today) {
    Verdict verdict =
        status == SummerStatus.APPROVED
            ? Verdict.allowed()
            : refused("registration.summer.not-approved", "SUM-10", "", status);
    if (!today.isAfter(ends)) {
      verdict = verdict.and(refused("registration.summer.running", "SUM-10", "", ends));
    }
    if (undecided > 0) {
      verdict = verdict.and(refused("registration.summer.undecided", "SUM-10", "", undecided));
    }
    return unposted == 0
        ? verdict
        : verdict.and(refused("registration.summer.unposted", "SUM-10", "", unposted));
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
