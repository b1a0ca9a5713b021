package kz.miras.registrar.attestation.appeal;

import java.io.Serializable;
import java.util.Objects;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * What is put to the vote about an appeal.
 *
 * @param score new score of the exam, 0 to 100; only where the result changes
 * @param rating new admission rating; the old one where it stays, null where there is none
 */
public record AppealProposal(Kind kind, Integer score, Integer rating) implements Serializable {

  /** Kinds of proposals. */
  public enum Kind implements Keyed {
    /** The result stays. */
    KEEP,
    /** A new score takes its place. */
    CHANGE,
    /** The exam counts for nothing: no answer in the work, or not the student's own. */
    ANNUL;

    @Override
    public String key() {
      return "attestation.appeal.proposal." + name();
    }
  }

  /** The result stays. */
  public static AppealProposal keep() {
    return new AppealProposal(Kind.KEEP, null, null);
  }

  /** The exam is annulled. */
  public static AppealProposal annul() {
    return new AppealProposal(Kind.ANNUL, null, null);
  }

  /**
   * APL-5, APL-6. Whether it may be put to the vote, every reason against it at once.
   *
   * @param wasRating rating that stands; null where there is none
   * @param wasScore score that stands; null where there is none
   * @param gives whether a result would come of it
   */
  public Verdict judge(Integer wasRating, Integer wasScore, boolean gives, RuleSet rules) {
    if (kind != Kind.CHANGE) {
      return Verdict.allowed();
    }
    boolean lowers = rules.flag(RuleParameter.APPEAL_ALLOW_LOWER);
    Verdict verdict = Verdict.allowed();
    if (!isWithinScale() || wasScore != null && score == null || !gives) {
      return refused(verdict, "attestation.appeal.score", "APL-5", "score");
    }
    if (Objects.equals(score, wasScore) && Objects.equals(rating, wasRating)) {
      verdict = refused(verdict, "attestation.appeal.same", "APL-5", "score");
    }
    if (!lowers && (isLess(score, wasScore) || isLess(rating, wasRating))) {
      verdict = refused(verdict, "attestation.appeal.lower", "APL-5", "score");
    }
    boolean other = !Objects.equals(rating, wasRating);
    if (other && (wasRating == null || !rules.flag(RuleParameter.APPEAL_RATING_ALLOWED))) {
      verdict = refused(verdict, "attestation.appeal.rating", "APL-6", "rating");
    }
    return verdict;
  }

  /** Whether its figures, where there are any, are between 0 and 100. */
  public boolean isWithinScale() {
    return !isOutside(score) && !isOutside(rating);
  }

  /**
   * What is decided by it.
   *
   * @param adopted whether the vote was for it
   */
  public AppealOutcome outcome(boolean adopted, Integer wasRating, Integer wasScore) {
    if (!adopted || kind == Kind.KEEP) {
      return AppealOutcome.KEPT;
    }
    if (kind == Kind.ANNUL) {
      return AppealOutcome.ANNULLED;
    }
    return isLess(score, wasScore) || isLess(rating, wasRating)
        ? AppealOutcome.LOWERED
        : AppealOutcome.RAISED;
  }

  private static boolean isOutside(Integer figure) {
    return figure != null && (figure < 0 || figure > 100);
  }

  private static boolean isLess(Integer now, Integer was) {
    return now != null && was != null && now < was;
  }

  private static Verdict refused(Verdict verdict, String code, String rule, String field) {
    return verdict.and(Verdict.refused(Refusal.of(code, rule).at(field)));
  }
}
