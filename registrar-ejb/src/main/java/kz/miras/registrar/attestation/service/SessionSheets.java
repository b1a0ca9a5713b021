package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.ClosingTogether;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.SubmittedSheets.Typed;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/** SHT-24. The submitted sheets of a session, each with what stands against closing it. */
@ApplicationScoped
public class SessionSheets {

  @Inject private SubmittedSheets submitted;
  @Inject private ClosingSheet closing;
  @Inject private SheetAccess whose;
  @Inject private RuleBook rules;
  @Inject private Calendars calendars;
  @Inject private Access access;

  /**
   * A sheet that waits to be closed.
   *
   * @param group code; null for none
   * @param ready nothing stands against it
   * @param leftOut it can be closed, but only where it is asked for
   * @param reasons why it is not ready
   */
  public record Waiting(
      String id,
      String number,
      String discipline,
      LocalizedText name,
      String group,
      String department,
      LocalizedText departmentName,
      int rows,
      GradeCount count,
      boolean ready,
      boolean leftOut,
      List<Refusal> reasons)
      implements Serializable {

    public Waiting {
      reasons = List.copyOf(reasons);
    }

    /** Nobody who asks can close it as it is. */
    public boolean refused() {
      return !ready && !leftOut;
    }
  }

  /** Those the caller may close by right, as they stand now. */
  public List<Waiting> of(long term) {
    List<Sheet> sheets = submitted.of(term);
    // what each sheet asks for by key is in the persistence context then
    Map<Long, Discipline> disciplines = submitted.disciplines(term);
    Map<Long, Typed> typed = submitted.typed(term);
    ClosingTogether.Closer me =
        new ClosingTogether.Closer(access.current().login(), access.current().teacherId());
    TermType type = calendars.term(term).orElseThrow().getType();
    List<Waiting> waiting = new ArrayList<>();
    for (Sheet sheet : sheets) {
      if (whose.may(Permissions.SHEET_CLOSE, sheet)) {
        waiting.add(
            waiting(
                sheet,
                disciplines.get(sheet.getDisciplineId()),
                typed.getOrDefault(sheet.getId(), new Typed()),
                me,
                type));
      }
    }
    return waiting;
  }

  private Waiting waiting(
      Sheet sheet, Discipline discipline, Typed typed, ClosingTogether.Closer me, TermType type) {
    ClosingTogether judged =
        ClosingTogether.of(
            sheet,
            new ClosingTogether.Rules(
                discipline.getControlForm(),
                closing.policy(sheet),
                GradeScale.on(closing.day(sheet)),
                rules.named(sheet.getRuleSetCode()),
                type),
            new ClosingTogether.Typed(
                typed.rows(), typed.typists(), typed.undecided(), typed.unfit()),
            me);
    OrgUnit department = discipline.getDepartment();
    return new Waiting(
        sheet.getUuid().toString(),
        sheet.getNumber(),
        discipline.getCode(),
        discipline.getName(),
        typed.group(),
        department.getCode(),
        department.getName(),
        typed.rows().size(),
        judged.count(),
        judged.isReady(),
        judged.isLeftOut(),
        judged.reasons());
  }
}
