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
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** SHT-24. The submitted sheets of a session, each with what stands against closing it. */
@ApplicationScoped
public class SessionSheets {

  @Inject private SubmittedSheets submitted;
  @Inject private ClosingSheet closing;
  @Inject private SheetAccess whose;
  @Inject private RuleBook rules;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
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
    ClosingTogether.Closer me = me();
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

  /**
   * SHT-24. Lets a sheet be closed as one of many only where nobody has to look at it first, as it
   * is at this moment: what came up since all of them were looked at holds it back.
   *
   * @param sheet locked
   * @throws RegistrarException.Refused with what somebody has to look at
   */
  public void refuseLeftOut(Sheet sheet) {
    ClosingTogether judged =
        judged(
            sheet,
            catalogue.discipline(sheet.getDisciplineId()).orElseThrow(),
            submitted.typed(sheet),
            me(),
            calendars.term(sheet.getTermId()).orElseThrow().getType());
    if (judged.isLeftOut()) {
      throw new RegistrarException.Refused(judged.reasons());
    }
  }

  private ClosingTogether.Closer me() {
    return new ClosingTogether.Closer(access.current().login(), access.current().teacherId());
  }

  private ClosingTogether judged(
      Sheet sheet, Discipline discipline, Typed typed, ClosingTogether.Closer me, TermType type) {
    return ClosingTogether.of(
        sheet,
        new ClosingTogether.Rules(
            discipline.getControlForm(),
            closing.policy(sheet),
            GradeScale.on(closing.day(sheet)),
            rules.named(sheet.getRuleSetCode()),
            type),
        new ClosingTogether.Typed(
            typed.rows(),
            typed.typists(),
            typed.undecided(),
            typed.unfit(),
            closing.attempts(sheet)),
        me);
  }

  private Waiting waiting(
      Sheet sheet, Discipline discipline, Typed typed, ClosingTogether.Closer me, TermType type) {
    ClosingTogether judged = judged(sheet, discipline, typed, me, type);
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
