package kz.miras.registrar.registration.plan;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * IUP-1. The individual study plan of one student and academic year. Immutable: every step answers
 * the plan as it becomes; its state follows from its lines, so an amendment passes adviser and
 * office again with the changed lines only.
 *
 * @param link public id
 * @param year key of the academic year
 * @param revision how often something was submitted
 * @param version how often anything of it was stored
 * @param submittedVersion how often anything but drafts was stored; for whoever decides, another
 *     one is another plan
 * @param signed whether the dean has signed what the adviser approved
 * @param lines without removed ones
 */
public record StudyPlan(
    long id,
    UUID link,
    long student,
    long year,
    PlanStatus status,
    int revision,
    int version,
    int submittedVersion,
    boolean signed,
    List<StudyPlanLine> lines)
    implements Serializable {

  public StudyPlan {
    lines = List.copyOf(lines);
  }

  /** A plan nothing is chosen in yet. */
  public static StudyPlan empty(long id, UUID link, long student, long year) {
    return new StudyPlan(id, link, student, year, PlanStatus.DRAFT, 0, 0, 0, false, List.of());
  }

  /** The line of a discipline in a term. */
  public Optional<StudyPlanLine> line(long term, long discipline) {
    return lines.stream()
        .filter(line -> line.term() == term && line.discipline() == discipline)
        .filter(line -> line.status() != PlanLineStatus.REMOVED)
        .findFirst();
  }

  /** The line an enrolment belongs to. */
  public Optional<StudyPlanLine> of(long enrolment) {
    return lines.stream()
        .filter(line -> line.enrolment() != null && line.enrolment() == enrolment)
        .findFirst();
  }

  /** Lines in a state. */
  public List<StudyPlanLine> in(PlanLineStatus wanted) {
    return lines.stream().filter(line -> line.status() == wanted).toList();
  }

  /** Whether one may decide this about these lines; refused where there is nothing to decide. */
  public Verdict may(PlanLineStatus next, Collection<Long> ids) {
    if (status == PlanStatus.CLOSED) {
      return Verdict.refused(Refusal.of("registration.plan.closed", "IUP-1"));
    }
    List<StudyPlanLine> meant = lines.stream().filter(l -> ids.contains(l.id())).toList();
    boolean all = !meant.isEmpty() && meant.stream().allMatch(l -> status.lets(l.status(), next));
    return all
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.plan.not-now", "IUP-1", next));
  }

  /**
   * Whether a line may be submitted again as it is ({@link PlanLineStatus#isResubmitted}). A line
   * that is only chosen is submitted, not submitted again.
   *
   * @param id key of the line
   */
  public Verdict mayResubmit(long id) {
    return mayReturn(
        id, line -> line.status().isResubmitted(line.enrolment() != null, line.offering() != null));
  }

  private Verdict mayReturn(long id, Predicate<StudyPlanLine> fits) {
    return lines.stream().filter(line -> line.id() == id).anyMatch(fits)
        ? may(PlanLineStatus.SUBMITTED, List.of(id))
        : Verdict.refused(
            Refusal.of("registration.plan.not-now", "IUP-1", PlanLineStatus.SUBMITTED));
  }

  /** Whether anything is submitted into it: not once its year is over. */
  public Verdict maySubmit() {
    return status == PlanStatus.CLOSED
        ? Verdict.refused(Refusal.of("registration.plan.closed", "IUP-1"))
        : Verdict.allowed();
  }

  /** Whether a line lies with the adviser already. */
  public boolean isSubmitted(long id) {
    return in(PlanLineStatus.SUBMITTED).stream().anyMatch(line -> line.id() == id);
  }

  /**
   * Whether a line may take a seat anew: it was given back, and its seat was released meanwhile.
   *
   * @param term key of its term
   * @param id key of the line
   */
  public Verdict maySeatAnew(long term, long id) {
    return mayReturn(
        id,
        line ->
            line.term() == term
                && line.status().isSeatedAnew(line.enrolment() != null, line.offering() != null));
  }

  /**
   * Whether a choice is kept as a draft: not in a year that is over; and a line that lies with
   * adviser or office, or is confirmed, stands as it is until it is submitted otherwise, which the
   * warning says.
   *
   * @param choice as {@link StudyPlanLine#chosen}
   */
  public Verdict mayChoose(StudyPlanLine choice) {
    Verdict open = maySubmit();
    return !open.isAllowed()
        ? open
        : line(choice.term(), choice.discipline())
            .filter(line -> !line.isDraft() && line.differs(choice))
            .map(
                line ->
                    Verdict.warning(Refusal.of("registration.plan.stands", "IUP-1", line.status())))
            .orElse(Verdict.allowed());
  }

  /** The plan with a choice kept as a draft; a line that stands as it is does so. */
  public StudyPlan choose(StudyPlanLine choice) {
    return line(choice.term(), choice.discipline())
        .map(
            there ->
                there.isDraft()
                    ? with(
                        List.of(there.id()),
                        line ->
                            line.as(choice.type(), choice.language())
                                .seated(choice.offering(), choice.section(), choice.stream(), null)
                                .insteadOf(choice.insteadOf()))
                    : this)
        .orElseGet(() -> add(choice));
  }

  /**
   * IUP-2. The plan with a line without a section confirmed by the office at once, as presets do
   * for practice, research work and attestation; what lies with adviser or office stays there.
   *
   * @param choice as {@link StudyPlanLine#chosen}
   */
  public StudyPlan confirm(StudyPlanLine choice) {
    StudyPlan drafted = choose(choice);
    return drafted.with(
        drafted.lines.stream().map(StudyPlanLine::id).toList(),
        line ->
            line.term() == choice.term()
                    && line.discipline() == choice.discipline()
                    && line.isDraft()
                ? line.become(PlanLineStatus.REGISTERED, revision)
                : line);
  }

  /** Whether the dean may sign ({@link PlanStatus#isSignable}). */
  public Verdict maySign() {
    return status.isSignable(signed, lines.stream().map(StudyPlanLine::status).toList())
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.plan.not-approved", "IUP-1", status));
  }

  /** Whether a line may be taken out of the plan; one with an enrolment goes with that. */
  public Verdict mayWithdraw(StudyPlanLine line) {
    return line.status().isWithdrawn(line.enrolment() != null)
        ? may(PlanLineStatus.REMOVED, List.of(line.id()))
        : Verdict.refused(Refusal.of("registration.plan.not-now", "IUP-1", PlanLineStatus.REMOVED));
  }

  /** A further submission begins. */
  public StudyPlan submission() {
    return new StudyPlan(
        id, link, student, year, status, revision + 1, version, submittedVersion, false, lines);
  }

  /** The plan with these lines changed so. */
  public StudyPlan with(Collection<Long> ids, UnaryOperator<StudyPlanLine> change) {
    return having(lines.stream().map(l -> ids.contains(l.id()) ? change.apply(l) : l).toList());
  }

  /** These lines pass to another state in the running submission. */
  public StudyPlan become(PlanLineStatus next, Collection<Long> ids) {
    return with(ids, line -> line.become(next, revision));
  }

  /**
   * IUP-5. Gives lines back.
   *
   * @param remarks why, by key of line
   * @param keepSeatUntil until when their seats are kept
   */
  public StudyPlan giveBack(Map<Long, String> remarks, Instant keepSeatUntil) {
    return with(
        remarks.keySet(),
        line ->
            line.giveBack(remarks.get(line.id()), line.enrolment() == null ? null : keepSeatUntil));
  }

  /** The plan with one more line. */
  public StudyPlan add(StudyPlanLine line) {
    List<StudyPlanLine> more = new ArrayList<>(lines);
    more.add(line);
    return having(more);
  }

  /**
   * IUP-1. Whether nothing differs but drafts, which lie with the student alone: for adviser, dean
   * and office it is the same plan then.
   */
  public boolean differsInDraftsOnly(StudyPlan other) {
    return revision == other.revision
        && signed == other.signed
        && (status == PlanStatus.CLOSED) == (other.status == PlanStatus.CLOSED)
        && submitted().equals(other.submitted());
  }

  private Set<StudyPlanLine> submitted() {
    return lines.stream().filter(StudyPlanLine::counts).collect(Collectors.toSet());
  }

  /** The plan of a year that is over: nothing is decided about it any more. */
  public StudyPlan close() {
    return new StudyPlan(
        id,
        link,
        student,
        year,
        PlanStatus.CLOSED,
        revision,
        version,
        submittedVersion,
        signed,
        lines);
  }

  /** The plan signed by the dean. */
  public StudyPlan sign() {
    return new StudyPlan(
            id, link, student, year, status, revision, version, submittedVersion, true, lines)
        .having(lines);
  }

  private StudyPlan having(List<StudyPlanLine> changed) {
    PlanStatus then =
        status == PlanStatus.CLOSED
            ? status
            : PlanStatus.of(changed.stream().map(StudyPlanLine::status).toList(), signed);
    List<StudyPlanLine> now = changed.stream().map(line -> replacing(line, changed)).toList();
    return new StudyPlan(
        id, link, student, year, then, revision, version, submittedVersion, signed, now);
  }

  /** A line forgets what it was to take the place of where that is not there any more. */
  private static StudyPlanLine replacing(StudyPlanLine line, List<StudyPlanLine> all) {
    return line.insteadOf() == null
            || all.stream()
                .filter(other -> line.insteadOf() == other.discipline())
                .anyMatch(line::mayReplace)
        ? line
        : line.insteadOf(null);
  }
}
