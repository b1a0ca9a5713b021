package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * COR-1 to COR-4. What a correction of a posted result may be and what it makes of the result: the
 * entry stays, a new one stands in its place (domain 3.1: after closing only on a basis document).
 */
public final class CorrectionPolicy {

  private CorrectionPolicy() {}

  /**
   * What is asked for.
   *
   * @param rating new admission rating; null where the control has none
   * @param score new score; null where a mark stands
   * @param mark AB, AE or NA in place of the score
   * @param documentDate day of the basis document
   */
  public record Wish(
      CorrectionKind kind,
      Integer rating,
      Integer score,
      Mark mark,
      String reason,
      CorrectionDocument document,
      String documentNo,
      LocalDate documentDate)
      implements Serializable {}

  /**
   * The result a wish gives, by the rules the corrected result was made by.
   *
   * @param form control form of the discipline
   * @param was the result that stands
   * @param fxRetakes FX retakes the attempt has used, this sitting included
   * @return empty where figures are missing
   */
  public static Optional<FinalOutcome> outcome(
      Wish wish,
      LedgerEntry.Outcome was,
      ControlForm form,
      FinalGradePolicy policy,
      int fxRetakes) {
    RowScores before = scores(was.rating(), was.score(), was.grade().mark());
    return switch (wish.kind()) {
      case ANNULMENT -> Optional.of(policy.annulled(form, before));
      case EXPIRED ->
          was.grade().isPending()
              ? Optional.of(
                  policy.expired(
                      form,
                      new FinalOutcome(
                          was.rating(),
                          Grade.of(Mark.I),
                          GradeScale.on(was.date()),
                          OutcomeReason.EXCUSED)))
              : Optional.empty();
      case EXEMPTION -> policy.outcome(form, before.withMark(Mark.EX), fxRetakes);
      case ERROR, APPEAL ->
          policy.outcome(form, scores(wish.rating(), wish.score(), wish.mark()), fxRetakes);
    };
  }

  private static RowScores scores(Integer rating, Integer score, Mark mark) {
    BigDecimal both = rating == null ? null : BigDecimal.valueOf(rating);
    Mark typed = mark != null && mark.isExamMark() && score == null ? mark : null;
    return new RowScores(both, both, score, typed);
  }

  /**
   * Whether it may be asked for, every reason against it at once.
   *
   * @param was the result that stands
   * @param corrected whether another entry corrects it already
   * @param clock of the I; null where the result is none
   * @param now what the wish gives; empty where figures are missing
   */
  public static Verdict judge(
      Wish wish,
      LedgerEntry.Outcome was,
      boolean corrected,
      IncompleteClock clock,
      Optional<FinalOutcome> now,
      LocalDate today) {
    Verdict verdict = basis(wish, today);
    if (wish.kind() == CorrectionKind.ANNULMENT) {
      verdict = verdict.and(refused("achievement.correction.by-act", "CTL-16", "kind"));
    }
    if (corrected) {
      verdict = verdict.and(refused("achievement.correction.corrected", "COR-2", ""));
    }
    if (was.grade().isWithdrawn()) {
      verdict = verdict.and(refused("achievement.correction.withdrawn", "ATT-1", ""));
    }
    if (now.isEmpty()) {
      return verdict.and(
          wish.kind() == CorrectionKind.EXPIRED
              ? refused("achievement.correction.not-pending", "EXM-8", "kind")
              : refused("achievement.correction.incomplete", "COR-1", "score"));
    }
    if (wish.kind() == CorrectionKind.EXPIRED && clock != null) {
      verdict = verdict.and(clock.expired(today));
    }
    boolean same =
        now.get().grade().equals(was.grade())
            && Objects.equals(now.get().admissionRating(), was.rating())
            && Objects.equals(wish.score(), was.score());
    if (same) {
      verdict = verdict.and(refused("achievement.correction.nothing", "COR-1", "score"));
    }
    if (wish.kind() == CorrectionKind.APPEAL && isLower(wish, was)) {
      verdict = verdict.and(refused("achievement.correction.lowered", "COR-4", "score"));
    }
    return verdict;
  }

  /** An appeal concerns the exam: the rating stays and the score does not fall (APL-5, APL-6). */
  private static boolean isLower(Wish wish, LedgerEntry.Outcome was) {
    boolean ratingChanged = !Objects.equals(wish.rating(), was.rating());
    int before = was.score() == null ? 0 : was.score();
    return ratingChanged || wish.score() == null || wish.score() < before;
  }

  /** COR-1. Whether reason and document are there; the same for every result asked for at once. */
  public static Verdict basis(Wish wish, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (wish.reason() == null || wish.reason().isBlank()) {
      verdict = verdict.and(refused("achievement.correction.reason-needed", "COR-1", "reason"));
    }
    if (wish.document() == null
        || wish.documentNo() == null
        || wish.documentNo().isBlank()
        || wish.documentDate() == null) {
      verdict = verdict.and(refused("achievement.correction.document-needed", "COR-1", "number"));
    } else if (wish.documentDate().isAfter(today)) {
      verdict = verdict.and(refused("achievement.correction.document-future", "COR-1", "date"));
    }
    return verdict;
  }

  /** COR-3. Who asked for a correction does not decide it. */
  public static Verdict decides(String by, String requestedBy) {
    return by.equals(requestedBy)
        ? Verdict.refused(Refusal.of("achievement.correction.own", "COR-3", by))
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, String field) {
    Refusal refusal = Refusal.of(code, rule);
    return Verdict.refused(field.isEmpty() ? refusal : refusal.at(field));
  }
}
