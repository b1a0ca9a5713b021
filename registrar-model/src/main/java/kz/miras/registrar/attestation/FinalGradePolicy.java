package kz.miras.registrar.attestation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.FailMode;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * CTL-2 to CTL-6, CTL-13, CTL-16, EXM-8, ATT-1, ACH-10. Makes the final result of a row from what
 * was typed, by the algorithm of O595 п.40 as the university's rules fix it.
 *
 * <p>Rounds at two places only: the admission rating and the weighted total. Immutable.
 */
public final class FinalGradePolicy {

  private final RuleSet rules;
  private final GradeScale scale;

  private FinalGradePolicy(RuleSet rules, GradeScale scale) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.scale = scale;
  }

  /**
   * The policy for grades of a day.
   *
   * @param rules in force for the level on that day
   * @param gradeDate date of the control, which chooses the scale
   */
  public static FinalGradePolicy of(RuleSet rules, LocalDate gradeDate) {
    return new FinalGradePolicy(rules, GradeScale.on(gradeDate));
  }

  /**
   * The result of a first sitting.
   *
   * @return empty while something is still to be typed
   */
  public Optional<FinalOutcome> outcome(ControlForm form, RowScores row) {
    return outcome(form, row, 0);
  }

  /**
   * The result of a row.
   *
   * @param fxRetakes how many FX retakes this attempt has used, this sitting included
   * @return empty while something is still to be typed
   */
  public Optional<FinalOutcome> outcome(ControlForm form, RowScores row, int fxRetakes) {
    if (row.mark() == Mark.W) {
      return Optional.of(result(rating(form, row), Grade.of(Mark.W), OutcomeReason.WITHDRAWN));
    }
    if (row.annulled()) {
      return Optional.of(annulled(form, row));
    }
    if (row.mark() == Mark.EX) {
      return Optional.of(result(rating(form, row), Grade.of(Mark.EX), OutcomeReason.EXEMPT));
    }
    return form.hasRating() ? rated(form, row, fxRetakes) : single(form, row, fxRetakes);
  }

  /** РД of a row as the sheet shows it; null where the control has none or ratings are missing. */
  private Integer rating(ControlForm form, RowScores row) {
    return form.hasRating() ? row.admissionRating(rules).orElse(null) : null;
  }

  private Optional<FinalOutcome> rated(ControlForm form, RowScores row, int fxRetakes) {
    Integer rating = rating(form, row);
    if (rating == null) {
      return Optional.empty();
    }
    if (rating < rules.admissionThreshold() || row.mark() == Mark.NA) {
      return Optional.of(result(rating, Grade.failed(Mark.NA), OutcomeReason.NOT_ADMITTED));
    }
    if (row.lacksScore()) {
      return Optional.empty();
    }
    if (row.mark() != null) {
      return Optional.of(absent(form, rating, row.mark()));
    }
    int exam = row.score();
    if (exam < rules.examMin() && rules.failMode() == FailMode.EXAM_SCORE) {
      return Optional.of(failed(form, rating, exam, fxRetakes));
    }
    int total = weightedTotal(rating, exam);
    return Optional.of(
        scale.letterFor(total).passes()
            ? result(rating, Grade.of(total, scale), OutcomeReason.PASSED)
            : failed(form, rating, total, fxRetakes));
  }

  private Optional<FinalOutcome> single(ControlForm form, RowScores row, int fxRetakes) {
    if (row.lacksScore()) {
      return Optional.empty();
    }
    if (row.mark() == Mark.NA) {
      return Optional.of(notPassed(form, null, Mark.NA, OutcomeReason.NOT_ADMITTED));
    }
    if (row.mark() != null) {
      return Optional.of(absent(form, null, row.mark()));
    }
    int score = row.score();
    boolean passes = score >= rules.examMin() && scale.letterFor(score).passes();
    if (!form.givesLetter()) {
      Mark mark = passes ? Mark.P : Mark.NP;
      return Optional.of(
          result(
              null,
              new Grade(score, null, mark),
              passes ? OutcomeReason.PASSED : OutcomeReason.FAILED));
    }
    return Optional.of(
        passes
            ? result(null, Grade.of(score, scale), OutcomeReason.PASSED)
            : failed(form, null, score, fxRetakes));
  }

  /** 0.6·РД + 0.4·exam by the weights in force, rounded to a whole number (CTL-3). */
  public int weightedTotal(int rating, int exam) {
    return rules
        .ratingWeight()
        .multiply(BigDecimal.valueOf(rating))
        .add(rules.examWeight().multiply(BigDecimal.valueOf(exam)))
        .setScale(0, rules.rounding())
        .intValueExact();
  }

  /**
   * A failed score: FX or F by the scale. A score that the scale would pass but the university's
   * own minimum does not is capped at the highest failing percentage, so letter and percentage
   * agree.
   */
  private FinalOutcome failed(ControlForm form, Integer rating, int score, int fxRetakes) {
    int percent = Math.min(score, scale.lowest(Letter.D) - 1);
    Grade grade = Grade.of(percent, scale);
    if (grade.letter() != Letter.FX) {
      return result(rating, grade, OutcomeReason.FAILED);
    }
    boolean open = form.offersFxRetake() && fxRetakes < rules.fxRetakes();
    return result(rating, grade, open ? OutcomeReason.FX_RETAKE_OPEN : OutcomeReason.FX_EXHAUSTED);
  }

  private FinalOutcome absent(ControlForm form, Integer rating, Mark mark) {
    return switch (mark) {
      case AE -> result(rating, Grade.of(Mark.I), OutcomeReason.EXCUSED);
      case AB -> notPassed(form, rating, Mark.AB, OutcomeReason.NO_SHOW);
      default -> throw new IllegalArgumentException(mark + " in place of an exam score");
    };
  }

  private FinalOutcome notPassed(
      ControlForm form, Integer rating, Mark because, OutcomeReason reason) {
    return form.givesLetter()
        ? result(rating, Grade.failed(because), reason)
        : result(rating, Grade.of(Mark.NP), reason);
  }

  /** An I whose deadline has passed becomes a failure of 0 % (EXM-8). */
  public FinalOutcome expired(ControlForm form, FinalOutcome incomplete) {
    if (!incomplete.grade().isPending()) {
      throw new IllegalArgumentException(incomplete.grade().sign() + " is not incomplete");
    }
    return nothing(form, incomplete.admissionRating(), OutcomeReason.INCOMPLETE_EXPIRED);
  }

  /**
   * The exam is annulled for dishonesty (CTL-16): a failure of 0 % in either {@link FailMode},
   * however high the rating was.
   */
  public FinalOutcome annulled(ControlForm form, RowScores row) {
    return nothing(form, rating(form, row), OutcomeReason.ANNULLED);
  }

  private FinalOutcome nothing(ControlForm form, Integer rating, OutcomeReason reason) {
    return form.givesLetter()
        ? result(rating, Grade.of(0, scale), reason)
        : result(rating, Grade.of(Mark.NP), reason);
  }

  private FinalOutcome result(Integer rating, Grade grade, OutcomeReason reason) {
    return new FinalOutcome(rating, grade, scale, reason);
  }
}
