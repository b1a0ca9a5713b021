package kz.miras.registrar.achievement.recognition;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REC-2, REC-4, REC-6 to REC-8. What may be recognised, and who decides. */
public final class RecognitionPolicy {

  private final RuleSet rules;

  /** By the rules of the student's level in force on the day of the order. */
  public RecognitionPolicy(RuleSet rules) {
    this.rules = rules;
  }

  /** Judges a wish; every reason against it is told. */
  public Verdict judge(RecognitionWish wish, RecognitionFacts facts, LocalDate today) {
    Verdict basis = basis(wish, today);
    return basis.and(standing(facts)).and(source(wish, facts, today)).and(share(wish, facts));
  }

  private static Verdict basis(RecognitionWish wish, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (isBlank(wish.documentNo()) || wish.documentDate() == null || isBlank(wish.organisation())) {
      verdict =
          verdict.and(refused("achievement.recognition.document-needed", "REC-4", "document_no"));
    } else if (wish.documentDate().isAfter(today)) {
      verdict =
          verdict.and(refused("achievement.recognition.document-future", "REC-4", "document_on"));
    }
    if (isBlank(wish.orderNo()) || wish.orderDate() == null) {
      return verdict.and(refused("achievement.recognition.order-needed", "REC-4", "order_no"));
    }
    return wish.orderDate().isAfter(today)
        ? verdict.and(refused("achievement.recognition.order-future", "REC-4", "order_on"))
        : verdict;
  }

  private static Verdict standing(RecognitionFacts facts) {
    if (facts.passed()) {
      return refused("achievement.recognition.passed", "REC-6", "discipline", facts.code());
    }
    return facts.open()
        ? refused("achievement.recognition.open", "REC-6", "discipline", facts.code())
        : Verdict.allowed();
  }

  private static Verdict source(RecognitionWish wish, RecognitionFacts facts, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (isBlank(wish.sourceName())) {
      verdict = verdict.and(refused("achievement.recognition.source-needed", "REC-4", "source"));
    }
    if (wish.sourceCredits() == null || wish.sourceCredits() < facts.credits()) {
      verdict =
          verdict.and(
              refused("achievement.recognition.credits", "REC-7", "credits", facts.credits()));
    }
    if (isBlank(wish.sign())) {
      return verdict.and(refused("achievement.recognition.not-positive", "REC-7", "letter"));
    }
    if (wish.documentDate() == null || wish.documentDate().isAfter(today)) {
      return verdict;
    }
    Verdict read = wish.result().judge(today);
    if (!read.isAllowed()) {
      return verdict.and(read);
    }
    return isPositive(wish.result().grade())
        ? verdict
        : verdict.and(refused("achievement.recognition.not-positive", "REC-7", "letter"));
  }

  /** A letter that passes, or what earns credits without one. */
  private static boolean isPositive(Grade grade) {
    return grade.letter() != null ? grade.letter().passes() : grade.mark().earnsCredits();
  }

  private Verdict share(RecognitionWish wish, RecognitionFacts facts) {
    int most =
        rules
            .decimal(RuleParameter.RECOGNITION_NONFORMAL_SHARE)
            .multiply(BigDecimal.valueOf(facts.programme()))
            .intValue();
    return wish.kind().isNonFormal() && facts.nonFormal() + facts.credits() > most
        ? refused("achievement.recognition.share", "REC-2", "kind", most, facts.nonFormal())
        : Verdict.allowed();
  }

  /**
   * Whether somebody may decide, and whether the decision is complete.
   *
   * @param requestedBy login of who asked for it
   * @param note why; a rejection needs it
   */
  public static Verdict decides(String by, String requestedBy, boolean approved, String note) {
    Verdict verdict =
        by.equals(requestedBy)
            ? Verdict.refused(Refusal.of("achievement.recognition.own", "REC-8", by))
            : Verdict.allowed();
    return approved || !isBlank(note)
        ? verdict
        : verdict.and(refused("achievement.recognition.note-needed", "REC-8", "note"));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
