package kz.miras.registrar.attestation.commission;

import java.io.Serializable;

/**
 * AK-7. What lay before the commission.
 *
 * @param pages of the work; null where not said
 * @param opinion the supervisor's opinion (отзыв)
 * @param review the reviewer's (рецензия)
 * @param originality percent of own text by the certificate; null where there is none
 */
public record PresentedPapers(Integer pages, boolean opinion, boolean review, Integer originality)
    implements Serializable {

  /** Nothing yet. */
  public static final PresentedPapers NONE = new PresentedPapers(null, false, false, null);

  /** Whether figures are within their bounds. */
  boolean isSound() {
    return (pages == null || pages >= 1 && pages <= 2000)
        && (originality == null || originality >= 0 && originality <= 100);
  }

  /** Whether everything a defence needs is there. */
  boolean isWhole() {
    return pages != null && opinion && review && originality != null;
  }
}
