package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.ChainedRecord;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.LocalizedText;

/**
 * One stored entry of a student's history of achievements: the result, what it came from, who
 * recorded it, and its seal in the student's chain. Never changed once written.
 *
 * @param position place in the student's chain, from 1 without gaps
 * @param discipline what was studied, as it was called then
 * @param result what came out of it
 * @param source where it comes from
 * @param seal the chain's seal
 */
public record LedgerEntry(
    UUID id,
    long studentId,
    long position,
    Studied discipline,
    Outcome result,
    Source source,
    byte[] seal)
    implements ChainedRecord, Serializable {

  /**
   * What was studied. Names and credits are copied: a later change of the catalogue changes no past
   * result.
   *
   * @param disciplineId the discipline of the catalogue; null for one only the past knows
   */
  public record Studied(
      Long disciplineId,
      String code,
      LocalizedText name,
      int credits,
      Cycle cycle,
      Component component,
      boolean excludedFromGpa,
      boolean additional,
      boolean finalAttestation)
      implements Serializable {

    /**
     * ACH-6. Whether a discipline is an additional type of study: by the plan of the student, or by
     * why it is taken. A minor fills electives of the plan (REG-7) and is none; over the plan it is
     * taken as additional.
     *
     * @param cycle of the discipline in the student's plan; null where it is not in it
     * @param why why the student takes it; null where nobody enrolled
     */
    public static boolean isAdditional(Cycle cycle, EnrolmentType why) {
      return cycle == Cycle.ADDITIONAL || why == EnrolmentType.ADDITIONAL;
    }

    /**
     * A discipline of the catalogue as it is now.
     *
     * @param item its place in the student's plan; null where it has none
     * @param why why the student takes it; null where nobody enrolled
     */
    public static Studied of(Discipline discipline, CurriculumItem item, EnrolmentType why) {
      Cycle cycle = item == null ? null : item.getCycle();
      return new Studied(
          discipline.getId(),
          discipline.getCode(),
          discipline.getName(),
          discipline.getCredits(),
          cycle,
          item == null ? null : item.getComponent(),
          discipline.isExcludedFromGpa(),
          isAdditional(cycle, why),
          cycle == Cycle.FINAL_ATTESTATION);
    }

    /** Attempts of one discipline share this key. */
    public String key() {
      return disciplineId == null ? "code:" + code : "id:" + disciplineId;
    }
  }

  /**
   * What came out.
   *
   * @param termId key of the term
   * @param term its place in time
   * @param rating admission rating; null where there is none
   * @param score exam score; null where there is none
   */
  public record Outcome(
      long termId,
      TermRef term,
      ResultKind kind,
      int attemptNo,
      Integer rating,
      Integer score,
      Grade grade,
      LocalDate date,
      String ruleSetCode)
      implements Serializable {}

  /**
   * Where it comes from.
   *
   * @param sheetId sheet that posted it; null for take-over and protocols
   * @param document number and date of sheet, protocol or old record
   * @param corrects position of the entry this one corrects; null for none
   * @param reason why, where something is corrected
   * @param migrated taken over from an earlier system
   */
  public record Source(
      Long sheetId,
      SheetKind sheetKind,
      String document,
      Long corrects,
      String reason,
      boolean migrated,
      String author,
      Instant recordedAt)
      implements Serializable {}

  @Override
  public byte[] content() {
    return content(id, studentId, discipline, result, source);
  }

  /** The entry as its chain seals it. */
  public static byte[] content(
      UUID id, long studentId, Studied discipline, Outcome result, Source source) {
    Grade grade = result.grade();
    return new CanonicalBytes()
        .text(id.toString())
        .number(studentId)
        .number(discipline.disciplineId())
        .text(discipline.code())
        .text(discipline.name().getKk())
        .text(discipline.name().getRu())
        .text(discipline.name().getEn())
        .number(discipline.credits())
        .text(discipline.cycle() == null ? null : discipline.cycle().name())
        .text(discipline.component() == null ? null : discipline.component().name())
        .flag(discipline.excludedFromGpa())
        .flag(discipline.additional())
        .flag(discipline.finalAttestation())
        .number(result.termId())
        .text(result.kind().name())
        .number(result.attemptNo())
        .number(number(result.rating()))
        .number(number(result.score()))
        .number(number(grade.percent()))
        .text(grade.letter() == null ? null : grade.letter().sign())
        .text(grade.mark() == null ? null : grade.mark().name())
        .day(result.date())
        .text(result.ruleSetCode())
        .number(source.sheetId())
        .text(source.sheetKind() == null ? null : source.sheetKind().name())
        .text(source.document())
        .number(source.corrects())
        .text(source.reason())
        .flag(source.migrated())
        .text(source.author())
        .instant(source.recordedAt())
        .toBytes();
  }

  private static Long number(Integer value) {
    return value == null ? null : value.longValue();
  }

  /**
   * ACH-8. Whether it belongs to the past as it stood at the end of a day: what was recorded by
   * then, and of what was taken over later what had happened by then.
   */
  public boolean stoodOn(LocalDate day, ZoneId zone) {
    return !LocalDate.ofInstant(source.recordedAt(), zone).isAfter(day)
        || (source.migrated() && !result.date().isAfter(day));
  }

  /** The entry as the rules see it. */
  public Result toResult() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (discipline.excludedFromGpa()) {
      traits.add(Trait.OUTSIDE_GPA);
    }
    if (discipline.additional()) {
      traits.add(Trait.ADDITIONAL_STUDY);
    }
    if (discipline.finalAttestation()) {
      traits.add(Trait.FINAL_ATTESTATION);
    }
    return new Result(
        position,
        discipline.key(),
        result.term(),
        result.kind(),
        Credits.of(discipline.credits()),
        result.grade(),
        result.date(),
        traits,
        source.corrects(),
        result.ruleSetCode());
  }
}
