package kz.miras.registrar.achievement.promotion;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRO-6, PRO-7, PRO-9, PRO-10, PRO-13. When a run may be begun, submitted, agreed and ordered. */
public final class PromotionRunPolicy {

  /** Months before a year from which the council decides on its thresholds. */
  private static final int MONTHS_BEFORE = 6;

  /** Numbers of students told by name. */
  private static final int NAMED = 5;

  private PromotionRunPolicy() {}

  /**
   * What of the year is not finished for the students of a run.
   *
   * @param sheets numbers of sheets that are not closed
   * @param enrolments of the year for which no sheet has been formed
   * @param lastTermEmpty whether nobody has a result of the last regular term
   */
  public record Unfinished(List<String> sheets, int enrolments, boolean lastTermEmpty)
      implements Serializable {

    public Unfinished {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * PRO-10. The decision of the council names number and day, and was taken for this year: from
   * half a year before it begins until the next one does.
   *
   * @param yearStart first day of the academic year
   */
  public static Verdict council(String number, LocalDate decidedOn, LocalDate yearStart) {
    Verdict verdict = Verdict.allowed();
    if (number == null || number.isBlank()) {
      verdict = council("achievement.promotion.no-council", "councilNo");
    }
    if (decidedOn == null) {
      return verdict.and(council("achievement.promotion.no-council-day", "councilOn"));
    }
    LocalDate earliest = yearStart.minusMonths(MONTHS_BEFORE);
    LocalDate latest = yearStart.plusYears(1);
    return decidedOn.isBefore(earliest) || decidedOn.isAfter(latest)
        ? verdict.and(
            council("achievement.promotion.council-of-other-year", "councilOn", earliest, latest))
        : verdict;
  }

  /**
   * PRO-1, PRO-10. The thresholds in force at the end of the year, by which students of a level are
   * judged, rest on the very decision of the council that is named.
   *
   * @param rules of the level on the day on which the end of the year is judged
   */
  public static Verdict council(
      String number, LocalDate decidedOn, RuleSet rules, LocalDate yearStart) {
    Verdict named = council(number, decidedOn, yearStart);
    if (!named.isAllowed()) {
      return named;
    }
    String of = rules.text(RuleParameter.PROMOTION_DECISION_NUMBER).orElse(null);
    String on = rules.text(RuleParameter.PROMOTION_DECISION_DATE).orElse(null);
    if (of == null || on == null) {
      return council("achievement.promotion.rules-without-council", "councilNo", rules.level());
    }
    return of.strip().equals(number.strip()) && LocalDate.parse(on).equals(decidedOn)
        ? Verdict.allowed()
        : council(
            "achievement.promotion.other-council",
            "councilNo",
            rules.level(),
            of,
            LocalDate.parse(on));
  }

  private static Verdict council(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "PRO-10", args).at(field));
  }

  /**
   * PRO-6. Whether the year is finished; where it is not, a run is a preview. It is not before its
   * last term is over, the summer included (PRO-2), whatever has been closed by then.
   *
   * @param ends last day of the last term of the year
   */
  public static Verdict finished(Unfinished open, LocalDate ends, LocalDate today) {
    Verdict verdict =
        today.isAfter(ends)
            ? Verdict.allowed()
            : refused("achievement.promotion.year-not-over", "PRO-6", ends);
    if (!open.sheets().isEmpty()) {
      verdict =
          verdict.and(
              refused(
                  "achievement.promotion.sheets-open",
                  "PRO-6",
                  open.sheets().size(),
                  named(open.sheets())));
    }
    if (open.enrolments() > 0) {
      verdict =
          verdict.and(refused("achievement.promotion.without-sheet", "PRO-6", open.enrolments()));
    }
    return open.lastTermEmpty()
        ? verdict.and(refused("achievement.promotion.term-empty", "PRO-6"))
        : verdict;
  }

  /**
   * PRO-13. Whether everybody is decided; students whom the rules leave open are named, as are
   * those who have come to belong to the run after it was prepared.
   *
   * @param students of the run about whom something is decided
   * @param missing numbers of students of whom the run should be and is not
   */
  public static Verdict decided(
      int students, Collection<String> undecided, Collection<String> missing) {
    if (students == 0) {
      return refused("achievement.promotion.nobody", "PRO-13");
    }
    Verdict verdict =
        undecided.isEmpty()
            ? Verdict.allowed()
            : refused(
                "achievement.promotion.undecided", "PRO-13", undecided.size(), named(undecided));
    return missing.isEmpty()
        ? verdict
        : verdict.and(
            refused("achievement.promotion.missing", "PRO-13", missing.size(), named(missing)));
  }

  /** PRO-9. Whether nothing has moved since the run was prepared. */
  public static Verdict fresh(Collection<String> stale) {
    return stale.isEmpty()
        ? Verdict.allowed()
        : refused("achievement.promotion.stale", "PRO-9", stale.size(), named(stale));
  }

  /**
   * PRO-9. Whether the students of a level were judged by the rules in force: another decision of
   * the council or another threshold asks for the run to be prepared anew.
   *
   * @param inForce the rules of the level on the day on which the end of the year is judged
   * @param others numbers of students whose lines were derived by other rules
   */
  public static Verdict judged(RuleSet inForce, Collection<String> others) {
    return others.isEmpty()
        ? Verdict.allowed()
        : refused(
            "achievement.promotion.other-rules",
            "PRO-9",
            inForce.level(),
            inForce.code(),
            others.size(),
            named(others));
  }

  /**
   * PRO-7. Whether a person may agree a run.
   *
   * @param submittedBy who submitted it
   * @param changedBy who decided lines of it otherwise than proposed
   */
  public static Verdict agrees(String login, String submittedBy, Collection<String> changedBy) {
    return login.equals(submittedBy) || changedBy.contains(login)
        ? refused("achievement.promotion.own-run", "PRO-7")
        : Verdict.allowed();
  }

  private static String named(Collection<String> all) {
    String first = String.join(", ", all.stream().limit(NAMED).toList());
    return all.size() > NAMED ? first + " …" : first;
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args));
  }
}
