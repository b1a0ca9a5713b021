package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.summer.ClosingReport;
import kz.miras.registrar.registration.summer.ClosingReport.Act;
import kz.miras.registrar.registration.summer.ClosingReport.Figures;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerPlan;

/**
 * What a summer semester comes to at this moment: applications, payments, groups, credits, income
 * against cost, results as far as sheets are posted, and attendance as far as it was checked.
 */
@ApplicationScoped
class SummerFigures {

  @Inject private Summers summers;
  @Inject private SummerQueries queries;
  @Inject private SummerCounts counts;
  @Inject private AttendanceFigures attendance;

  /**
   * The report of this moment.
   *
   * @param act null for a preview
   */
  ClosingReport now(SummerPlan plan, Act act) {
    SummerView view = queries.plan(plan.getUuid().toString());
    Map<Long, SummerCounts.Results> results = counts.results(plan.getId());
    Map<String, SummerDiscipline> disciplines = new HashMap<>();
    summers.disciplines(plan).forEach(one -> disciplines.put(one.getUuid().toString(), one));
    List<ClosingReport.Line> lines =
        view.disciplines().stream()
            .map(
                one -> {
                  SummerDiscipline discipline = disciplines.get(one.id());
                  return new ClosingReport.Line(
                      one.code(),
                      one.name(),
                      one.language(),
                      one.status(),
                      one.reason(),
                      figures(
                          one,
                          results.getOrDefault(discipline.getId(), SummerCounts.Results.NONE),
                          discipline.getOfferingId() == null
                              ? AttendanceFigures.Figures.NONE
                              : attendance.of(discipline.getOfferingId())));
                })
            .toList();
    return new ClosingReport(
        view.term(), view.begins(), view.ends(), view.weeks(), view.decision(), act, lines);
  }

  private static Figures figures(
      SummerView.Line of, SummerCounts.Results results, AttendanceFigures.Figures attended) {
    return new Figures(
        of.applications(),
        of.paid(),
        of.groups(),
        of.enrolled(),
        of.enrolled() * of.credits(),
        of.money().income(),
        of.status().isTaught() ? of.money().cost() : null,
        results.passed(),
        results.failed(),
        attended.checks(),
        attended.tally(),
        attended.flagged());
  }
}
