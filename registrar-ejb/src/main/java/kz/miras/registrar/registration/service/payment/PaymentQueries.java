package kz.miras.registrar.registration.service.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentRefund;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** Requests to pay for their pages. */
@Stateless
@Guarded
public class PaymentQueries {

  private static final int MOST = 500;

  @Inject private PaymentRequests requests;
  @Inject private PaymentRefunds refunds;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Access access;

  /**
   * A request with all that its page shows.
   *
   * @param refund null where it was not paid back
   * @param owed whether it was paid for nothing and is still to be paid back
   */
  public record View(
      String id,
      String number,
      String studentId,
      String studentNo,
      String student,
      String term,
      String disciplineCode,
      LocalizedText discipline,
      PaymentPurpose purpose,
      int credits,
      BigDecimal price,
      BigDecimal amount,
      String priceBasis,
      Instant requestedAt,
      LocalDate expiresOn,
      PaymentStatus status,
      LocalDate paidOn,
      String document,
      String markedBy,
      Instant markedAt,
      Refund refund,
      boolean owed,
      Instant endedAt,
      String reason)
      implements Serializable {}

  /** PAY-8. That it was paid back. */
  public record Refund(LocalDate on, String document, String by, Instant at)
      implements Serializable {

    private static Refund of(PaymentRefund refund) {
      return refund == null
          ? null
          : new Refund(
              refund.getDay(), refund.getPaper(), refund.getRecordedBy(), refund.getRecordedAt());
    }
  }

  /** A request of a student the caller may see. */
  @RolesAllowed(Permissions.RETAKE_READ)
  public View payment(String id) {
    PaymentRequest request =
        PublicId.parse(id)
            .flatMap(requests::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("payment", id));
    Student student = students.byId(request.getStudentId()).orElseThrow();
    access.requireVisible(Permissions.RETAKE_READ, scope.target(student), "payment", id);
    return view(
        request,
        student,
        calendars.term(request.getTermId()).orElseThrow(),
        catalogue.discipline(request.getDisciplineId()).orElseThrow(),
        refunds.isOwed(request));
  }

  /** Requests that wait, those whose time ends first before the others. */
  @RolesAllowed(Permissions.RETAKE_CONFIRM_PAYMENT)
  public List<View> open() {
    List<PaymentRequest> open = requests.open(MOST);
    Map<Long, Student> byId = new HashMap<>();
    students
        .byIds(open.stream().map(PaymentRequest::getStudentId).distinct().toList())
        .forEach(student -> byId.put(student.getId(), student));
    Map<Long, Term> terms = new HashMap<>();
    calendars.terms().forEach(term -> terms.put(term.getId(), term));
    Map<Long, Discipline> disciplines = new HashMap<>();
    List<View> views = new ArrayList<>();
    for (PaymentRequest request : open) {
      views.add(
          view(
              request,
              byId.get(request.getStudentId()),
              terms.get(request.getTermId()),
              disciplines.computeIfAbsent(
                  request.getDisciplineId(), d -> catalogue.discipline(d).orElseThrow()),
              false));
    }
    return views;
  }

  private static View view(
      PaymentRequest request, Student student, Term term, Discipline discipline, boolean owed) {
    return new View(
        request.getUuid().toString(),
        request.getNumber(),
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        term.getCode(),
        discipline.getCode(),
        discipline.getName(),
        request.getPurpose(),
        request.getCredits(),
        request.getPrice(),
        request.getAmount(),
        request.getPriceBasis(),
        request.getRequestedAt(),
        request.getExpiresOn(),
        request.getStatus(),
        request.getPaidOn(),
        request.getDocument(),
        request.getMarkedBy(),
        request.getMarkedAt(),
        Refund.of(request.getRefund()),
        owed,
        request.getEndedAt(),
        request.getReason());
  }
}
