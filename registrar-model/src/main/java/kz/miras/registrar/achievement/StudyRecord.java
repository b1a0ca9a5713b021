package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A student's whole history as it is shown and printed: term by term, every attempt with the answer
 * whether it counts and why.
 *
 * @param terms in order of time
 * @param years academic years in order of time
 * @param earned credits earned, additional study left out
 * @param gpa overall GPA; null where there is none
 * @param gpaPoints numerator of the overall GPA
 * @param gpaCredits denominator of the overall GPA
 * @param failed disciplines whose counted result is a failure
 */
public record StudyRecord(
    List<TermPart> terms,
    List<YearPart> years,
    int earned,
    int earnedAdditional,
    BigDecimal gpa,
    BigDecimal gpaPoints,
    int gpaCredits,
    List<Line> failed)
    implements Serializable {

  public StudyRecord {
    terms = List.copyOf(terms);
    // what was issued before years were shown has none
    years = years == null ? List.of() : List.copyOf(years);
    failed = List.copyOf(failed);
  }

  /**
   * The part of some academic years, with the credits and the GPA of that part: the results that
   * count in the whole study, so that a failure replaced later lowers no part either.
   *
   * @param from first year, for example 2023/2024; null for the beginning
   * @param to last year; null for the end
   */
  public StudyRecord between(String from, String to) {
    List<TermPart> kept = terms.stream().filter(term -> within(term.year(), from, to)).toList();
    List<Line> lines = kept.stream().flatMap(term -> term.lines().stream()).toList();
    BigDecimal points =
        lines.stream()
            .map(Line::points)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    int credits = lines.stream().filter(Line::inGpa).mapToInt(Line::credits).sum();
    return new StudyRecord(
        kept,
        years.stream().filter(year -> within(year.year(), from, to)).toList(),
        kept.stream().mapToInt(TermPart::earned).sum(),
        lines.stream()
            .filter(line -> line.additional() && line.counts() && line.digital() != null)
            .filter(line -> !failed.contains(line))
            .mapToInt(Line::credits)
            .sum(),
        credits == 0 || gpa == null
            ? null
            : points.divide(BigDecimal.valueOf(credits), gpa.scale(), RoundingMode.HALF_UP),
        points,
        credits,
        failed.stream().filter(lines::contains).toList());
  }

  private static boolean within(String year, String from, String to) {
    return (from == null || year.compareTo(from) >= 0) && (to == null || year.compareTo(to) <= 0);
  }

  /**
   * One term.
   *
   * @param year for example 2025/2026
   * @param type name of the term type
   * @param enrolled credits of the disciplines taken, without withdrawals and additional study
   * @param earned credits earned by the attempts of this term
   * @param gpa GPA of the term; null where there is none
   * @param gpaPoints its numerator
   * @param gpaCredits its denominator
   */
  public record TermPart(
      String year,
      String type,
      List<Line> lines,
      int enrolled,
      int earned,
      BigDecimal gpa,
      BigDecimal gpaPoints,
      int gpaCredits)
      implements Serializable {}

  /**
   * One academic year: autumn, spring and summer (GPA-3).
   *
   * @param earned credits earned by the attempts of this year
   * @param gpa GPA of the year; null where there is none
   * @param gpaPoints its numerator
   * @param gpaCredits its denominator
   */
  public record YearPart(
      String year, int earned, BigDecimal gpa, BigDecimal gpaPoints, int gpaCredits)
      implements Serializable {}

  /**
   * One result.
   *
   * @param position place in the ledger
   * @param sign letter or mark
   * @param digital digital equivalent; null where there is none
   * @param traditional key of the traditional mark; null where there is none
   * @param counts whether it is the result that counts
   * @param reason key of the explanation
   * @param inGpa whether it is part of the overall GPA
   * @param gpaPart key of what it contributes to the overall GPA, and if nothing, why
   */
  public record Line(
      long position,
      String code,
      LocalizedText name,
      Cycle cycle,
      String component,
      int credits,
      Integer rating,
      Integer score,
      Integer percent,
      String sign,
      BigDecimal digital,
      String traditional,
      ResultKind kind,
      int attemptNo,
      LocalDate date,
      String document,
      boolean counts,
      String reason,
      boolean inGpa,
      String gpaPart,
      boolean additional,
      boolean finalAttestation,
      boolean migrated)
      implements Serializable {

    /** Credits times digital equivalent; null where it is not in the overall GPA. */
    public BigDecimal points() {
      return inGpa && digital != null ? digital.multiply(BigDecimal.valueOf(credits)) : null;
    }
  }
}
