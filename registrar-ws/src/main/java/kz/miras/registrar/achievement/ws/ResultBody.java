package kz.miras.registrar.achievement.ws;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.shared.LocalizedText;

/**
 * One result as subsystems read it; the contract is in {@code openapi.json}.
 *
 * @param position place in the student's history, which only grows
 * @param points digital equivalent of the letter
 * @param counts whether it is the attempt that counts
 */
public record ResultBody(
    long position,
    String year,
    String term,
    String code,
    LocalizedText name,
    String cycle,
    String component,
    int credits,
    Integer rating,
    Integer examScore,
    Integer percent,
    String grade,
    BigDecimal points,
    String traditional,
    String kind,
    int attempt,
    LocalDate date,
    String document,
    boolean counts,
    boolean inGpa,
    boolean additional,
    boolean finalAttestation,
    boolean migrated) {

  /** A line of a term. */
  public static ResultBody of(StudyRecord.TermPart term, StudyRecord.Line line) {
    return new ResultBody(
        line.position(),
        term.year(),
        term.type(),
        line.code(),
        line.name(),
        line.cycle() == null ? null : line.cycle().name(),
        line.component(),
        line.credits(),
        line.rating(),
        line.score(),
        line.percent(),
        line.sign(),
        line.digital(),
        line.traditional() == null
            ? null
            : line.traditional().substring(line.traditional().lastIndexOf('.') + 1),
        line.kind().name(),
        line.attemptNo(),
        line.date(),
        line.document(),
        line.counts(),
        line.inGpa(),
        line.additional(),
        line.finalAttestation(),
        line.migrated());
  }
}
