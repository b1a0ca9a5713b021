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
import kz.miras.registrar.shared.RegistrarException;
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
      implements Serializable {

    /** Why it is asked for and what it rests on. */
    public Words words() {
      return new Words(kind, reason, document, documentNo, documentDate);
    }
  }

  /**
   * Why corrections are asked for and what they rest on: the same for all that are asked for at
   * once.
   *
   * @param documentDate day of the basis document
   */
  public record Words(
      CorrectionKind kind,
      String reason,
      CorrectionDocument document,
      String documentNo,
      LocalDate documentDate)
      implements Serializable {

    /**
     * What is asked for of one result.
     *
     * @param rating as typed; blank where the control has none
     * @param score as typed: a score or a mark
     * @throws RegistrarException.Refused where one is neither a whole number of 0 to 100 nor a mark
     *     (SHT-2)
     */
    public Wish of(String rating, String score) {
      if (!kind.isTyped()) {
        return wish(null, null, null);
      }
      Mark mark = Mark.parse(typed(score)).filter(Mark::isExamMark).orElse(null);
      return wish(whole("rating", rating), mark == null ? whole("score", score) : null, mark);
    }

    private Wish wish(Integer rating, Integer score, Mark mark) {
      return new Wish(kind, rating, score, mark, reason, document, documentNo, documentDate);
    }

    private static String typed(String text) {
      return text == null ? "" : text.strip();
    }

    private static Integer whole(String field, String typed) {
      String text = typed(typed);
      if (text.isEmpty()) {
        return null;
      }
      if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 100) {
        throw new RegistrarException.Refused(
            Refusal.of("attestation.cell.unreadable", "SHT-2", text).at(field));
      }
      return Integer.valueOf(text);
    }
  }

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
    return basis(wish.words(), today).and(figures(wish, was, corrected, clock, now, today));
  }

  /** What speaks against its figures alone, as {@link #judge} is asked. */
  public static Verdict figures(
      Wish wish,
      LedgerEntry.Outcome was,
      boolean corrected,
      IncompleteClock clock,
      Optional<FinalOutcome> now,
      LocalDate today) {
    Verdict verdict = Verdict.allowed();
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
  public static Verdict basis(Words words, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (words.reason() == null || words.reason().isBlank()) {
      verdict = verdict.and(refused("achievement.correction.reason-needed", "COR-1", "reason"));
    }
    if (words.document() == null
        || words.documentNo() == null
        || words.documentNo().isBlank()
        || words.documentDate() == null) {
      verdict = verdict.and(refused("achievement.correction.document-needed", "COR-1", "number"));
    } else if (words.documentDate().isAfter(today)) {
      verdict = verdict.and(refused("achievement.correction.document-future", "COR-1", "date"));
    }
    return verdict;
  }

  /** COR-1. Whether anything is asked for where many results may be. */
  public static Verdict asked(boolean anything) {
    return anything ? Verdict.allowed() : refused("achievement.correction.none-typed", "COR-1", "");
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
