package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Advisers;

/** Stores what was decided about a plan, with its sealed history and the audit trail. */
@ApplicationScoped
class PlanHistory {

  private static final int REMARK = 1000;
  private static final String UPDATE = "studyplan.update";
  static final String LINK = "/registration/plan.xhtml?id=";

  @Inject private PlanStore plans;
  @Inject private PlanLines lines;
  @Inject private PlanLog log;
  @Inject private PlanSources sources;
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
    store(
        before,
        plan,
        new PlanEntry.Fact(
            plan.revision(),
            now,
            author,
            act,
            Fitted.to(REMARK, remark),
            lines.content(plan),
            null,
            null));
  }

  /**
   * REG-32. Writes down that a line was not submitted again or not taken out, and why; the plan
   * stays as it is.
   *
   * @param line key of the line
   */
  void refused(StudyPlan plan, long line, Verdict verdict) {
    plan.lines().stream()
        .filter(one -> one.id() == line)
        .findFirst()
        .ifPresent(one -> refused(plan, sources.code(one.discipline()), verdict));
  }

  private void refused(StudyPlan plan, String discipline, Verdict verdict) {
    String why = Json.write(verdict.refusals());
    write(
        plan,
        plan,
        new PlanEntry.Fact(
            plan.revision(),
            time.now().truncatedTo(ChronoUnit.MICROS),
            trail.author(),
            PlanView.REFUSED,
            discipline,
            null,
            why,
            null));
    trail.refused(UPDATE, "StudyPlan", plan.id(), why);
  }

  /**
   * What a request has made of a plan.
   *
   * @return the step as the plan's chain has sealed it
   */
  PlanEntry submitted(StudyPlan before, StudyPlan plan, String remark, SeatBook.Asking asking) {
    return store(
        before,
        plan,
        new PlanEntry.Fact(
            plan.revision(),
            asking.now(),
            asking.author(),
            "SUBMITTED",
            Fitted.to(REMARK, remark),
            lines.content(plan),
            null,
            asking.submission()));
  }

  private PlanEntry write(StudyPlan before, StudyPlan plan, PlanEntry.Fact fact) {
    long key = plans.write(before, plan, fact.actor(), fact.at());
    PlanEntry entry = log.next(plan.id(), fact);
    plans.head(before, plan, entry);
    log.write(key, entry);
    return entry;
  }

  private PlanEntry store(StudyPlan before, StudyPlan plan, PlanEntry.Fact fact) {
    PlanEntry entry = write(before, plan, fact);
    trail.record(
        UPDATE,
        "StudyPlan",
        plan.id(),
        Json.write(Map.of("status", before.status(), "revision", before.revision())),
        Json.write(
            Map.of("status", plan.status(), "revision", plan.revision(), "act", fact.act())));
    return entry;
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
