package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.plan.PlanApproval;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * What adviser, dean and office decide about submitted plans by the rules of {@link PlanApproval}:
 * line by line, or many plans at once.
 */
@Stateless
@Guarded
public class PlanApprovalDesk {

  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private PlanChecker checker;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Seats seats;
  @Inject private Notices notices;
  @Inject private RuleBook rules;
  @Inject private DeanStep dean;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * What became of one plan.
   *
   * @param student number of the student
   */
  public record Decided(UUID plan, String student, Verdict verdict) implements Serializable {}

  /**
   * What the rules say of a plan, for who decides about it.
   *
   * @param lines by key of line
   */
  public record Findings(Verdict whole, Map<Long, Verdict> lines) implements Serializable {

    /** What they say of one line. */
    public Verdict line(long key) {
      return lines.getOrDefault(key, Verdict.allowed());
    }
  }

  /** A plan locked for a decision. */
  private record Open(StudyPlan plan, Student student, RuleSet rules) {}

  /** All rules about the plan, as whoever decides sees them. */
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

  /**
   * The adviser approves lines.
   *
   * @param keys of the lines; empty for all that lie with the adviser
   */
  @RolesAllowed(Permissions.PLAN_APPROVE)
  public Verdict approve(UUID id, Collection<Long> keys) {
    Open open = open(id, Permissions.PLAN_APPROVE);
    return pass(
        open, chosen(open, keys, PlanLineStatus.SUBMITTED), PlanLineStatus.APPROVED, "APPROVED");
  }

  /** The adviser approves plans at once; only those every rule is satisfied with. */
  @RolesAllowed(Permissions.PLAN_APPROVE)
  public List<Decided> approveAll(Collection<UUID> ids) {
    return all(
        ids,
        Permissions.PLAN_APPROVE,
        PlanLineStatus.SUBMITTED,
        PlanLineStatus.APPROVED,
        "APPROVED");
  }

  /** The office confirms plans at once; only those every rule is satisfied with. */
  @RolesAllowed(Permissions.PLAN_CONFIRM)
  public List<Decided> confirmAll(Collection<UUID> ids) {
    return all(
        ids,
        Permissions.PLAN_CONFIRM,
        PlanLineStatus.APPROVED,
        PlanLineStatus.REGISTERED,
        "REGISTERED");
  }

  private List<Decided> all(
      Collection<UUID> ids, String permission, PlanLineStatus from, PlanLineStatus to, String act) {
    takeTurns(ids);
    List<Decided> decided = new ArrayList<>();
    for (UUID id : ids) {
      Open open = open(id, permission);
      Verdict verdict =
          PlanApproval.together(
              checker
                  .check(open.student(), open.plan())
                  .together()
                  .and(PlanApproval.ready(open.plan(), to, open.rules())));
      if (verdict.isAllowed()) {
        verdict = verdict.and(pass(open, chosen(open, List.of(), from), to, act));
      }
      decided.add(new Decided(id, open.student().getStudentNo(), verdict));
    }
    return decided;
  }

  /** The office confirms lines that are approved. */
  @RolesAllowed(Permissions.PLAN_CONFIRM)
  public Verdict confirm(UUID id, Collection<Long> keys) {
    Open open = open(id, Permissions.PLAN_CONFIRM);
    return pass(
        open, chosen(open, keys, PlanLineStatus.APPROVED), PlanLineStatus.REGISTERED, "REGISTERED");
  }

  /** Whether the dean signs plans like this one. */
  @RolesAllowed({Permissions.PLAN_SIGN, Permissions.PLAN_READ})
  public boolean isSigned(UUID id) {
    Student student = students.byId(required(id).student()).orElseThrow();
    scope.visible(student.getStudentNo(), Permissions.PLAN_SIGN, Permissions.PLAN_READ);
    return dean.levels().contains(student.getProgramme().getLevel());
  }

  /** The dean signs plans the adviser approved. */
  @RolesAllowed(Permissions.PLAN_SIGN)
  public List<Decided> sign(Collection<UUID> ids) {
    takeTurns(ids);
    List<Decided> decided = new ArrayList<>();
    for (UUID id : ids) {
      Open open = open(id, Permissions.PLAN_SIGN);
      Verdict verdict = PlanApproval.signs(open.plan(), open.rules());
      if (verdict.isAllowed()) {
        history.store(open.plan(), open.plan().sign(), open.student(), "SIGNED", null);
      }
      decided.add(new Decided(id, open.student().getStudentNo(), verdict));
    }
    return decided;
  }

  /**
   * IUP-5. Gives lines back with a remark each; their seats are kept for the days the rules say.
   *
   * @param remarks why, by key of line
   */
  @RolesAllowed({Permissions.PLAN_APPROVE, Permissions.PLAN_CONFIRM})
  public Verdict giveBack(UUID id, Map<Long, String> remarks) {
    Open open = open(id, Permissions.PLAN_APPROVE, Permissions.PLAN_CONFIRM);
    Verdict verdict = PlanApproval.givesBack(open.plan(), remarks);
    if (!verdict.isAllowed()) {
      return verdict;
    }
    Deadline until = PlanApproval.seatsKept(time.today(), calendars.workingDays(), open.rules());
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

  private Verdict pass(Open open, Set<Long> keys, PlanLineStatus to, String act) {
    Verdict verdict = PlanApproval.passes(open.plan(), to, keys, open.rules());
    if (!verdict.isAllowed()) {
      return verdict;
    }
    StudyPlan plan = open.plan().become(to, keys);
    history.store(open.plan(), plan, open.student(), act, null);
    // told once nothing more lies here, whatever else stands in the plan
    PlanLineStatus here =
        to == PlanLineStatus.APPROVED ? PlanLineStatus.SUBMITTED : PlanLineStatus.APPROVED;
    if (plan.in(here).isEmpty()) {
      notices.tellStudent(
          open.student().getId(),
          "registration.notice.plan-passed",
          PlanQueries.OWN_PAGE,
          to == PlanLineStatus.APPROVED ? PlanStatus.ADVISER_APPROVED : PlanStatus.REGISTERED);
    }
    return verdict;
  }

  private static Set<Long> chosen(Open open, Collection<Long> keys, PlanLineStatus from) {
    return keys.isEmpty()
        ? Set.copyOf(open.plan().in(from).stream().map(StudyPlanLine::id).toList())
        : Set.copyOf(keys);
  }

  /** All at once and in order of key, so that two who decide about many wait in no circle. */
  private void takeTurns(Collection<UUID> ids) {
    seats.takeTurn(ids.stream().map(this::required).map(StudyPlan::student).toList());
  }

  private Open open(UUID id, String... permissions) {
    StudyPlan seen = required(id);
    Student student = students.byId(seen.student()).orElseThrow();
    scope.visible(student.getStudentNo(), permissions);
    seats.takeTurn(List.of(student.getId()));
    return new Open(
        required(id), student, rules.inForce(student.getProgramme().getLevel(), time.today()));
  }

  private StudyPlan required(UUID id) {
    return plans.byLink(id).orElseThrow(() -> new RegistrarException.NotFound("plan", id));
  }
}
