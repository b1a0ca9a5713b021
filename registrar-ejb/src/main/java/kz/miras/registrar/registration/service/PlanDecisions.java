package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.plan.PlanApproval;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Decided;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Findings;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Seen;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * Decides about one plan by the rules of {@link PlanApproval}, in a transaction of its own; {@link
 * PlanApprovalDesk} tries it again where the database asks for it.
 */
@Stateless
@Guarded
public class PlanDecisions {

  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private PlanChecker checker;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Seats seats;
  @Inject private Notices notices;
  @Inject private RuleBook rules;
  @Inject private DeanStep dean;
  @Inject private Access access;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * A plan locked for a decision.
   *
   * @param rules of the academic year of the plan
   * @param seen refused where it is not the plan that was shown
   */
  private record Open(StudyPlan plan, Student student, RuleSet rules, Verdict seen) {}

  /** See {@link PlanApprovalDesk#findings}. */
  @RolesAllowed({
    Permissions.PLAN_APPROVE,
    Permissions.PLAN_CONFIRM,
    Permissions.PLAN_SIGN,
    Permissions.PLAN_READ
  })
  public Findings findings(UUID id) {
    StudyPlan plan = required(id);
    Student student = students.byId(plan.student()).orElseThrow();
    scope.visible(
        student.getStudentNo(),
        Permissions.PLAN_APPROVE,
        Permissions.PLAN_CONFIRM,
        Permissions.PLAN_SIGN,
        Permissions.PLAN_READ);
    PlanChecker.Checked checked = checker.check(student, plan);
    Verdict whole = Verdict.allowed();
    for (Verdict one : checked.whole().values()) {
      whole = whole.and(one);
    }
    return new Findings(whole, new HashMap<>(checked.lines()));
  }

  /** See {@link PlanApprovalDesk#isSigned}. */
  @RolesAllowed({Permissions.PLAN_SIGN, Permissions.PLAN_READ})
  public boolean isSigned(UUID id) {
    StudyPlan plan = required(id);
    Student student = students.byId(plan.student()).orElseThrow();
    scope.visible(student.getStudentNo(), Permissions.PLAN_SIGN, Permissions.PLAN_READ);
    return dean.rules(student.getProgramme().getLevel(), plan.year())
        .flag(RuleParameter.REG_DEAN_SIGNS);
  }

  /** See {@link PlanApprovalDesk#approve}. */
  @RolesAllowed(Permissions.PLAN_APPROVE)
  public Verdict approve(Seen seen, Collection<Long> keys) {
    return pass(open(seen, Permissions.PLAN_APPROVE), keys, PlanLineStatus.APPROVED);
  }

  /** See {@link PlanApprovalDesk#approveAll}. */
  @RolesAllowed(Permissions.PLAN_APPROVE)
  public Decided approveTogether(Seen seen) {
    return together(open(seen, Permissions.PLAN_APPROVE), PlanLineStatus.APPROVED);
  }

  /** See {@link PlanApprovalDesk#confirm}. */
  @RolesAllowed(Permissions.PLAN_CONFIRM)
  public Verdict confirm(Seen seen, Collection<Long> keys) {
    return pass(open(seen, Permissions.PLAN_CONFIRM), keys, PlanLineStatus.REGISTERED);
  }

  /** See {@link PlanApprovalDesk#confirmAll}. */
  @RolesAllowed(Permissions.PLAN_CONFIRM)
  public Decided confirmTogether(Seen seen) {
    return together(open(seen, Permissions.PLAN_CONFIRM), PlanLineStatus.REGISTERED);
  }

  /** See {@link PlanApprovalDesk#sign}. */
  @RolesAllowed(Permissions.PLAN_SIGN)
  public Decided sign(Seen seen) {
    Open open = open(seen, Permissions.PLAN_SIGN);
    Verdict verdict = open.seen().and(PlanApproval.signs(open.plan(), open.rules()));
    if (verdict.isAllowed()) {
      history.store(open.plan(), open.plan().sign(), "SIGNED", null);
    }
    return decided(open, verdict);
  }

