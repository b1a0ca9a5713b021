package kz.miras.registrar.achievement.service.trial;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.achievement.trial.TrialCounts;
import kz.miras.registrar.achievement.trial.TrialDifference.Crossing;
import kz.miras.registrar.achievement.trial.TrialWay;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleSetView;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A trial as screens and files show it.
 *
 * @param changes parameters in which the tried rules differ from those in force
 * @param given the rules the results of the period were given by, and what they differ in
 * @param cuts by programme and course year
 * @param lines students of whom something differs, as asked for
 * @param found how many there are of these
 */
public record TrialView(
    Head head,
    List<Change> changes,
    List<Given> given,
    TrialCounts counts,
    List<Part> cuts,
    List<Line> lines,
    int found)
    implements Serializable {

  public TrialView {
    changes = List.copyOf(changes);
    given = List.copyOf(given);
    cuts = List.copyOf(cuts);
    lines = List.copyOf(lines);
  }

  /** What of a student differs. */
  public enum Which implements Keyed {
    ALL,
    RESULTS,
    DEBTS,
    GPA,
    STANDING,
    PROMOTION,
    BELOW,
    ABOVE;

    @Override
    public String key() {
      return "achievement.trial.which." + name();
    }
  }

  /**
   * A term that can be chosen.
   *
   * @param type name of its type
   */
  public record Choice(String code, String type) implements Serializable {}

  /**
   * What was asked.
   *
   * @param programme its code; null for all
   * @param course null for all
   * @param text in a name or number; null for all
   */
  public record Asked(Which which, String programme, Integer course, String text)
      implements Serializable {

    /** Everybody of whom something differs. */
    public static final Asked ALL = new Asked(Which.ALL, null, null, null);
  }

  /**
   * A trial.
   *
   * @param comparedWith code of the rules in force on the day that is judged
   * @param finished null while it runs, or where it was broken off
   */
  public record Head(
      String id,
      Level level,
      List<String> terms,
      String comparedWith,
      LocalDate judgedOn,
      String year,
      String by,
      Instant at,
      Instant finished)
      implements Serializable {

    public Head {
      terms = List.copyOf(terms);
    }

    public boolean isFinished() {
      return finished != null;
    }
  }

  /** A trial with its counts, in a list. */
  public record Row(Head head, TrialCounts counts) implements Serializable {}

  /**
   * A parameter that differs.
   *
   * @param shown whether a trial shows what it does
   */
  public record Change(RuleSetView.Line line, boolean shown) implements Serializable {}

  /**
   * Rules by which results of the period were given.
   *
   * @param differing parameters in which the tried rules differ from these
   */
  public record Given(String ruleSet, int results, List<RuleParameter> differing)
      implements Serializable {

    public Given {
      differing = List.copyOf(differing);
    }
  }

  /**
   * Students of a programme in a course year.
   *
   * @param course 0 of who is not in the contingent
   */
  public record Part(String code, LocalizedText name, int course, TrialCounts counts)
      implements Serializable {}

  /** A figure before and after; null where there is none. */
  public record Pair(BigDecimal before, BigDecimal after) implements Serializable {

    public boolean isOther() {
      return before == null || after == null ? before != after : before.compareTo(after) != 0;
    }
  }

  /** A count before and after. */
  public record Number(int before, int after) implements Serializable {

    public boolean isOther() {
      return before != after;
    }
  }

  /** A student of whom something differs. */
  public record Line(
      long key,
      String id,
      String number,
      String name,
      String programme,
      String group,
      Integer course,
      Pair gpa,
      Pair yearGpa,
      Number earned,
      Number debts,
      Number debtCredits,
      PromotionOutcome promotionBefore,
      PromotionOutcome promotionAfter,
      AcademicStanding standingBefore,
      AcademicStanding standingAfter,
      Pair compared,
      Pair threshold,
      Crossing crossing,
      List<Mark> results)
      implements Serializable {

    public Line {
      results = List.copyOf(results);
    }

    public boolean isPromotionOther() {
      return promotionBefore != promotionAfter;
    }

    public boolean isStandingOther() {
      return standingBefore != standingAfter;
    }
  }

  /**
   * A result that would be another.
   *
   * @param before letter or mark with the percentage
   * @param after null where the sitting falls away
   * @param by the parameters that make the difference
   */
  public record Mark(
      String code,
      LocalizedText name,
      String term,
      int credits,
      TrialWay way,
      String before,
      String after,
      boolean countedBefore,
      boolean countedAfter,
      List<RuleParameter> by)
      implements Serializable {

    public Mark {
      by = List.copyOf(by);
    }

    public boolean isCountedOther() {
      return countedBefore != countedAfter;
    }
  }
}
