package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * What students study at another university: a line of the plan the office has confirmed, without a
 * group of ours. The caller holds the turn of the student.
 */
@ApplicationScoped
public class ElsewhereLines {

  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private UniversityTime time;

  /** Confirms a discipline that is studied elsewhere; nothing where the plan has it. */
  public void add(
      long student,
      Term term,
      long discipline,
      EnrolmentType type,
      Language language,
      String author) {
    StudyPlan before = plans.ofOrNew(student, term.getAcademicYear().getId());
    StudyPlanLine line =
        before
            .line(term.getId(), discipline)
            .orElseGet(
                () ->
                    StudyPlanLine.chosen(
                        term.getId(), discipline, type, language, null, null, null));
    if (line.enrolment() == null) {
      StudyPlanLine now = line.become(PlanLineStatus.REGISTERED, before.revision());
      keep(
          before,
          line.id() == 0 ? before.add(now) : before.with(Set.of(line.id()), old -> now),
          author);
    }
  }

  /** Takes it out again; nothing where the plan has it no more. */
  public void remove(long student, Term term, long discipline, String author) {
    plans
        .of(student, term.getAcademicYear().getId())
        .ifPresent(
            before ->
                before
                    .line(term.getId(), discipline)
                    .filter(line -> line.enrolment() == null)
                    .ifPresent(
                        line ->
                            keep(
                                before,
                                before.become(PlanLineStatus.REMOVED, List.of(line.id())),
                                author)));
  }

  private void keep(StudyPlan before, StudyPlan plan, String author) {
    history.store(before, plan, "CHANGED", null, author, time.now().truncatedTo(ChronoUnit.MICROS));
  }
}
