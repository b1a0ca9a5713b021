package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.ExamAdmission;
import kz.miras.registrar.attestation.ExcusedAbsence;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.WorkCoding;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** The clock of a sheet, by the rules it was formed under and what was decided about it. */
@ApplicationScoped
public class SheetClocks {

  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private SheetRecords records;
  @Inject private IndividualDays individual;
  @Inject private Catalogue catalogue;
  @Inject private UniversityTime time;

  SittingClock of(Sheet sheet, SheetFacts facts) {
    SittingClock clock =
        SittingClock.of(
                sheet.getExamDate(),
                sheet.getExamTime(),
                rules.named(sheet.getRuleSetCode()),
                new Once(calendars),
                time.zone())
            .extended(facts.extendedUntil());
    return sheet.getExamDate() != null || sheet.getLastDay() == null
        ? clock
        : clock.lasting(
            sheet
                .getKind()
                .entryForm(
                    catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm()),
            sheet.getLastDay());
  }

  /** EXR-8. The last day on which results of a sheet may be annulled; empty where it has no day. */
  public Optional<LocalDate> annulUntil(Sheet sheet) {
    return SittingClock.of(
            sheet.getExamDate(),
            sheet.getExamTime(),
            rules.named(sheet.getRuleSetCode()),
            new Once(calendars),
            time.zone())
        .annulUntil();
  }

  /** CTL-15. Why no score of a sheet is marked now, by name or by code. */
  public Optional<Refusal> scoreRefused(Sheet sheet, EntryForm form, Instant now) {
    return of(sheet, records.of(sheet.getId())).scoreRefused(form.entersExam(), now);
  }

  /** The same as a screen shows it. */
  SheetGrid.Clock shown(SittingClock clock, SheetFacts facts) {
    Instant result = facts.published(SheetPart.RESULT).orElse(null);
    LocalDate appeal = result == null ? null : clock.appealUntil(result).lastDay();
    return new SheetGrid.Clock(
        clock.begins().orElse(null),
        clock.lockedAt().orElse(null),
        facts.extendedUntil(),
        facts.late() == null ? null : facts.late().by(),
        clock.isLocked(time.now()),
        facts.published(SheetPart.RATING).orElse(null),
        facts.unrated().size(),
        result,
        appeal,
        clock.excuseUntil().map(Deadline::lastDay).orElse(null));
  }

  /** Why no rating is typed in it now, of nobody. */
  Optional<Refusal> ratingRefused(SittingClock clock, SheetFacts facts, Instant now) {
    Optional<Instant> published =
        facts.unrated().isEmpty() ? facts.published(SheetPart.RATING) : Optional.empty();
    return ratingRefused(clock, facts, published, now);
  }

  /** Why no rating of a student is typed in it now. */
  Optional<Refusal> ratingRefused(SittingClock clock, SheetFacts facts, long student, Instant now) {
    return ratingRefused(clock, facts, facts.ratingPublished(student), now);
  }

  private static Optional<Refusal> ratingRefused(
      SittingClock clock, SheetFacts facts, Optional<Instant> published, Instant now) {
    return clock
        .ratingRefused(now)
        .or(
            () ->
                SheetPart.ratingFixed(
                    published.orElse(null), facts.decidedAt(), facts.extendedUntil(), now));
  }

  /** The working days, read when they are first asked for and then kept. */
  private static final class Once implements Supplier<WorkingDays> {

    private final Calendars calendars;
    private WorkingDays known;

    private Once(Calendars calendars) {
      this.calendars = calendars;
    }

    @Override
    public WorkingDays get() {
      if (known == null) {
        known = calendars.workingDays();
      }
      return known;
    }
  }

  /** What each cell of one sheet is asked, at one moment. */
  Gate gate(Sheet sheet, EntryForm form, SheetFacts facts, Instant now) {
    boolean undated = sheet.getKind() == SheetKind.INDIVIDUAL && sheet.getExamDate() == null;
    return new Gate(
        form,
        of(sheet, facts),
        facts,
        rules.named(sheet.getRuleSetCode()),
        undated ? individual.judge(sheet, time.today()) : Map.of(),
        now);
  }

  /** What each cell of one sheet is asked, at one moment. */
  final class Gate {

    private final EntryForm form;
    private final SittingClock clock;
    private final SheetFacts facts;
    private final RuleSet inForce;
    private final Map<Long, Verdict> inTime;
    private final Instant now;

    private Gate(
        EntryForm form,
        SittingClock clock,
        SheetFacts facts,
        RuleSet inForce,
        Map<Long, Verdict> inTime,
        Instant now) {
      this.form = form;
      this.clock = clock;
      this.facts = facts;
      this.inForce = inForce;
      this.inTime = inTime;
      this.now = now;
    }

    /** Why the cell is not typed now; empty where it may be. */
    Optional<Refusal> refusal(TypedCell cell, SheetRow row) {
      if (!cell.isScore()) {
        return ratingRefused(clock, facts, row.getStudentId(), now);
      }
      boolean asked = !cell.text().isEmpty();
      return ExcusedAbsence.scoreRefused(facts.excused().contains(row.getStudentId()))
          .or(() -> AdmissionDecision.scoreRefused(facts.denied().contains(row.getStudentId())))
          .or(() -> WorkCoding.byName(facts.works().get(row.getStudentId())))
          .or(() -> late(row.getStudentId()))
          .or(() -> clock.scoreRefused(form.entersExam(), now))
          .or(() -> asked ? admission(row) : Optional.empty())
          .or(() -> asked ? attended(cell, row) : Optional.empty());
    }

    /** Who was let into the room is not turned away by what has come since. */
    private Optional<Refusal> admission(SheetRow row) {
      if (!form.entersExam()) {
        return Optional.empty();
      }
      return ExamAdmission.refusal(row.scores(), inForce)
          .or(
              () ->
                  facts.came(row.getStudentId())
                      ? Optional.empty()
                      : facts.admission(row).outside(inForce).refusals().stream()
                          .findFirst()
                          .map(refusal -> refusal.at("score")));
    }

    private Optional<Refusal> attended(TypedCell cell, SheetRow row) {
      ExamAttendance came = facts.attendance().get(row.getStudentId());
      return came == null ? Optional.empty() : came.refusal(cell.text());
    }

    /** INC-4. Where no day is named, the day of typing counts. */
    private Optional<Refusal> late(long student) {
      return inTime.getOrDefault(student, Verdict.allowed()).refusals().stream().findFirst();
    }
  }
}
