package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.registration.service.Seating;
import kz.miras.registrar.registration.service.TermRules;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** SUM-13. Hands applications that have passed their steps over to registration. */
@ApplicationScoped
class SummerAdmission {

  @Inject private Seating seating;
  @Inject private Students students;
  @Inject private TermRules rules;

  Student student(SummerApplication application) {
    return students.byId(application.getStudentId()).orElseThrow();
  }

  /** These with whose they are and what the rules ask of them. */
  SummerCases cases(Collection<SummerApplication> applications) {
    return new SummerCases(applications, students, rules);
  }

  /** What an application still waits for. */
  Verdict ready(SummerApplication application) {
    return cases(List.of(application)).ready(application);
  }

  /**
   * Asks the payment of whoever has applied for what is taught already, once all steps are passed.
   * What waits goes on waiting.
   */
  Verdict proceed(SummerApplication application) {
    SummerDiscipline of = application.getDiscipline();
    return of.getStatus().isTaught() && !application.isRecredit() && ready(application).isAllowed()
        ? accept(application, student(application), of.getOfferingId())
        : Verdict.allowed();
  }

  /** Hands an application over to registration: the payment is asked for. */
  Verdict accept(SummerApplication application, Student student, long offering) {
    Seating.Seated seated =
        seating.enrol(student, offering, application.getType(), SummerPlanSound.standsFor());
    if (seated.enrolment() != null) {
      application.accept(seated.enrolment());
      return Verdict.allowed();
    }
    return seated.verdict();
  }
}
