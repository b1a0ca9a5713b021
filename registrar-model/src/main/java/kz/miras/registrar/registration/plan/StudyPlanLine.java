package kz.miras.registrar.registration.plan;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Language;

/**
 * A discipline of an individual study plan (domain 3.7). Immutable.
 *
 * @param id key; 0 until it is stored
 * @param term key of the term
 * @param discipline key of the discipline
 * @param offering key; null while only the discipline is chosen
 * @param section key of the group wished for, or had; null for any
 * @param stream key of the lecture stream wished for, or had; null for any
 * @param enrolment key of the enrolment with its seat or place in a queue; null for none
 * @param revision submission in which it was changed last
 * @param remark why it was given back; null for none
 * @param seatUntil a returned line keeps its seat until then; null otherwise
 * @param insteadOf key of the discipline of the term a draft is to take the place of, and one that
 *     waits for its seat where that discipline has none itself; null for none
 */
public record StudyPlanLine(
    long id,
    long term,
    long discipline,
    EnrolmentType type,
    Language language,
    Long offering,
    Long section,
    Long stream,
    Long enrolment,
    PlanLineStatus status,
    int revision,
    String remark,
    Instant seatUntil,
    Long insteadOf)
    implements Serializable {

  public StudyPlanLine {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(status, "status");
  }

  /** A line that is only chosen. */
  public static StudyPlanLine chosen(
      long term,
      long discipline,
      EnrolmentType type,
      Language language,
      Long offering,
      Long section,
      Long stream) {
    return new StudyPlanLine(
        0,
        term,
        discipline,
        type,
        language,
        offering,
        section,
        stream,
        null,
        PlanLineStatus.CHOSEN,
        0,
        null,
        null,
        null);
  }

  /** Whether it lies with its student alone: chosen, or given back and without a seat. */
  public boolean isDraft() {
    return enrolment == null
        && (status == PlanLineStatus.CHOSEN || status == PlanLineStatus.RETURNED);
  }

  /**
   * Whether it counts for whoever decides about the plan: what lies with its student alone does
   * not, what was given back counts while its seat is kept.
   */
  public boolean counts() {
    return !isDraft() && status != PlanLineStatus.REMOVED;
  }

  /** Whether adviser or office have decided for it. */
  public boolean isApproved() {
    return status == PlanLineStatus.APPROVED || status == PlanLineStatus.REGISTERED;
  }

  /**
   * IUP-1. Whether it stands as it is where it is taken so. The first group of a discipline that
   * was chosen before there were groups is no question any more, nor is the stream of one that
   * named none; whatever else changes of what was approved, its group and stream too, is one for
   * adviser and office.
   */
  public boolean standsAs(StudyPlanLine now) {
    boolean same = type == now.type && language == now.language;
    boolean there =
        offering == null || offering.equals(now.offering) && Objects.equals(section, now.section);
    boolean heard = offering == null || stream == null || stream.equals(now.stream);
    return same && (there && heard || !isApproved());
  }

  /** Whether a choice wants this discipline otherwise; where it names no section any will do. */
  public boolean differs(StudyPlanLine choice) {
    boolean otherwise = type != choice.type() || language != choice.language();
    boolean elsewhere = choice.offering() != null && !choice.offering().equals(offering);
    boolean grouped = choice.section() != null && !choice.section().equals(section);
    boolean lectured = choice.stream() != null && !choice.stream().equals(stream);
    return otherwise || elsewhere || grouped || lectured;
  }

  /** The line in another state, decided in a submission. */
  public StudyPlanLine become(PlanLineStatus next, int inRevision) {
    return new StudyPlanLine(
        id,
        term,
        discipline,
        type,
        language,
        offering,
        section,
        stream,
        enrolment,
        next,
        inRevision,
        null,
        null,
        insteadOf);
  }

  /** The line given back with a remark. */
  public StudyPlanLine giveBack(String why, Instant keepsSeatUntil) {
    return new StudyPlanLine(
        id,
        term,
        discipline,
        type,
        language,
        offering,
        section,
        stream,
        enrolment,
        PlanLineStatus.RETURNED,
        revision,
        Objects.requireNonNull(why, "why"),
        keepsSeatUntil,
        insteadOf);
  }

  /** The line with its seat, or without one any more. */
  public StudyPlanLine seated(Long atOffering, Long inGroup, Long inStream, Long byEnrolment) {
    return new StudyPlanLine(
        id,
        term,
        discipline,
        type,
        language,
        atOffering,
        inGroup,
        inStream,
        byEnrolment,
        status,
        revision,
        remark,
        byEnrolment == null ? null : seatUntil,
        insteadOf);
  }

  /** The same line taken for another reason or in another language. */
  public StudyPlanLine as(EnrolmentType newType, Language newLanguage) {
    return new StudyPlanLine(
        id,
        term,
        discipline,
        newType,
        newLanguage,
        offering,
        section,
        stream,
        enrolment,
        status,
        revision,
        remark,
        seatUntil,
        insteadOf);
  }

  /**
   * The same line, to take the place of another.
   *
   * @param other key of the discipline of that one; null for none
   */
  public StudyPlanLine insteadOf(Long other) {
    return new StudyPlanLine(
        id,
        term,
        discipline,
        type,
        language,
        offering,
        section,
        stream,
        enrolment,
        status,
        revision,
        remark,
        seatUntil,
        other);
  }

  /**
   * REG-33. Whether it may still take the place of another: a draft of whatever counts, and what
   * waits with an enrolment of what has none. A seat that waits for another one is told by its
   * enrolment.
   */
  boolean mayReplace(StudyPlanLine other) {
    boolean unseated = enrolment != null && other.enrolment == null;
    return other.term == term
        && other.discipline != discipline
        && other.counts()
        && (status == PlanLineStatus.CHOSEN || unseated);
  }
}
