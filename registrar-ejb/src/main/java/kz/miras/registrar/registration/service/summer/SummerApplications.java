package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.service.payment.Payments;
import kz.miras.registrar.registration.service.summer.SummerView.Application;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.student.Student;

/** Applications with whose they are, how they are paid and what became of them. */
@ApplicationScoped
class SummerApplications {

  @Inject private Summers summers;
  @Inject private Payments payments;
  @Inject private AttendanceFigures attendance;
  @Inject private SummerAdmission admission;

  List<Application> shown(List<SummerApplication> applications) {
    SummerCases cases = admission.cases(applications);
    Map<Long, EnrolmentStatus> enrolled = summers.enrolments(applications);
    Map<Long, PaymentRequest> paid = payments.latest(enrolled.keySet());
    Map<Long, Map<Long, Attended>> attended = new HashMap<>();
    List<Application> shown = new ArrayList<>();
    for (SummerApplication one : applications) {
      Long offering = one.getDiscipline().getOfferingId();
      Attended of =
          offering == null || one.getEnrolmentId() == null
              ? null
              : attended
                  .computeIfAbsent(offering, key -> attendance.of(key, cases.students()))
                  .get(one.getStudentId());
      shown.add(
          shown(
              one,
              cases,
              enrolled.get(one.getEnrolmentId()),
              paid.get(one.getEnrolmentId()),
              of == null || of.tally().checks() == 0 ? null : of));
    }
    return shown;
  }

  private static Application shown(
      SummerApplication one,
      SummerCases cases,
      EnrolmentStatus enrolled,
      PaymentRequest payment,
      Attended attended) {
    Student student = cases.student(one);
    return new Application(
        one.getUuid().toString(),
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        student.getProgramme().getCode(),
        student.getCourseYear(),
        one.getDiscipline().getDiscipline().getCode(),
        one.getDiscipline().getDiscipline().getName(),
        one.getPurpose(),
        one.getUniversity(),
        one.isRecredit(),
        one.getStatus(),
        one.getAppliedAt(),
        enrolled,
        payment == null ? null : payment.getNumber(),
        payment == null ? null : payment.getUuid().toString(),
        payment == null ? null : payment.getStatus(),
        one.getReason(),
        new SummerView.Steps(
            one.getCheckedBy(),
            one.getCheckedAt(),
            one.getAgreedBy(),
            one.getAgreedAt(),
            cases.asksAgreement(one)),
        attended);
  }
}
