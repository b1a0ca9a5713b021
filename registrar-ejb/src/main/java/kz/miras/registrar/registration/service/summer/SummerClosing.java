package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.registration.summer.ClosingReport;
import kz.miras.registrar.registration.summer.ClosingReport.Act;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** SUM-14. Closes a summer semester: what it came to is kept in the same transaction. */
@ApplicationScoped
class SummerClosing {

  @Inject private SummerFigures figures;
  @Inject private ClosingReports reports;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Keeps the report, writes its checksum and its sums into the sealed audit trail, and closes the
   * plan, which the caller has locked and judged.
   *
   * @param login of who closes it
   */
  void close(SummerPlan plan, String login) {
    // the database keeps no more of an instant
    Instant at = time.now().truncatedTo(ChronoUnit.MICROS);
    ClosingReport report = figures.now(plan, new Act(login, reports.name(login), at));
    reports.keep(plan.getId(), report);
    audit.record(
        "summer.report",
        "SummerPlan",
        plan.getId(),
        null,
        Json.write(
            Map.of(
                "term", report.term(),
                "checksum", Checksum.shown(report.checksum()),
                "total", report.total())));
    plan.close(login, at);
  }
}
