package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.attestation.service.retake.FxWindows;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** FXR-1 to FXR-5. Rights of an FX retake as screens show them, to those who may see them. */
@Stateless
@Guarded
public class FxQueries {

  @Inject private FxRights rights;
  @Inject private FxWindows windows;
  @Inject private FxFees fees;
  @Inject private Sheets sheets;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** One right. */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_READ)
  public FxView right(String id) {
    FxRight right = rights.named(id);
    Student student = students.byId(right.getStudentId()).orElseThrow();
    Target target = scope.target(student);
    access.requireVisible(Permissions.INDIVIDUAL_SCHEDULE_READ, target, "fx-right", id);
    return view(right, student, target, windows.ask());
  }

  /** Those of a student, by discipline and term: {@code id:7 2025/2026 AUTUMN}. */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_READ)
  public Map<String, FxView> ofStudent(String student) {
    Student found = scope.visible(student, Permissions.INDIVIDUAL_SCHEDULE_READ);
    Target target = scope.target(found);
    FxWindows.Asked asked = windows.ask();
    Map<String, FxView> views = new HashMap<>();
    for (FxRight right : rights.ofStudent(found.getId())) {
      Term term = calendars.term(right.getTermId()).orElseThrow();
      views.put(
          "id:" + right.getDisciplineId() + " " + term.ref(), view(right, found, target, asked));
    }
    return views;
  }

  /**
   * What of a term waits for the office.
   *
   * @param open rights nobody has asked to use
   * @param asked asked for and ready for the slip
   * @param unpaid asked for, the payment is missing
   * @param slips slips whose retake has no sheet yet
   */
  public record Waiting(long open, long asked, long unpaid, long slips) implements Serializable {}

  /** The same counted. */
  @RolesAllowed({Permissions.INDIVIDUAL_SCHEDULE_APPROVE, Permissions.SHEET_CREATE})
  public Waiting waiting(long term) {
    List<FxRight> live = rights.live(term);
    Map<Long, String> ruleSets = rights.ruleSets(term);
    List<FxRight> unpaid =
        live.stream()
            .filter(right -> right.getStatus() == FxRightStatus.ASKED)
            .filter(right -> right.isUnpaid(rules.named(ruleSets.get(right.getId()))))
            .toList();
    return new Waiting(
        count(live, FxRightStatus.OPEN),
        count(live, FxRightStatus.ASKED) - unpaid.size(),
        unpaid.size(),
        live.stream().filter(FxRight::awaitsSitting).count());
  }

  private static long count(List<FxRight> rights, FxRightStatus status) {
    return rights.stream().filter(right -> right.getStatus() == status).count();
  }

  private FxView view(FxRight right, Student student, Target target, FxWindows.Asked asked) {
    Term term = calendars.term(right.getTermId()).orElseThrow();
    Discipline discipline = catalogue.discipline(right.getDisciplineId()).orElseThrow();
    Sheet sheet = sheets.byId(right.getSheetId()).orElseThrow();
    Optional<Sheet> sitting = Optional.ofNullable(right.getSlipSheetId()).flatMap(sheets::byId);
    Optional<Deadline> until = asked.of(student, term);
    boolean mayAsk =
        access.may(Permissions.INDIVIDUAL_SCHEDULE_REQUEST, target)
            && right.judgeAsking(until, time.now(), time.zone()).isAllowed();
    boolean mayIssue =
        access.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
            && right
                .judgeSlip(rules.named(sheet.getRuleSetCode()), until, time.now(), time.zone())
                .isAllowed();
    boolean unpaid = right.getStatus().isLive() && fees.isUnpaid(right);
    Optional<PaymentRequest> request =
        fees.isPaidFor(right) ? fees.request(right) : Optional.empty();
    return new FxView(
        right.getUuid().toString(),
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        term.getCode(),
        right.getStatus(),
        until.map(Deadline::lastDay).orElse(null),
        unpaid,
        fees.isPaidFor(right)
            ? fees.fee(right, student, term, discipline.getCredits()).orElse(null)
            : null,
        request.map(PaymentRequest::getNumber).orElse(null),
        request.map(one -> one.getUuid().toString()).orElse(null),
        request.map(PaymentRequest::getExpiresOn).orElse(null),
        right.getPaidOn(),
        right.getPaidDocument(),
        sheet.getNumber(),
        sheet.getUuid().toString(),
        right.getSlipNo(),
        right.getSlipAt(),
        sitting.map(Sheet::getNumber).orElse(null),
        sitting.map(one -> one.getUuid().toString()).orElse(null),
        sitting.map(Sheet::getExamDate).orElse(null),
        sitting.map(Sheet::getExamTime).orElse(null),
        sitting.map(Sheet::getRoom).orElse(null),
        sitting
            .map(Sheet::getExaminerId)
            .flatMap(catalogue::teacher)
            .map(Teacher::fullName)
            .orElse(null),
        mayAsk,
        unpaid && access.may(Permissions.RETAKE_CONFIRM_PAYMENT),
        mayIssue);
  }
}
