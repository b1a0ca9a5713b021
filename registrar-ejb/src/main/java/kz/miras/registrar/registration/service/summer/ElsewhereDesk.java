package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.registration.service.Seats;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.shared.Verdict;

/** Study at another university in the summer, to be recognised here (SUM-2; O152 п.22). */
@Stateless
@Guarded
public class ElsewhereDesk {

  private static final String PAGE = "/registration/summer.xhtml?id=";

  @Inject private Summers summers;
  @Inject private Elsewhere elsewhere;
  @Inject private Seats seats;
  @Inject private Notices notices;
  @Inject private SummerAdmission admission;

  /**
   * SUM-2. Accepts an application: it becomes a confirmed line of the plan without a group, takes
   * no seat and no payment, and its result must be recognised.
   *
   * @param id public id of the application
   */
  @RolesAllowed(Permissions.RETAKE_APPROVE)
  public Verdict accept(String id) {
    SummerApplication one = summers.application(id);
    seats.takeTurn(List.of(one.getStudentId()));
    Verdict verdict =
        SummerPlanSound.acceptsElsewhere(one.getPurpose(), one.getStatus())
            .and(admission.ready(one));
    if (verdict.isAllowed()) {
      elsewhere.enter(one);
      notices.tellStudent(
          one.getStudentId(),
          "registration.notice.summer-elsewhere",
          PAGE + one.getDiscipline().getPlan().getUuid(),
          one.getDiscipline().getDiscipline().getCode(),
          one.getUniversity());
    }
    return verdict;
  }
}
