package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.student.service.Students;

/**
 * The plan of a student follows what becomes of the enrolments: whom the office enrols gets a
 * confirmed line, a line whose enrolment ends leaves the plan, one whose group was closed comes
 * back to the student, and who gets a seat from a waiting list is told.
 */
@ApplicationScoped
class PlanFollower {

  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private EnrolmentRows rows;
  @Inject private PlanSources sources;
  @Inject private Students students;
  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private Notices notices;

  void followed(@Observes EnrolmentChange change) {
    if (change.planned()) {
      return;
    }
    Offering offering = offerings.offering(change.offeringId()).orElseThrow();
    Term term = calendars.term(offering.getTermId()).orElseThrow();
    if (change.promoted()) {
      promoted(change, offering, term);
      swapped(change, offering, term);
      return;
    }
    switch (change.status()) {
      case ENROLLED -> {
        swapped(change, offering, term);
        enrolled(change, offering, term);
      }
      case DROPPED, WITHDRAWN -> gone(change, term, PlanLineStatus.REMOVED);
      case CANCELLED_BY_OR -> {
        gone(change, term, PlanLineStatus.RETURNED);
        notices.tellStudent(
            change.studentId(),
            "registration.notice.cancelled",
            PlanQueries.OWN_PAGE,
            offering.getCode(),
            change.reason() == null ? "" : change.reason());
      }
      default -> {
        // a request or a queue is no matter of the plan until it has been submitted
      }
    }
  }

  /** Whoever waited for any group may have a seat in another one than the plan was made with. */
  private void promoted(EnrolmentChange change, Offering offering, Term term) {
    Long group = place(change, SectionKind.GROUP);
    Long stream = place(change, SectionKind.LECTURE);
    StudyPlan before = plans.of(change.studentId(), term.getAcademicYear().getId()).orElse(null);
    StudyPlanLine line = before == null ? null : before.of(change.enrolmentId()).orElse(null);
    boolean same = line == null || Objects.equals(line.section(), group);
    if (line != null) {
      StudyPlanLine now = line.seated(offering.getId(), group, stream, change.enrolmentId());
      StudyPlan plan = left(before.with(Set.of(line.id()), was -> now), line);
      if (!plan.lines().equals(before.lines())) {
        history.store(before, plan, "CHANGED", null);
      }
    }
    if (same) {
      notices.tellStudent(
          change.studentId(),
          "registration.notice.promoted",
          PlanQueries.OWN_PAGE,
          offering.getCode());
      return;
    }
    notices.tellStudent(
        change.studentId(),
        "registration.notice.promoted-group",
        PlanQueries.OWN_PAGE,
        offering.getCode(),
        offerings.section(group).map(Section::getCode).orElse("?"));
  }

  /** A seat from a queue that took the place of another: the line moves, or the other one goes. */
  private void swapped(EnrolmentChange change, Offering offering, Term term) {
    Long old = rows.read(change.enrolmentId()).map(EnrolmentRows.Stored::replaces).orElse(null);
    StudyPlan before = plans.of(change.studentId(), term.getAcademicYear().getId()).orElse(null);
    if (old == null || before == null) {
      return;
    }
    before
        .of(old)
        .ifPresent(
            line -> {
              boolean same = line.discipline() == offering.getDisciplineId();
              StudyPlanLine now =
                  same
                      ? taken(line, change, offering, before.revision())
                      : line.become(PlanLineStatus.REMOVED, before.revision());
              history.store(before, before.with(Set.of(line.id()), was -> now), "CHANGED", null);
            });
  }

  /** What is taken otherwise than it was approved lies with the adviser for that. */
  private StudyPlanLine taken(
      StudyPlanLine line, EnrolmentChange change, Offering offering, int revision) {
    StudyPlanLine now =
        line.as(change.type(), offering.getLanguage())
            .seated(
                offering.getId(),
                place(change, SectionKind.GROUP),
                place(change, SectionKind.LECTURE),
                change.enrolmentId());
    return line.standsAs(now) ? now : now.become(PlanLineStatus.SUBMITTED, revision);
  }

