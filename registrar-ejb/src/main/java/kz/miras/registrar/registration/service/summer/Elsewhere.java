package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.registration.service.ElsewhereLines;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerApplicationStatus;
import kz.miras.registrar.registration.summer.SummerDiscipline;

/** What of an application lies in the plan of studies while it is studied elsewhere. */
@ApplicationScoped
class Elsewhere {

  @Inject private ElsewhereLines lines;
  @Inject private Access access;

  /** Confirms it in the plan of the student, whose turn the caller holds. */
  void enter(SummerApplication one) {
    SummerDiscipline of = one.getDiscipline();
    lines.add(
        one.getStudentId(),
        of.getPlan().getTerm(),
        of.getDiscipline().getId(),
        one.getType(),
        of.getLanguage(),
        access.current().login());
    one.acceptElsewhere();
  }

  /** Takes it out of the plan; nothing for what is studied here. */
  void leave(SummerApplication one) {
    if (one.isRecredit() && one.getStatus() == SummerApplicationStatus.ACCEPTED) {
      lines.remove(
          one.getStudentId(),
          one.getDiscipline().getPlan().getTerm(),
          one.getDiscipline().getDiscipline().getId(),
          access.current().login());
    }
  }
}
