package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.service.UniversityTime;

/** Sheets as screens show them. */
@Stateless
@Guarded
public class SheetQueries {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetActs acts;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private SheetLines lines;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Offerings offerings;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** One sheet with its rows; the number of statements does not depend on their number. */
  @RolesAllowed(Permissions.SHEET_READ)
  public SheetGrid grid(String id) {
    Sheet sheet = whose.visible(id);
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    EntryForm form = sheet.getKind().entryForm(discipline.getControlForm());
    SheetFacts facts = records.of(sheet.getId());
    SittingClock clock = clocks.of(sheet, facts);
    return new SheetGrid(
        sheet.getUuid().toString(),
        sheet.getNumber(),
        sheet.getKind(),
        sheet.getStatus(),
        form,
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        term.getCode(),
        sheet.getSectionId() == null
            ? ""
            : offerings.section(sheet.getSectionId()).map(s -> s.getCode()).orElse(""),
        teacher(sheet.getTeacherId()),
        teacher(sheet.getExaminerId()),
        sheet.getExamDate(),
        sitting(sheet),
        clocks.shown(clock, facts),
        acts.of(sheet, form, facts, clock),
        IntStream.of(1, 2).filter(sheet::hasJournal).boxed().collect(Collectors.toSet()),
        lines.of(sheet, discipline, facts));
  }

  /** The results of a sheet counted, by the rules and the scale it stands under. */
  @RolesAllowed(Permissions.SHEET_READ)
  public GradeCount count(String id) {
    Sheet sheet = whose.visible(id);
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    LocalDate day = sheet.getExamDate() == null ? time.today() : sheet.getExamDate();
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    FinalGradePolicy policy = FinalGradePolicy.of(inForce, day);
    List<Grade> grades =
        sheets.rows(sheet.getId()).stream()
            .map(
                row -> policy.outcome(discipline.getControlForm(), row.scores(), sheet.fxRetakes()))
            .flatMap(Optional::stream)
            .map(FinalOutcome::grade)
            .toList();
    return GradeCount.of(grades, GradeScale.on(day), inForce);
  }

  private SheetGrid.Sitting sitting(Sheet sheet) {
    Optional<Sheet> earlier =
        Optional.ofNullable(sheet.getContinuesId()).flatMap(id -> sheets.byId(id));
    return new SheetGrid.Sitting(
        sheet.getTeacherId(),
        sheet.getExaminerId(),
        sheet.getExamTime(),
        sheet.getRoom(),
        sheet.getAppointmentBasis(),
        sheet.getReturnedBy(),
        sheet.getReturnedRemark(),
        earlier.map(s -> s.getUuid().toString()).orElse(null),
        earlier.map(Sheet::getNumber).orElse(null));
  }

  /** Who may be named teacher or examiner, by name. */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public Map<String, Long> teachers() {
    Map<String, Long> known = new TreeMap<>(NameOrder.kazakh());
    catalogue
        .teachers()
        .forEach(t -> known.put(t.fullName() + " · " + t.getPersonnelNo(), t.getId()));
    return known;
  }

  private String teacher(Long id) {
    return id == null ? "" : catalogue.teacher(id).map(Teacher::fullName).orElse("");
  }
}
