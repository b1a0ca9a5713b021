package kz.miras.registrar.achievement.service.promotion;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.promotion.PromotionParagraph;
import kz.miras.registrar.achievement.promotion.PromotionRun;
import kz.miras.registrar.achievement.promotion.PromotionRunPolicy;
import kz.miras.registrar.achievement.promotion.YearEndPolicy;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.service.OrderDesk;
import kz.miras.registrar.student.service.Orders;

/**
 * PRO-4, PRO-6 to PRO-13. The end of a year on its way: begun by the office, submitted by the dean,
 * agreed by the director, carried out by the signed order in one act.
 */
@Stateless
@Guarded
public class PromotionDesk {

  @Inject private PromotionRuns runs;
  @Inject private PromotionLines lines;
  @Inject private YearFrames years;
  @Inject private Catalogue catalogue;
  @Inject private OrderDesk orders;
  @Inject private Orders register;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /**
   * Begins a run; it has no lines until it is prepared.
   *
   * @param year 2025 for 2025/26
   * @param school code
   * @param programme code; null or empty for the whole school
   * @param councilNo number of the council's decision on the thresholds of that year
   * @return public id
   * @throws RegistrarException.Refused without a decision of the council on that year, or where the
   *     thresholds in force rest on another one (PRO-10)
   */
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public String begin(
      int year, String school, String programme, String councilNo, LocalDate councilOn) {
    YearFrame frame = years.of(year);
    OrgUnit unit =
        catalogue.units().stream()
            .filter(one -> one.getCode().equals(school))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("school", school));
    Programme only = programme == null || programme.isBlank() ? null : programme(unit, programme);
    refuse(PromotionRunPolicy.council(councilNo, councilOn, frame.begins()));
    PromotionRun run =
        new PromotionRun(
            year,
            unit.getId(),
            only == null ? null : only.getId(),
            councilNo,
            councilOn,
            access.current().login(),
            time.now());
    access.require(
        Permissions.PROMOTION_PREPARE, PromotionRuns.target(run), "promotion", run.getUuid());
    refuse(runs.council(run));
    runs.add(run);
    return run.getUuid().toString();
  }

  private Programme programme(OrgUnit school, String code) {
    return catalogue
        .programme(code)
        .filter(one -> one.getSchool().getId().equals(school.getId()))
        .orElseThrow(
            () ->
                new RegistrarException.Refused(
                    Refusal.of("field.unknown", "DAT-2", code).at("programme")));
  }

  /** Takes a draft away. */
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public void discard(String id) {
    PromotionRun run = runs.locked(id, Permissions.PROMOTION_PREPARE);
    run.changing();
    lines.clear(run.getId());
    runs.remove(run);
  }

  /**
   * Decides a student otherwise than proposed, or leaves the student out.
   *
   * @param student number
   * @param outcome null leaves the student out of the run
   */
  @RolesAllowed(Permissions.PROMOTION_EDIT)
  public void decide(String id, String student, PromotionOutcome outcome, String reason) {
    PromotionRun run = runs.locked(id, Permissions.PROMOTION_EDIT);
    run.changing();
    PromotionLines.Open line = line(run, student);
    if (outcome != null && lines.isHeldElsewhere(run, line)) {
      throw new RegistrarException.Refused(
          Refusal.of("achievement.promotion.held-elsewhere", "PRO-12").at("outcome"));
    }
    if (outcome != null && outcome == line.proposed()) {
      store(run, line, student, outcome, null);
      return;
    }
    refuse(
        YearEndPolicy.decides(
            line.last(), line.proposed() == PromotionOutcome.GRADUATED, outcome, reason));
    store(run, line, student, outcome, reason.strip());
  }

  private PromotionLines.Open line(PromotionRun run, String student) {
    return lines
        .line(run.getId(), student)
        .orElseThrow(() -> new RegistrarException.NotFound("student", student));
  }

  private void store(
      PromotionRun run,
      PromotionLines.Open line,
      String student,
      PromotionOutcome outcome,
      String reason) {
    lines.decide(run.getId(), line, outcome, access.current().login(), time.now(), reason);
    audit.record(
        "promotion.edit",
        "PromotionRun",
        run.getUuid(),
        Json.write(Map.of("student", student, "proposed", String.valueOf(line.proposed()))),
        Json.write(
            Map.of(
                "student",
                student,
                "decided",
                String.valueOf(outcome),
                "reason",
                reason == null ? "" : reason)));
  }

  /** The dean submits a run that is final (PRO-6, PRO-9, PRO-13). */
  @RolesAllowed(Permissions.PROMOTION_SUBMIT)
  public void submit(String id) {
    PromotionRun run = runs.locked(id, Permissions.PROMOTION_SUBMIT);
    run.submit(runs.ready(run, students(run)), access.current().login(), time.now());
  }

  private int students(PromotionRun run) {
    int students = 0;
    for (PromotionOutcome outcome : PromotionOutcome.values()) {
      students += lines.numbers(run.getId(), outcome).size();
    }
    return students;
  }

  /** The director gives a run back, with the reason. */
  @RolesAllowed(Permissions.PROMOTION_AGREE)
  public void giveBack(String id, String note) {
    PromotionRun run = runs.locked(id, Permissions.PROMOTION_AGREE);
    run.giveBack(note);
    context.because(note);
  }

  /** The director agrees a run somebody else submitted (PRO-7). */
  @RolesAllowed(Permissions.PROMOTION_AGREE)
  public void agree(String id) {
    PromotionRun run = runs.locked(id, Permissions.PROMOTION_AGREE);
    run.agree(
        runs.ready(run, students(run)),
        lines.changedBy(run.getId()),
        access.current().login(),
        time.now());
  }

  /**
   * Enters the signed order: a paragraph for each outcome, all of them or none.
   *
   * @throws RegistrarException.Refused where a line is stale (PRO-9) or an order is refused
   */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public void order(String id, String number, LocalDate signedOn, LocalDate effectiveOn) {
    PromotionRun run = runs.locked(id, Permissions.ORDER_REGISTER);
    refuse(typed(number, signedOn, effectiveOn));
    run.order(runs.fresh(run), number, signedOn, effectiveOn, access.current().login(), time.now());
    int paragraph =
        register.numbered(number.strip()).stream()
            .filter(order -> order.getSignedOn().equals(signedOn))
            .mapToInt(StudentOrder::getParagraph)
            .max()
            .orElse(0);
    String year = run.getYearStart() + "/" + (run.getYearStart() + 1);
    for (PromotionOutcome outcome : PromotionOutcome.values()) {
      List<String> students = lines.numbers(run.getId(), outcome);
      if (!students.isEmpty()) {
        paragraph++;
        PromotionParagraph ordered = PromotionParagraph.of(outcome);
        OrderDesk.Entered entered =
            orders.register(
                entry(ordered, year, number, paragraph, signedOn, effectiveOn, students));
        refuse(entered.verdict());
        lines.ordered(run.getId(), outcome, entered.id());
      }
    }
  }

  private static OrderDesk.Entry entry(
      PromotionParagraph ordered,
      String year,
      String number,
      int paragraph,
      LocalDate signedOn,
      LocalDate effectiveOn,
      List<String> students) {
    String funding = ordered.funding() == null ? null : ordered.funding().name();
    return new OrderDesk.Entry(
        number.strip(),
        paragraph,
        signedOn,
        effectiveOn,
        ordered.kind(),
        null,
        // orders of the university are kept in Russian beside the state language
        Messages.text(Language.RU, ordered.title(), year),
        null,
        new OrderDesk.Terms(null, null, null, null, null, null, funding, null, null),
        students);
  }

  private static Verdict typed(String number, LocalDate signedOn, LocalDate effectiveOn) {
    Verdict verdict = Verdict.allowed();
    if (number == null || number.isBlank()) {
      verdict = verdict.and(missing("number"));
    }
    if (signedOn == null) {
      verdict = verdict.and(missing("signedOn"));
    }
    return effectiveOn == null ? verdict.and(missing("effectiveOn")) : verdict;
  }

  private static Verdict missing(String field) {
    return Verdict.refused(Refusal.of("field.required", "DAT-2").at(field));
  }
}
