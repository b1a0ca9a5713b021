package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Advisers;

/** Stores what was decided about a plan, with its history and the audit trail. */
@ApplicationScoped
class PlanHistory {

  private static final int REMARK = 1000;
  private static final String LINK = "/registration/plan.xhtml?id=";

  @Inject private PlanStore plans;
  @Inject private PlanLines lines;
  @Inject private AuditTrail trail;
  @Inject private Advisers advisers;
  @Inject private UniversityTime time;

  /**
   * Stores the plan as it has become.
   *
   * @param act what was done, as the history names it
   * @param remark null for none
   */
  void store(StudyPlan before, StudyPlan plan, Student student, String act, String remark) {
    store(before, plan, act, remark);
    if (student.getAdviser() != null && act.equals("RETURNED")) {
      advisers.tell(
          student.getAdviser().getId(),
          "registration.notice.plan-returned-adviser",
          LINK + plan.link(),
          student.getStudentNo());
    }
  }

  /** The same where nobody has to be told. */
  void store(StudyPlan before, StudyPlan plan, String act, String remark) {
    store(before, plan, act, remark, trail.author(), time.now().truncatedTo(ChronoUnit.MICROS));
  }

  /** The same by this author at this moment. */
  void store(
      StudyPlan before, StudyPlan plan, String act, String remark, String author, Instant now) {
    plans.write(before, plan, author, now);
    plans.head(before, plan, act, author, now);
    plans.event(plan, act, author, Fitted.to(REMARK, remark), lines.content(plan), now);
    trail.record(
        "studyplan.update",
        "StudyPlan",
        plan.id(),
        Json.write(Map.of("status", before.status(), "revision", before.revision())),
        Json.write(Map.of("status", plan.status(), "revision", plan.revision(), "act", act)));
  }

  /**
   * IUP-1. Tells the adviser that a line has left the plan that was approved; who has left the
   * university is known by the order.
   *
   * @param discipline its code
   */
  void left(Student student, StudyPlan plan, StudyPlanLine line, String discipline) {
    boolean told = line.isApproved() && student.getStatus().mayStudy();
    if (told && student.getAdviser() != null) {
      advisers.tell(
          student.getAdviser().getId(),
          "registration.notice.line-left",
          LINK + plan.link(),
          student.getStudentNo(),
          discipline);
    }
  }
}