  /**
   * Whom the office enrols has the line confirmed by that. A line that has asked for this very seat
   * goes on to adviser and office: its payment or turn decides about the seat alone.
   */
  private void enrolled(EnrolmentChange change, Offering offering, Term term) {
    StudyPlan before = plans.ofOrNew(change.studentId(), term.getAcademicYear().getId());
    StudyPlan plan = before;
    StudyPlanLine line =
        plan.line(term.getId(), offering.getDisciplineId())
            .orElseGet(
                () ->
                    StudyPlanLine.chosen(
                        term.getId(),
                        offering.getDisciplineId(),
                        change.type(),
                        offering.getLanguage(),
                        null,
                        null,
                        null));
    boolean asked = line.enrolment() != null && line.enrolment() == change.enrolmentId();
    StudyPlanLine now =
        (asked ? line : confirmed(line, change, offering, plan.revision()))
            .seated(
                offering.getId(),
                place(change, SectionKind.GROUP),
                place(change, SectionKind.LECTURE),
                change.enrolmentId());
    plan = line.id() == 0 ? plan.add(now) : plan.with(Set.of(line.id()), old -> now);
    history.store(before, asked ? left(plan, line) : plan, "CHANGED", null);
  }

  /**
   * REG-33. What a line has waited to take the place of without a seat goes once it has its own.
   */
  private static StudyPlan left(StudyPlan plan, StudyPlanLine line) {
    return Optional.ofNullable(line.insteadOf())
        .flatMap(other -> plan.line(line.term(), other))
        .filter(old -> old.enrolment() == null && old.counts())
        .map(old -> plan.become(PlanLineStatus.REMOVED, Set.of(old.id())))
        .orElse(plan);
  }

  /** What the office enrols in is confirmed as it is taken now, however it was chosen. */
  private static StudyPlanLine confirmed(
      StudyPlanLine line, EnrolmentChange change, Offering offering, int revision) {
    return line.as(change.type(), offering.getLanguage())
        .insteadOf(null)
        .become(PlanLineStatus.REGISTERED, revision);
  }

  /** The section of a kind it has a seat in; null where there is none. */
  private Long place(EnrolmentChange change, SectionKind kind) {
    return change.sections().stream()
        .map(offerings::section)
        .flatMap(Optional::stream)
        .filter(section -> section.getKind() == kind)
        .map(Section::getId)
        .findFirst()
        .orElse(null);
  }

  private void gone(EnrolmentChange change, Term term, PlanLineStatus to) {
    StudyPlan before = plans.of(change.studentId(), term.getAcademicYear().getId()).orElse(null);
    if (before == null) {
      return;
    }
    for (StudyPlanLine line : before.lines()) {
      if (line.enrolment() != null && line.enrolment() == change.enrolmentId()) {
        // a line that was given back stays so when its seat is released
        boolean stays = line.status() == PlanLineStatus.RETURNED;
        // and it keeps where it was, so that it can be submitted there again
        boolean kept = stays && change.status() != EnrolmentStatus.CANCELLED_BY_OR;
        StudyPlan plan =
            before.with(
                Set.of(line.id()),
                old ->
                    (stays
                            ? old
                            : to == PlanLineStatus.RETURNED
                                ? old.giveBack(
                                    change.reason() == null ? "—" : change.reason(), null)
                                : old.become(to, before.revision()))
                        .seated(
                            kept ? old.offering() : null,
                            kept ? old.section() : null,
                            kept ? old.stream() : null,
                            null));
        history.store(before, plan, "CHANGED", change.reason());
        if (to == PlanLineStatus.REMOVED && !stays) {
          students
              .byId(change.studentId())
              .ifPresent(
                  student -> history.left(student, plan, line, sources.code(line.discipline())));
        }
      }
    }
  }
}
