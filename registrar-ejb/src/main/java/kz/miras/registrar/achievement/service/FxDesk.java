package kz.miras.registrar.achievement.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.attestation.service.retake.FxWindows;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * FXR-1 to FXR-3. The retake is asked for by the student or by the office's list, the payment is
 * marked by accounting, the slip is issued by a senior of the office.
 */
@Stateless
@Guarded
public class FxDesk {

  private static final String SESSION = "/achievement/my-session.xhtml";

  @Inject private FxRights rights;
  @Inject private FxWindows windows;
  @Inject private FxOpening opening;
  @Inject private FxFees fees;
  @Inject private Sheets sheets;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * The student asks for the retake.
   *
   * @throws RegistrarException.Refused where it is too late, or was asked for before (FXR-1)
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_REQUEST)
  public void ask(String id) {
    FxRight right = visible(id, Permissions.INDIVIDUAL_SCHEDULE_REQUEST);
    FxWindows.Asked asked = windows.ask();
    refuse(right.judgeAsking(window(right, asked), time.now(), time.zone()));
    right.ask(access.current().login(), time.now());
    fees.ask(right, asked);
  }

  /**
   * Accounting has seen the payment: the request that waits for it is marked, or the right itself
   * where no order has set a price.
   *
   * @throws RegistrarException.Refused where day or document are missing (FXR-2)
   */
  @RolesAllowed(Permissions.RETAKE_CONFIRM_PAYMENT)
  public void pay(String id, LocalDate on, String document) {
    FxRight seen = seen(id, Permissions.RETAKE_CONFIRM_PAYMENT);
    refuse(seen.judgePayment(on, document, time.today()));
    // the request before the right, as where accounting marks many: nobody waits in a circle
    Optional<PaymentRequest> request = fees.waiting(seen);
    if (request.isPresent()) {
      refuse(fees.mark(request.get(), on, document));
      return;
    }
    FxRight right = rights.lock(seen);
    refuse(right.judgePayment(on, document, time.today()));
    right.pay(on, document, access.current().login());
    tell(right, "attestation.notice.fx-paid", document.strip());
  }

  /**
   * Issues one slip.
   *
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void issue(String id) {
    FxRight right = visible(id, Permissions.INDIVIDUAL_SCHEDULE_APPROVE);
    refuse(issued(right, windows.ask()));
  }

  /**
   * Issues the slips of a term in one act: to whoever has asked, and by the office's list to
   * whoever has not; who has not paid where that is needed is asked to (FXR-6) and left out, as is
   * who is too late.
   *
   * @param term key of the term
   * @param listed whether those who have not asked are taken too
   * @return how many
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public int issueAll(long term, boolean listed) {
    FxWindows.Asked asked = windows.ask();
    int issued = 0;
    for (FxRight found : rights.live(term)) {
      FxRight right = rights.lock(found);
      boolean wanted = right.getStatus() == FxRightStatus.ASKED;
      if (listed
          && fees.isUnpaid(right)
          && right.judgeAsking(window(right, asked), time.now(), time.zone()).isAllowed()) {
        right.ask(access.current().login(), time.now());
        fees.ask(right, asked);
      }
      if ((wanted || listed) && issued(right, asked).isAllowed()) {
        issued++;
      }
    }
    return issued;
  }

  /**
   * Gives the right where publication could not: to whom the calendar has given a window since, and
   * for sheets published before there were rights.
   *
   * @param term key of the term
   * @return how many
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public int openAll(long term) {
    FxWindows.Asked asked = windows.ask();
    return sheets.published(term).stream().mapToInt(sheet -> opening.open(sheet, asked)).sum();
  }

  private Verdict issued(FxRight right, FxWindows.Asked asked) {
    Sheet sheet = sheets.byId(right.getSheetId()).orElseThrow();
    Verdict verdict =
        right.judgeSlip(
            rules.named(sheet.getRuleSetCode()), window(right, asked), time.now(), time.zone());
    if (!verdict.isAllowed()) {
      return verdict;
    }
    String me = access.current().login();
    if (right.getStatus() == FxRightStatus.OPEN) {
      right.ask(me, time.now());
    }
    Student student = students.byId(right.getStudentId()).orElseThrow();
    right.issue(sheet.getNumber() + "/" + student.getStudentNo(), me, time.now());
    tell(right, "attestation.notice.fx-slip", right.getSlipNo());
    return verdict;
  }

  private void tell(FxRight right, String code, String what) {
    notices.tellStudent(
        right.getStudentId(),
        code,
        SESSION,
        catalogue.discipline(right.getDisciplineId()).orElseThrow().getCode(),
        what);
  }

  private Optional<Deadline> window(FxRight right, FxWindows.Asked asked) {
    return asked.of(
        students.byId(right.getStudentId()).orElseThrow(),
        calendars.term(right.getTermId()).orElseThrow());
  }

  /** The right, locked, if the caller may see its student and do this. */
  private FxRight visible(String id, String permission) {
    return rights.lock(seen(id, permission));
  }

  private FxRight seen(String id, String permission) {
    FxRight right = rights.named(id);
    Student student = students.byId(right.getStudentId()).orElseThrow();
    access.requireVisible(permission, scope.target(student), "fx-right", id);
    return right;
  }
}
