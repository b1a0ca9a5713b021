package kz.miras.registrar.registration.elective;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DEM-1 to DEM-4. What the office may decide about a discipline that students have chosen before it
 * has groups. The minimum of a group binds electives of bachelors only: compulsory disciplines and
 * the groups of masters and doctors are never refused (O152 п.30).
 */
public final class DemandSound {

  private DemandSound() {}

  /**
   * A demand.
   *
   * @param students how many have chosen the discipline
   * @param elective whether all of them have chosen it from a block
   * @param bachelors whether all of them study for a bachelor's degree
   */
  public record Demand(int students, boolean elective, boolean bachelors) implements Serializable {

    /** Whether the minimum of a group binds it, so that it may be refused (DEM-2). */
    public boolean isBound() {
      return elective && bachelors;
    }
  }

  /**
   * DEM-1. Groups are opened with a seat for everybody, each as large as the rules ask; below the
   * minimum only by a decision with its reason.
   *
   * @param reason why although too few; null for none
   */
  public static Verdict opens(
      Demand demand, int groups, int capacity, String reason, RuleSet rules) {
    Verdict verdict = somebody(demand);
    if (groups < 1 || capacity < 1) {
      return verdict.and(refused("registration.demand.no-groups", "DEM-1", "groups"));
    }
    int least = rules.integer(RuleParameter.REG_MIN_GROUP);
    if (demand.isBound()
        && demand.students() < (long) groups * least
        && (reason == null || reason.isBlank())) {
      verdict =
          verdict.and(
              refused(
                  "registration.demand.small",
                  "DEM-1",
                  "reason",
                  groups,
                  demand.students(),
                  least));
    }
    int most = rules.integer(RuleParameter.REG_MAX_GROUP);
    if (capacity > most) {
      verdict =
          verdict.and(
              Verdict.warning(
                  Refusal.of("registration.demand.large", "DEM-1", capacity, most).at("capacity")));
    }
    int seats = groups * capacity;
    return seats >= demand.students()
        ? verdict
        : verdict.and(
            refused(
                "registration.demand.few-seats", "DEM-1", "capacity", seats, demand.students()));
  }

  /** How many groups a demand needs where each is as large as the rules let it be. */
  public static int groups(int students, RuleSet rules) {
    int most = rules.integer(RuleParameter.REG_MAX_GROUP);
    return Math.max(1, (students + most - 1) / most);
  }

  /** DEM-2. Only an elective of bachelors is refused, with a reason its students read. */
  public static Verdict refuses(Demand demand, String reason) {
    Verdict verdict = somebody(demand);
    if (!demand.isBound()) {
      verdict = verdict.and(refused("registration.demand.compulsory", "DEM-2", ""));
    }
    return reason(verdict, "DEM-2", reason);
  }

  /** DEM-3. Students of one language join those of another, with a reason they read. */
  public static Verdict merges(Demand demand, Language from, Language into, String reason) {
    Verdict verdict = somebody(demand);
    if (into == null || into == from) {
      verdict = verdict.and(refused("registration.demand.same-language", "DEM-3", "into"));
    }
    return reason(verdict, "DEM-3", reason);
  }

  /**
   * DEM-4. There is something to send, and it was not sent today.
   *
   * @param choices lines of plans that ask for a discipline of the term
   * @param last day it was sent last; null for never
   */
  public static Verdict sends(int choices, LocalDate last, LocalDate today) {
    if (choices < 1) {
      return refused("registration.demand.nothing", "DEM-4", "");
    }
    return last == null || last.isBefore(today)
        ? Verdict.allowed()
        : refused("registration.demand.sent-today", "DEM-4", "");
  }

  /**
   * DEM-4. Whether groups can still be opened for the demand of a term.
   *
   * @param closed whether its results are closed
   * @param ends its last day
   */
  public static boolean isAhead(boolean closed, LocalDate ends, LocalDate today) {
    return !closed && !ends.isBefore(today);
  }

  private static Verdict reason(Verdict verdict, String rule, String reason) {
    return reason == null || reason.isBlank()
        ? verdict.and(refused("registration.demand.reason", rule, "reason"))
        : verdict;
  }

  private static Verdict somebody(Demand demand) {
    return demand.students() > 0
        ? Verdict.allowed()
        : refused("registration.demand.nobody", "DEM-1", "");
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
