package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.service.TermRules;
import kz.miras.registrar.registration.service.payment.Payments;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerGroupStatus;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** The plan of a summer semester from its first draft to its end (SUM-8, SUM-10). */
@Stateless
@Guarded
public class SummerPlanDesk {

  @Inject private Summers summers;
  @Inject private SummerCounts counts;
  @Inject private SummerClosing closing;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private Payments payments;
  @Inject private TermRules rules;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * Begins the plan of a summer semester of the calendar.
   *
   * @return public id of the plan; of the one there is
   */
  @RolesAllowed(Permissions.SUMMER_PLAN)
  public String begin(String term) {
    Term of = calendars.term(term == null ? "" : term).orElse(null);
    if (of == null || !of.getType().isSummer()) {
      throw new RegistrarException.NotFound("term", term);
    }
    return summers.plans().stream()
        .filter(plan -> plan.getTerm().equals(of))
        .findFirst()
        .orElseGet(
            () -> {
              SummerPlan plan = new SummerPlan(of);
              plan.changedBy(access.current().accountId());
              summers.add(plan);
              return plan;
            })
        .getUuid()
        .toString();
  }

  /** SUM-9. Sets when applications come. */
  @RolesAllowed(Permissions.SUMMER_PLAN)
  public Verdict dates(String id, LocalDate from, LocalDate to) {
    SummerPlan plan = summers.plan(id);
    Verdict verdict =
        SummerPlanSound.mayChange(plan.getStatus())
            .and(SummerPlanSound.dates(from, to, plan.getTerm().getStartsOn()));
    if (verdict.isAllowed()) {
      plan.open(from, to);
      plan.changedBy(access.current().accountId());
    }
    return verdict;
  }

  /** A school proposes a discipline; the office takes it over by planning it. */
  @RolesAllowed(Permissions.SUMMER_PROPOSE)
  public Verdict propose(String id, String code, Language language) {
    SummerPlan plan = summers.plan(id);
    Verdict verdict = SummerPlanSound.mayChange(plan.getStatus());
    Discipline discipline =
        catalogue.discipline(code == null ? "" : code.strip().split(" ")[0]).orElse(null);
    if (discipline == null) {
      return verdict.and(
          Verdict.refused(
              Refusal.of("field.unknown", "DAT-2", String.valueOf(code)).at("discipline")));
    }
    boolean there =
        summers.disciplines(plan).stream()
            .anyMatch(
                one -> one.getDiscipline().equals(discipline) && one.getLanguage() == language);
    verdict = SummerPlanSound.proposes(plan.getStatus(), discipline.getCode(), there);
    if (verdict.isAllowed()) {
      summers.add(new SummerDiscipline(plan, discipline, language, least(plan), true));
    }
    return verdict;
  }

  /** A summer is planned for the whole university: students of every level share its groups. */
  private int least(SummerPlan plan) {
    return rules.of(Level.BACHELOR, plan.getTerm()).integer(RuleParameter.REG_MIN_GROUP);
  }

  /** Takes a discipline, or a proposal, out of a draft. */
  @RolesAllowed(Permissions.SUMMER_PLAN)
  public Verdict remove(String discipline) {
    SummerDiscipline one = summers.discipline(discipline);
    Verdict verdict = SummerPlanSound.mayChange(one.getPlan().getStatus());
    if (verdict.isAllowed()) {
      one.getPlan().changedBy(access.current().accountId());
      summers.remove(one);
    }
    return verdict;
  }

  /** What stands against submitting a plan. */
  @RolesAllowed({Permissions.SUMMER_PLAN, Permissions.SUMMER_SUBMIT})
  public Verdict check(String id) {
    return judge(summers.plan(id));
  }

  private Verdict judge(SummerPlan plan) {
    return SummerPlanSound.submits(
        planned(plan),
        // the weeks are of the one term of the whole university, whatever the level
        rules.of(Level.BACHELOR, plan.getTerm()).integer(RuleParameter.SUMMER_MIN_WEEKS),
        time.today());
  }

  private SummerPlanSound.Planned planned(SummerPlan plan) {
    Term term = plan.getTerm();
    List<Level> unpriced =
        Arrays.stream(Level.values())
            .filter(level -> payments.price(PaymentPurpose.SUMMER, level, term).isEmpty())
            .toList();
    return new SummerPlanSound.Planned(
        plan.getStatus(),
        term.getStudyWeeks(),
        term.getStartsOn(),
        plan.getApplicationsFrom(),
        plan.getApplicationsTo(),
        (int) summers.disciplines(plan).stream().filter(one -> !one.isProposed()).count(),
        unpriced);
  }

  /** SUM-8. The director submits the plan; what schools proposed in vain falls away. */
  @RolesAllowed(Permissions.SUMMER_SUBMIT)
  public Verdict submit(String id) {
    SummerPlan plan = summers.plan(id);
    Verdict verdict = judge(plan);
    if (verdict.isAllowed()) {
      summers.disciplines(plan).stream()
          .filter(SummerDiscipline::isProposed)
          .forEach(summers::remove);
      plan.changedBy(access.current().accountId());
      plan.submit(access.current().login(), time.now());
    }
    return verdict;
  }

  /** SUM-8. The plan comes back with what is to be changed. */
  @RolesAllowed(Permissions.SUMMER_APPROVE)
  public Verdict giveBack(String id, String remark) {
    SummerPlan plan = summers.plan(id);
    Verdict verdict = SummerPlanSound.givesBack(plan.getStatus(), remark);
    if (verdict.isAllowed()) {
      audit.because(remark.strip());
      plan.giveBack(remark.strip());
    }
    return verdict;
  }

  /**
   * SUM-8, SOD-2. Approves the plan, in time before applications open.
   *
   * @param decision number and date
   */
  @RolesAllowed(Permissions.SUMMER_APPROVE)
  public Verdict approve(String id, String decision) {
    SummerPlan plan = summers.plan(id);
    Verdict verdict =
        SummerPlanSound.approves(
                plan.getStatus(), decision, plan.getApplicationsFrom(), time.today())
            .and(SeparationOfDuty.approvesDraft(access.current().accountId(), plan.getAuthors()));
    if (verdict.isAllowed()) {
      audit.because(decision.strip());
      plan.approve(decision.strip(), access.current().login(), time.now());
    }
    return verdict;
  }

  /** SUM-10, SUM-14. Closes a semester that is over, and keeps what it came to. */
  @RolesAllowed(Permissions.SUMMER_SUBMIT)
  public Verdict close(String id) {
    SummerPlan plan = summers.locked(id);
    long undecided =
        summers.disciplines(plan).stream()
            .filter(one -> one.getStatus() == SummerGroupStatus.PLANNED)
            .count();
    Verdict verdict =
        SummerPlanSound.closes(
            plan.getStatus(),
            plan.getTerm().getEndsOn(),
            (int) undecided,
            counts.unposted(plan.getId()),
            time.today());
    if (verdict.isAllowed()) {
      closing.close(plan, access.current().login());
    }
    return verdict;
  }
}
