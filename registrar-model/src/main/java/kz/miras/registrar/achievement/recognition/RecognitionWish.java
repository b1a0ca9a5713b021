package kz.miras.registrar.achievement.recognition;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.achievement.PastResult;

/**
 * What is to be recognised, as the document has it.
 *
 * @param sourceName what the discipline is called there
 * @param sourceCredits how many credits it has there; null where not given
 * @param sign letter of our scale, or P or TR where there is no grade
 * @param percent null where there is none
 * @param organisation that gave the document
 * @param orderNo number of the order by which it is recognised
 */
public record RecognitionWish(
    RecognitionKind kind,
    String sourceName,
    Integer sourceCredits,
    String sign,
    Integer percent,
    String documentNo,
    LocalDate documentDate,
    String organisation,
    String orderNo,
    LocalDate orderDate)
    implements Serializable {

  /** The result by the scale of the document's day. */
  public PastResult result() {
    return new PastResult(sign, percent, documentDate, documentNo);
  }

  /** What it rests on, in one line. */
  public String basis() {
    return "№ "
        + documentNo.strip()
        + ", "
        + documentDate
        + ", "
        + organisation.strip()
        + "; № "
        + orderNo.strip()
        + ", "
        + orderDate;
  }
}
