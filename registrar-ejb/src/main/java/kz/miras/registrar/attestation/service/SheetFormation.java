package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.OneSheetPerGroup;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * Forms sheets from registrations: one for a group, or all of a term in one act. Who withdrew
 * before there was a sheet stands in it as W, like who withdraws after.
 */
@Stateless
@Guarded
public class SheetFormation {

  @Inject private Sheets sheets;
  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Students students;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** Forms the sheets of a term's groups that have none yet; returns how many. */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public int formTerm(long termId) {
    Term term =
        calendars.term(termId).orElseThrow(() -> new RegistrarException.NotFound("term", termId));
    int formed = 0;
    for (Section section : offerings.sectionsIn(termId)) {
      if (section.getKind() == SectionKind.GROUP
          && !sheets.exists(section.getId())
          && form(term, section) != null) {
        formed++;
      }
    }
    return formed;
  }

  /**
   * Forms the sheet of one group.
   *
   * @return public id of the sheet
   * @throws RegistrarException.Refused where it exists, or nobody is or was enrolled
   */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public String form(long sectionId) {
    Section section =
        offerings
            .section(sectionId)
            .orElseThrow(() -> new RegistrarException.NotFound("section", sectionId));
    Verdict verdict =
        OneSheetPerGroup.judge(
            section.getCode(), sheets.exists(sectionId), offerings.inSheet(sectionId).size());
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    return form(calendars.term(section.getOffering().getTermId()).orElseThrow(), section)
        .getUuid()
        .toString();
  }

  private Sheet form(Term term, Section section) {
    List<Enrolment> enrolled = offerings.inSheet(section.getId());
    if (enrolled.isEmpty()) {
      return null;
    }
    Offering offering = section.getOffering();
    Discipline discipline = catalogue.discipline(offering.getDisciplineId()).orElseThrow();
    Map<Long, Student> known = new HashMap<>();
    enrolled.forEach(
        e -> known.put(e.getStudentId(), students.byId(e.getStudentId()).orElseThrow()));
    Student first = known.values().iterator().next();
    LocalDate today = time.today();
    Sheet sheet =
        new Sheet(
            sheets.nextNumber(term.getCode()),
            kind(term, discipline),
            term.getId(),
            discipline.getId(),
            section.getId(),
            rules.inForce(first.getProgramme().getLevel(), today).code());
    Long teacher = appointed(section.getId(), Duty.TEACHER, today);
    Long examiner = appointed(section.getId(), Duty.EXAMINER, today);
    sheet.assign(teacher, examiner == null ? teacher : examiner);
    sheets.add(sheet);
    NameOrder order = NameOrder.kazakh();
    List<Enrolment> ordered =
        enrolled.stream()
            .sorted(Comparator.comparing(e -> known.get(e.getStudentId()).fullName(), order))
            .toList();
    int position = 1;
    for (Enrolment enrolment : ordered) {
      SheetRow row =
          new SheetRow(sheet, enrolment.getStudentId(), enrolment.getId(), position++, null);
      if (enrolment.getStatus() == EnrolmentStatus.WITHDRAWN) {
        row.withdraw(enrolment.getReason());
      }
      sheets.add(row);
    }
    sheets.flush();
    return sheet;
  }

  private Long appointed(long section, Duty duty, LocalDate day) {
    return offerings.teachersOf(section, day).stream()
        .filter(t -> t.getDuty() == duty)
        .map(t -> t.getTeacherId())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static SheetKind kind(Term term, Discipline discipline) {
    if (discipline.isStateExam()) {
      return SheetKind.GOS_HISTORY;
    }
    return switch (discipline.getKind()) {
      case PRACTICE -> SheetKind.PRACTICE;
      case COURSEWORK -> SheetKind.COURSEWORK;
      case DISCIPLINE, RESEARCH, FINAL ->
          term.getType().isSummer() ? SheetKind.SUMMER : SheetKind.MAIN;
    };
  }
}