  /** See {@link PlanApprovalDesk#giveBack}. */
  @RolesAllowed({Permissions.PLAN_APPROVE, Permissions.PLAN_CONFIRM, Permissions.PLAN_SIGN})
  public Verdict giveBack(Seen seen, Map<Long, String> remarks) {
    Open open =
        open(seen, Permissions.PLAN_APPROVE, Permissions.PLAN_CONFIRM, Permissions.PLAN_SIGN);
    Verdict verdict =
        open.seen()
            .and(
                isAdviserOrOffice(open.student())
                    ? PlanApproval.givesBack(open.plan(), remarks)
                    : PlanApproval.givesBackUnsigned(open.plan(), remarks, open.rules()));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    // a period that is counted from today has the rules of today
    RuleSet today = rules.inForce(open.student().getProgramme().getLevel(), time.today());
    Deadline until = PlanApproval.seatsKept(time.today(), calendars.workingDays(), today);
    StudyPlan plan = open.plan().giveBack(remarks, until.end(time.zone()));
    history.store(
        open.plan(), plan, open.student(), "RETURNED", String.join("; ", remarks.values()));
    notices.tellStudent(
        open.student().getId(),
        "registration.notice.plan-returned",
        PlanQueries.OWN_PAGE,
        remarks.size(),
        until.lastDay());
    return verdict;
  }

  private boolean isAdviserOrOffice(Student student) {
    Target whose = scope.target(student);
    return access.may(Permissions.PLAN_APPROVE, whose)
        || access.may(Permissions.PLAN_CONFIRM, whose);
  }

  /** IUP-7. Everything that lies here, where every rule is satisfied. */
  private Decided together(Open open, PlanLineStatus to) {
    Verdict verdict = open.seen();
    if (verdict.isAllowed()) {
      PlanChecker.Checked checked = checker.check(open.student(), open.plan());
      verdict =
          PlanApproval.together(
              checked.together().and(PlanApproval.ready(open.plan(), to, open.rules())),
              checked.unaided());
    }
    if (verdict.isAllowed()) {
      verdict = verdict.and(pass(open, List.of(), to));
    }
    return decided(open, verdict);
  }

  private static Decided decided(Open open, Verdict verdict) {
    return new Decided(open.plan().link(), open.student().getStudentNo(), verdict);
  }

  private Verdict pass(Open open, Collection<Long> wanted, PlanLineStatus to) {
    PlanLineStatus here =
        to == PlanLineStatus.APPROVED ? PlanLineStatus.SUBMITTED : PlanLineStatus.APPROVED;
    Set<Long> keys =
        wanted.isEmpty()
            ? open.plan().in(here).stream().map(StudyPlanLine::id).collect(Collectors.toSet())
            : Set.copyOf(wanted);
    Verdict verdict = open.seen().and(PlanApproval.passes(open.plan(), to, keys, open.rules()));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    StudyPlan plan = open.plan().become(to, keys);
    history.store(open.plan(), plan, to.name(), null);
    // told once nothing more lies here, whatever else stands in the plan
    if (plan.in(here).isEmpty()) {
      notices.tellStudent(
          open.student().getId(),
          "registration.notice.plan-passed",
          PlanQueries.OWN_PAGE,
          to == PlanLineStatus.APPROVED ? PlanStatus.ADVISER_APPROVED : PlanStatus.REGISTERED);
    }
    return verdict;
  }

  /** The plan under the turn of its student, who changes nothing in it meanwhile. */
  private Open open(Seen seen, String... permissions) {
    Student student = students.byId(required(seen.id()).student()).orElseThrow();
    scope.visible(student.getStudentNo(), permissions);
    seats.takeTurn(List.of(student.getId()));
    StudyPlan plan = required(seen.id());
    return new Open(
        plan,
        student,
        dean.rules(student.getProgramme().getLevel(), plan.year()),
        PlanApproval.asSeen(plan, seen.version()));
  }

  private StudyPlan required(UUID id) {
    return plans.byLink(id).orElseThrow(() -> new RegistrarException.NotFound("plan", id));
  }
}
