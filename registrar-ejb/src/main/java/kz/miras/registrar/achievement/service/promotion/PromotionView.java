package kz.miras.registrar.achievement.service.promotion;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.promotion.PromotionRunStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * A run as it is shown.
 *
 * @param day on which the end of the year is judged
 * @param studying students of the school or programme who study, decided elsewhere or not
 * @param counts lines by outcome; null counts those about whom nothing is decided
 * @param ready what stands in the way of the next step; refused too while the year is unfinished
 * @param preview whether something of the year is open
 * @param whole whether the reader sees all of it, not some students only
 * @param may what the reader may do now
 * @param lines one page of them
 * @param found lines that fit what was asked for
 */
public record PromotionView(
    Head head,
    LocalDate day,
    int studying,
    Counts counts,
    Verdict ready,
    boolean preview,
    boolean whole,
    May may,
    List<Line> lines,
    int found)
    implements Serializable {

  public PromotionView {
    lines = List.copyOf(lines);
  }

  /**
   * A run by itself.
   *
   * @param programme null for the whole school
   * @param students lines of it the reader may see
   */
  public record Head(
      String id,
      int yearStart,
      LocalizedText school,
      String schoolCode,
      LocalizedText programme,
      String programmeCode,
      String councilNo,
      LocalDate councilOn,
      PromotionRunStatus status,
      Steps steps,
      int students)
      implements Serializable {

    /** For example 2025/2026. */
    public String year() {
      return yearStart + "/" + (yearStart + 1);
    }
  }

  /**
   * Who has done what, and when; null for what is still to come.
   *
   * @param returnNote why the director gave it back
   */
  public record Steps(
      String preparedBy,
      Instant preparedAt,
      String submittedBy,
      Instant submittedAt,
      String agreedBy,
      Instant agreedAt,
      String returnNote,
      String orderNo,
      LocalDate orderOn,
      LocalDate effectiveOn,
      String orderedBy,
      Instant orderedAt)
      implements Serializable {}

  /** Lines by what is decided, and those to be looked at. */
  public record Counts(
      Map<PromotionOutcome, Integer> outcomes,
      int undecided,
      int leftOut,
      int flagged,
      int changed,
      int stale)
      implements Serializable {

    public int of(PromotionOutcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }

    public int all() {
      return outcomes.values().stream().mapToInt(Integer::intValue).sum() + undecided + leftOut;
    }
  }

  /** What the reader may do with the run now. */
  public record May(boolean prepare, boolean edit, boolean submit, boolean agree, boolean order)
      implements Serializable {}

  /**
   * A student of a run.
   *
   * @param proposed null where the rules decide nothing
   * @param decided null where nothing is decided or the student is left out
   * @param points numerator of the GPA; null where there is none
   * @param reasons what led to the proposal
   * @param grounds grounds for expulsion to be looked at; none for whoever does not see the run
   *     whole
   * @param changed how it was decided otherwise; null where it was not, and for whoever does not
   *     see the run whole
   * @param stale whether history or standing has moved since
   * @param otherRules whether other rules are in force since
   * @param takenBack whether its order was taken back, so that a later run may decide
   */
  public record Line(
      String id,
      String number,
      String name,
      String programme,
      String group,
      int course,
      boolean last,
      String funding,
      PromotionOutcome proposed,
      PromotionOutcome decided,
      boolean leftOut,
      BigDecimal gpa,
      BigDecimal points,
      Integer credits,
      BigDecimal threshold,
      int debts,
      int earned,
      String ruleSet,
      List<Refusal> reasons,
      List<Refusal> grounds,
      Change changed,
      boolean stale,
      boolean otherRules,
      boolean takenBack)
      implements Serializable {

    public Line {
      reasons = List.copyOf(reasons);
      grounds = List.copyOf(grounds);
    }
  }

  /** A decision otherwise than proposed. */
  public record Change(String by, Instant at, String reason) implements Serializable {}

  /** Which lines are asked for. */
  public enum Part {
    ALL,
    PROMOTED,
    PROMOTED_WITH_DEBT,
    REPEAT,
    GRADUATED,
    UNDECIDED,
    LEFT_OUT,
    FLAGGED,
    CHANGED,
    STALE;

    /** Message key of the name. */
    public String key() {
      return "achievement.promotion.part." + name();
    }
  }
}
