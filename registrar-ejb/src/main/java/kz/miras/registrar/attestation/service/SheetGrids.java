package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.ExcusedAbsence;
import kz.miras.registrar.attestation.Exempting;
import kz.miras.registrar.attestation.Exemption;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.attestation.amend.RowResult;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.service.amend.RowResults;
import kz.miras.registrar.attestation.service.amend.SheetFrames;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;

/**
 * A sheet as one of its versions says, for screens and for paper; callers have checked whose it is.
 */
@ApplicationScoped
public class SheetGrids {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetActs acts;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private SheetStudents names;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private ClosingSheet closing;
  @Inject private RowResults results;
  @Inject private SheetFrames frames;
  @Inject private Exemptions exemptions;

  /** SHT-16. One version with its rows; the number of statements does not depend on theirs. */
  public SheetGrid grid(Sheet sheet, int version) {
    SheetFrame frame = frames.of(sheet);
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    EntryForm form = sheet.getKind().entryForm(frame.control());
    SheetFacts facts = records.of(sheet.getId());
    SittingClock clock = clocks.of(sheet, facts);
    return new SheetGrid(
        sheet.getUuid().toString(),
        sheet.getNumber(),
        sheet.getKind(),
        sheet.getStatus(),
        form,
        frame.code(),
        frame.name(),
        frame.credits(),
        term.getCode(),
        frame.section() == null ? "" : frame.section(),
        teacher(sheet.getTeacherId()),
        teacher(sheet.getExaminerId()),
        sheet.getExamDate(),
        sitting(sheet),
        clocks.shown(clock, facts),
        acts.of(sheet, form, facts, clock),
        IntStream.of(1, 2).filter(sheet::hasJournal).boxed().collect(Collectors.toSet()),
        rows(sheet, version, frame.control(), facts));
  }

  /** The results of a version counted, by the rules and the scale the sheet stands under. */
  GradeCount count(Sheet sheet, int version) {
    List<Grade> grades =
        results.of(sheet, sheets.rows(sheet.getId()), version, frames.of(sheet).control()).stream()
            .map(RowResult::grade)
            .filter(Objects::nonNull)
            .toList();
    return GradeCount.of(
        grades, GradeScale.on(closing.day(sheet)), rules.named(sheet.getRuleSetCode()));
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

  private String teacher(Long id) {
    return id == null ? "" : catalogue.teacher(id).map(Teacher::fullName).orElse("");
  }

  /** The rows as they stand; the number of statements does not depend on theirs. */
  public List<SheetGrid.Row> rows(Sheet sheet) {
    return rows(sheet, sheet.getVersionNo(), frames.of(sheet).control(), records.of(sheet.getId()));
  }

  private List<SheetGrid.Row> rows(
      Sheet sheet, int version, ControlForm control, SheetFacts facts) {
    List<SheetRow> rows = sheets.rows(sheet.getId());
    Map<Long, SheetStudents.Name> students = names.of(sheet.getId());
    List<RowResult> said = results.of(sheet, rows, version, control);
    GradeScale scale = GradeScale.on(closing.day(sheet));
    Map<Long, Exemption> exempt = exemptions.of(rows);
    boolean reasons = !exempt.isEmpty() && whose.readsReasons(sheet);
    List<SheetGrid.Row> shown = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      SheetRow row = rows.get(i);
      RowResult result = said.get(i);
      Optional<Grade> grade = Optional.ofNullable(result.grade());
      SheetStudents.Name name = students.get(row.getStudentId());
      shown.add(
          new SheetGrid.Row(
              row.getId(),
              row.getPosition(),
              name.number(),
              name.name(),
              plain(row.scores().first()),
              plain(row.scores().second()),
              result.score(),
              result.mark() == null ? null : result.mark().name(),
              result.rating(),
              result.percent(),
              result.sign(),
              grade.flatMap(Grade::digital).orElse(null),
              grade.flatMap(g -> g.traditional(scale)).map(t -> t.key()).orElse(null),
              result.reason() == null ? null : result.reason().key(),
              row.getNote(),
              ExcusedAbsence.isOpen(
                      row.scores(),
                      sheet.getStatus().isPosted(),
                      facts.excused().contains(row.getStudentId()))
                  && !facts.came(row.getStudentId()),
              !sheet.getStatus().isPosted() && Exempting.isOpen(sheet.getKind(), row.scores()),
              row.isExempt() ? basis(exempt.get(row.getExemptionId()), reasons) : null,
              row.getVersion()));
    }
    return shown;
  }

  private static BasisDocument basis(Exemption decision, boolean reasons) {
    return reasons ? decision.basis() : decision.basis().withoutReason();
  }

  /** 94.00 is read as 94, a half stays a half, and of a third two decimals are read. */
  private static BigDecimal plain(BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal shown = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0, RoundingMode.UNNECESSARY) : shown;
  }
}
