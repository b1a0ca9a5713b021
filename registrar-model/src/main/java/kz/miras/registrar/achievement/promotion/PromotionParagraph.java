package kz.miras.registrar.achievement.promotion;

import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderKind;

/**
 * PRO-4. A paragraph of the order that ends a year: what is ordered for everybody with the same
 * outcome. A repeat year leaves the course as it is and is paid, whoever paid before.
 *
 * @param kind of the order
 * @param funding who pays from then on; null changes nothing
 */
public record PromotionParagraph(PromotionOutcome outcome, OrderKind kind, Funding funding) {

  /** The paragraph of an outcome. */
  public static PromotionParagraph of(PromotionOutcome outcome) {
    return switch (outcome) {
      case PROMOTED, PROMOTED_WITH_DEBT ->
          new PromotionParagraph(outcome, OrderKind.COURSE_PROMOTION, null);
      case REPEAT -> new PromotionParagraph(outcome, OrderKind.REPEAT_YEAR, Funding.PAID);
      case GRADUATED -> new PromotionParagraph(outcome, OrderKind.GRADUATION, null);
    };
  }

  /** Message key of its title. */
  public String title() {
    return "achievement.promotion.title." + outcome.name();
  }
}
