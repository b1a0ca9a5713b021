package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.registration.service.payment.Payments;
import kz.miras.registrar.registration.service.summer.SummerView.Application;
import kz.miras.registrar.registration.service.summer.SummerView.Line;
import kz.miras.registrar.registration.service.summer.SummerView.Other;
import kz.miras.registrar.registration.service.summer.SummerView.Price;
import kz.miras.registrar.registration.summer.BreakEven;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** Summer semesters for their pages; students see them once they are approved. */
@Stateless
@Guarded
public class SummerQueries {

  @Inject private Summers summers;
  @Inject private SummerCounts counts;
  @Inject private SummerApplications applications;
  @Inject private Attendances attendances;
  @Inject private Payments payments;
  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** The summer semesters the caller may see, the latest first. */
  @RolesAllowed(Permissions.SUMMER_READ)
  public List<Other> all() {
    return summers.plans().stream()
        .filter(this::isSeen)
        .map(
            plan ->
                new Other(plan.getUuid().toString(), plan.getTerm().getCode(), plan.getStatus()))
        .toList();
  }

  /** Codes of summer semesters of the calendar, not over, that have no plan yet. */
  @RolesAllowed(Permissions.SUMMER_PLAN)
  public List<String> withoutPlan() {
    Set<Term> planned =
        summers.plans().stream().map(SummerPlan::getTerm).collect(Collectors.toSet());
    return calendars.terms().stream()
        .filter(term -> term.getType().isSummer() && !planned.contains(term))
        .filter(term -> term.getEndsOn().isAfter(time.today()))
        .map(Term::getCode)
        .toList();
  }

  private boolean isSeen(SummerPlan plan) {
    return plan.getStatus().isApproved() || access.current().studentId() == null;
  }

  /** A summer semester the caller may see. */
  @RolesAllowed(Permissions.SUMMER_READ)
  public SummerView plan(String id) {
    SummerPlan plan = summers.plan(id);
    if (!isSeen(plan)) {
      throw new RegistrarException.NotFound("summer", id);
    }
    Term term = plan.getTerm();
    Long student = access.current().studentId();
    List<Application> own =
        student == null ? List.of() : applications.shown(summers.of(plan, student));
    List<Price> prices = prices(term);
    return new SummerView(
        plan.getUuid().toString(),
        term.getCode(),
        term.getStartsOn(),
        term.getEndsOn(),
        term.getStudyWeeks(),
        plan.getStatus(),
        plan.getApplicationsFrom(),
        plan.getApplicationsTo(),
        plan.getRemark(),
        plan.getSubmittedBy(),
        plan.getSubmittedAt(),
        plan.getDecision(),
        plan.getApprovedBy(),
        plan.getApprovedAt(),
        plan.getClosedAt(),
        SummerPlanSound.isOpen(
            plan.getStatus(), plan.getApplicationsFrom(), plan.getApplicationsTo(), time.today()),
        prices,
        lines(plan, prices, own),
        own);
  }

  private List<Price> prices(Term term) {
    List<Price> prices = new ArrayList<>();
    for (Level level : Level.values()) {
      payments
          .price(PaymentPurpose.SUMMER, level, term)
          .ifPresent(order -> prices.add(new Price(level, order.getPrice(), order.basis())));
    }
    return prices;
  }

  private List<Line> lines(SummerPlan plan, List<Price> prices, List<Application> own) {
    Map<Long, SummerCounts.Count> counted = counts.of(plan.getId());
    Map<Long, Map<Level, Integer>> wanted = counts.byLevel(plan.getId());
    Set<String> applied =
        own.stream().filter(Application::isLive).map(Application::code).collect(Collectors.toSet());
    List<SummerDiscipline> disciplines = summers.disciplines(plan);
    Map<Long, Boolean> attendance = attendances.visible(disciplines);
    Map<Long, String> taught = taught(disciplines);
    return disciplines.stream()
        .map(
            one ->
                line(
                    one,
                    counted.getOrDefault(one.getId(), SummerCounts.Count.NONE),
                    wanted.getOrDefault(one.getId(), Map.of()),
                    prices,
                    applied.contains(one.getDiscipline().getCode()),
                    attendance.getOrDefault(one.getId(), false),
                    taught.get(one.getOfferingId())))
        .toList();
  }

  /** Public ids of the offerings disciplines are taught in, by key. */
  private Map<Long, String> taught(List<SummerDiscipline> disciplines) {
    List<Long> keys =
        disciplines.stream().map(SummerDiscipline::getOfferingId).filter(Objects::nonNull).toList();
    return offerings.byIds(keys).stream()
        .collect(Collectors.toMap(Offering::getId, offering -> offering.getUuid().toString()));
  }

  private Line line(
      SummerDiscipline one,
      SummerCounts.Count count,
      Map<Level, Integer> wanted,
      List<Price> prices,
      boolean applied,
      boolean attendance,
      String offering) {
    Map<Level, BigDecimal> byLevel = new EnumMap<>(Level.class);
    prices.forEach(known -> byLevel.put(known.level(), known.price()));
    if (one.specialPrice() != null) {
      List.of(Level.values()).forEach(level -> byLevel.put(level, one.specialPrice()));
    }
    BigDecimal price = byLevel.values().stream().findFirst().orElse(null);
    int credits = one.getDiscipline().getCredits();
    BreakEven money =
        BreakEven.of(byLevel, wanted, credits, one.getGroupCost(), Math.max(1, one.getGroupCount()))
            .earning(count.income());
    return new Line(
        one.getUuid().toString(),
        one.getDiscipline().getCode(),
        one.getDiscipline().getName(),
        one.getLanguage().tag(),
        credits,
        one.getMinimum(),
        price,
        one.getIndividualPrice(),
        one.getGroupCost(),
        one.isProposed(),
        one.getStatus(),
        one.getGroupCount(),
        count.applications(),
        count.unready(),
        count.paid(),
        count.enrolled(),
        money,
        offering,
        one.getReason(),
        applied,
        attendance);
  }

  /** A discipline with everybody who has applied for it. */
  public record Group(
      Line line, String plan, String term, SummerStatus status, List<Application> applications)
      implements Serializable {}

  /** A discipline of a plan with its applications, those that ended too. */
  @RolesAllowed(Permissions.RETAKE_READ)
  public Group group(String discipline) {
    access.requireVisible(
        Permissions.RETAKE_READ, Target.nobodys(), "summer", String.valueOf(discipline));
    SummerDiscipline one = summers.discipline(discipline);
    SummerPlan plan = one.getPlan();
    List<Price> prices = prices(plan.getTerm());
    return new Group(
        line(
            one,
            counts.of(plan.getId()).getOrDefault(one.getId(), SummerCounts.Count.NONE),
            counts.byLevel(plan.getId()).getOrDefault(one.getId(), Map.of()),
            prices,
            false,
            !attendances.visible(one).isEmpty(),
            taught(List.of(one)).get(one.getOfferingId())),
        plan.getUuid().toString(),
        plan.getTerm().getCode(),
        plan.getStatus(),
        applications.shown(summers.all(one)));
  }
}
