package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.registration.rule.CreditRoom;
import kz.miras.registrar.registration.service.PlanWishes.Wishes;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * IUP-1. Where a student builds the plan of a term, has it checked as often as they like, and
 * submits it: seats are taken then, and kept while the plan lies with the adviser and the office.
 */
@Stateless
@Guarded
public class PlanDesk {

  @Inject private StudentScope scope;
  @Inject private Seats seats;
  @Inject private SeatClerk clerk;
  @Inject private Registering registering;
  @Inject private PlanWishes wishes;
  @Inject private PlanStore plans;
  @Inject private PlanLines lines;
  @Inject private PlanHistory history;
  @Inject private PlanSources sources;
  @Inject private PlanAnswers answers;
  @Inject private PlanChecker checker;
  @Inject private LineSettling settling;
  @Inject private TermPictures pictures;
  @Inject private Submissions submissions;
  @Inject private WaitingRules waiting;
  @Inject private Windows windows;
  @Inject private LateConsent consents;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * What if: judges a plan as its submission would be, by the same choices about seats, without
   * saving anything; what the whole plan of the term still lacks is said beside it.
   *
   * @param student public id or number
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public PlanAnswer check(String student, PlanRequest request) {
    Student found = scope.visible(student, Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    Term term = wishes.term(request.term());
    Wishes wanted = wanted(found, term, request);
    TermPicture picture = picture(found, wanted, request);
    List<Outcome> outcomes =
        registering.preview(picture, wanted.wishes(), waiting.terms(request, picture));
    TermPicture whole = picture(found, wanted, request);
    List<List<Section>> sections = outcomes.stream().map(Outcome::sections).toList();
    return answers.answer(
        wanted, outcomes, whole.whole(wanted.wishes(), sections, true).whole(), null);
  }

  /**
   * Credits of the term once these lines are taken too, beside the limits that count for the
   * student.
   *
   * @param student public id or number
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public CreditRoom room(String student, PlanRequest request) {
    Student found = scope.visible(student, Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    Term term = wishes.term(request.term());
    Wishes wanted = wishes.of(found, term, request);
    return picture(found, wanted, request).room(wanted.wishes());
  }

  /** Puts lines into the plan without submitting them; lines chosen before and not named go. */
  @RolesAllowed({Permissions.PLAN_MAKE, Permissions.ENROL_ONBEHALF})
  public PlanAnswer choose(String student, PlanRequest request) {
    Student found = scope.visible(student, Permissions.PLAN_MAKE, Permissions.ENROL_ONBEHALF);
    seats.takeTurn(List.of(found.getId()));
    Term term = wishes.term(request.term());
    Wishes wanted = wishes.of(found, term, request);
    PlanVerdicts.requireTaught(picture(found, wanted, request), wanted);
    StudyPlan before = plans.ofOrNew(found.getId(), term.getAcademicYear().getId());
    List<Verdict> verdicts =
        wanted.wishes().stream().map(w -> before.mayChoose(PlanLines.chosen(term, w))).toList();
    List<Refusal> refusals = verdicts.stream().flatMap(v -> v.refusals().stream()).toList();
    if (!refusals.isEmpty()) {
      throw new RegistrarException.Refused(refusals);
    }
    StudyPlan plan = lines.choose(before, term, wanted);
    if (!plan.lines().equals(before.lines())) {
      history.store(before, plan, "CHOSEN", null);
    }
    return PlanAnswers.noted(check(student, request), verdicts);
  }

  /**
   * Submits lines, or what the plan has chosen, and takes their seats.
   *
   * @param key of the request; the same key again answers the same and takes nothing
   * @param arrivedAt when the request reached the server
   */
  @RolesAllowed({Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF})
  public PlanAnswer submit(String student, PlanRequest request, String key, Instant arrivedAt) {
    Student found = scope.visible(student, Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF);
    Term term = wishes.term(request.term());
    byte[] hash = Submissions.hash(found.getStudentNo(), request);
    return submit(
        found,
        request,
        new Call(key, hash, arrivedAt),
        plan ->
            request.lines().isEmpty()
                ? wishes.of(found, term, plan, request.explanation())
                : wishes.of(found, term, request));
  }

  /**
   * Submits a returned line whose seat was released once more: it takes a seat of the same offering
   * anew, in its group while that takes students, by the rules and windows of today.
   *
   * @param how the term and what is chosen about seats; its lines are not asked for
   * @param line key of the line
   * @param key of the request; the same key again answers the same and takes nothing
   */
  @RolesAllowed({Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF})
  public PlanAnswer anew(String student, PlanRequest how, long line, String key) {
    Student found = scope.visible(student, Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF);
    Term term = wishes.term(how.term());
    byte[] hash = Submissions.hash(found.getStudentNo() + " line " + line, how);
    return submit(
        found,
        how,
        new Call(key, hash, null),
        plan -> {
          Verdict verdict = plan.maySeatAnew(term.getId(), line);
          if (!verdict.isAllowed()) {
            throw new RegistrarException.Refused(verdict.refusals());
          }
          return wishes.anew(term, plan, line, how.explanation());
        });
  }

  /** How a submission came: the key it came with, what it asked for, and when. */
  private record Call(String key, byte[] hash, Instant arrivedAt) {}

  private PlanAnswer submit(
      Student found, PlanRequest request, Call call, Function<StudyPlan, Wishes> wish) {
    seats.takeTurn(List.of(found.getId()));
    Submissions.Known known = submissions.known(found.getId(), call.key(), call.hash());
    if (known.answer() != null) {
      return known.answer();
    }
    Term term = wishes.term(request.term());
    StudyPlan before = plans.ofOrNew(found.getId(), term.getAcademicYear().getId());
    if (!before.maySubmit().isAllowed()) {
      throw new RegistrarException.Refused(before.maySubmit().refusals());
    }
    Wishes wanted = wish.apply(before);
    TermPicture picture = picture(found, wanted, request);
    UUID submission = UUID.randomUUID();
    SeatBook.Asking asking = clerk.asking(found.getId(), submission, call.arrivedAt());
    Registering.Result result =
        registering.register(picture, wanted.wishes(), waiting.terms(request, picture), asking);
    List<Outcome> outcomes = result.outcomes();
    StudyPlan now =
        result.movedUp() ? plans.ofOrNew(found.getId(), term.getAcademicYear().getId()) : before;
    StudyPlan plan = lines.submit(now, term, wanted, outcomes);
    PlanEntry entry =
        plan.revision() > now.revision()
            ? history.submitted(now, plan, request.explanation(), asking)
            : null;
    if (plan.revision() > now.revision()) {
      settling.accepted(plan, picture, outcomes);
    }
    PlanAnswer answer =
        answers.answer(wanted, outcomes, PlanVerdicts.whole(picture, outcomes), plan);
    return submissions.keep(
        new Submissions.Request(
            call.key(), call.hash(), found.getId(), term.getId(), asking, known.last()),
        new Receipts.Sealed(result.entries(), entry),
        answer);
  }

  /**
   * Submits a returned line again as it is, with the seat that is still kept or as the choice it
   * was; the rules are asked again. Asked once more while it lies with the adviser, nothing
   * changes.
   *
   * @param line key of the line
   */
  @RolesAllowed({Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF})
  public Verdict again(String student, String term, long line) {
    Student found = scope.visible(student, Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF);
    seats.takeTurn(List.of(found.getId()));
    StudyPlan before =
        plans
            .of(found.getId(), wishes.term(term).getAcademicYear().getId())
            .orElseThrow(() -> new RegistrarException.NotFound("plan", term));
    if (before.isSubmitted(line)) {
      return Verdict.allowed();
    }
    Verdict verdict = before.mayResubmit(line);
    if (verdict.isAllowed()) {
      verdict = checker.again(found, before, line);
    }
    if (verdict.isAllowed()) {
      StudyPlan plan = before.submission().become(PlanLineStatus.SUBMITTED, Set.of(line));
      history.store(before, plan, "SUBMITTED", null);
      settling.again(plan, line, verdict);
    } else {
      history.refused(before, line, verdict);
    }
    return verdict;
  }

  /**
   * REG-5. Takes a line that holds no seat out of the plan, as a seat is given up; a confirmed one
   * too. Of a line with a seat the enrolment is given up instead.
   *
   * @param term code of the term
   * @param line key of the line
   */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void withdraw(String student, String term, long line) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    seats.takeTurn(List.of(found.getId()));
    Term of = wishes.term(term);
    StudyPlan before =
        plans
            .of(found.getId(), of.getAcademicYear().getId())
            .orElseThrow(() -> new RegistrarException.NotFound("plan", term));
    StudyPlanLine gone =
        before.lines().stream()
            .filter(one -> one.id() == line && one.term() == of.getId())
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("line", line));
    boolean office = access.may(Permissions.ENROL_ONBEHALF);
    Verdict verdict =
        before
            .mayWithdraw(gone)
            .and(
                Leaving.unseated(
                    gone.isDraft(),
                    office || windows.stages(found, of, time.now()).choosing().open(),
                    time.now().atZone(time.zone()),
                    windows.changesUntil(found, of)));
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    StudyPlan plan = before.become(PlanLineStatus.REMOVED, Set.of(line));
    history.store(before, plan, "CHANGED", null);
    history.left(found, plan, gone, sources.code(gone.discipline()));
  }

  private Wishes wanted(Student student, Term term, PlanRequest request) {
    if (!request.lines().isEmpty()) {
      return wishes.of(student, term, request);
    }
    return plans
        .of(student.getId(), term.getAcademicYear().getId())
        .map(plan -> wishes.of(student, term, plan, request.explanation()))
        .orElseGet(() -> wishes.of(student, term, request));
  }

  private TermPicture picture(Student student, Wishes wanted, PlanRequest request) {
    return pictures.of(
        student,
        wanted.term(),
        wanted.disciplines().values(),
        wanted.sections(),
        access.may(Permissions.ENROL_ONBEHALF),
        consents.toLate(request.explanation()));
  }
}
