package kz.miras.registrar.achievement.service;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.achievement.service.DebtQueries.DebtLine;
import kz.miras.registrar.achievement.service.DebtQueries.OpenLine;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.shared.LocalizedText;

/**
 * The session of one student in a term, and what is owed.
 *
 * @param student public id
 * @param term code of the term
 * @param terms codes of the terms the student stands in a sheet of, the latest first
 * @param journals what published ratings came from
 * @param coming disciplines the student is enrolled in that have no sheet yet
 * @param asOf the day of debts and open results
 * @param debtCredits credits of the debts together
 */
public record StudentSession(
    String student,
    String studentNo,
    String name,
    String term,
    List<String> terms,
    List<Line> lines,
    List<JournalLine> journals,
    List<Coming> coming,
    LocalDate asOf,
    List<DebtPart> debts,
    int debtCredits,
    List<OpenLine> open)
    implements Serializable {

  /**
   * One sitting as far as it is published.
   *
   * @param hasRating whether the control has a rating of admission
   * @param first Р1 as it is read; null while it is not published
   * @param rating РД; null while it is not published or there is none
   * @param admitted null while it is not known
   * @param held whether a financial hold stands in the way of the exam
   * @param sign letter or mark of the result; null while it is not published
   * @param traditional key of the traditional mark; null where there is none
   * @param reason key of why; null while it is not published
   * @param corrected whether a document has changed the result since
   * @param appealUntil last day of an appeal; null where none may be filed
   * @param withdrawn taken out by an order
   */
  public record Line(
      String code,
      LocalizedText name,
      int credits,
      SheetKind kind,
      LocalDate examDate,
      LocalTime examTime,
      String room,
      ExamForm examForm,
      Integer minutes,
      String examiner,
      boolean hasRating,
      BigDecimal first,
      BigDecimal second,
      Integer rating,
      Boolean admitted,
      boolean held,
      Integer score,
      Integer percent,
      String sign,
      BigDecimal digital,
      String traditional,
      String reason,
      boolean passed,
      boolean corrected,
      LocalDate appealUntil,
      boolean withdrawn)
      implements Serializable {

    public boolean isPublished() {
      return sign != null;
    }
  }

  /**
   * The own line of a published journal.
   *
   * @param period 1 or 2
   * @param weeks points by week of the term
   * @param current mean of the weeks; null without points
   * @param control score of the control, AB, or empty
   * @param absent absences in all; null where nobody counted them
   * @param excused absences for a reason; null where nobody counted them
   * @param alone number of the disposition the control was taken alone by; null for none
   * @param amended whether the journal was changed by a document after it was closed
   */
  public record JournalLine(
      String code,
      LocalizedText name,
      int period,
      Map<Integer, String> weeks,
      BigDecimal current,
      String control,
      Short absent,
      Short excused,
      BigDecimal rating,
      String alone,
      boolean amended)
      implements Serializable {}

  /** A discipline the student is enrolled in that has no sheet yet. */
  public record Coming(String code, LocalizedText name, int credits) implements Serializable {}

  /** A debt with the ways to close it. */
  public record DebtPart(DebtLine debt, List<DebtWay> ways) implements Serializable {}
}
