package kz.miras.registrar.achievement.service.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Students at risk as a list: advisers see their advisees, deans their school. */
@ApplicationScoped
public class RiskLists implements ListSource {

  private static final String CODE = "risks";

  private static final List<String> RULES =
      List.of("RSK-1", "RSK-2", "RSK-3", "RSK-4", "RSK-5", "RSK-6");

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                CODE,
                Permissions.RISK_READ,
                "student_risk" + WatchedStudents.JOINED + " WHERE s.status = 'STUDYING'",
                "s.uuid",
                List.of(
                    WatchedStudents.name(),
                    Column.text("student_no", "s.student_no"),
                    Column.text("programme", "p.code").unsearched(),
                    Column.text("group", "g.code"),
                    Column.number("course_year", "s.course_year"),
                    Column.choices("risk_reasons", "k.rules", "achievement.risk.rule.", RULES),
                    Column.number("risk_count", "k.reasons"),
                    Column.number("lowest_rating", "k.lowest_rating"),
                    Column.number("absences", "k.absences").hidden(),
                    Column.number("debt_credits", "k.debt_credits"),
                    Column.number("gpa", "k.gpa"),
                    Column.number("threshold", "k.threshold").hidden(),
                    Column.date("risk_since", "k.since_on"),
                    Column.date("judged_on", "k.judged_on").hidden(),
                    WatchedStudents.adviser(),
                    WatchedStudents.school()),
                "k.reasons DESC, s.last_name, s.first_name, s.id",
                "/achievement/risk.xhtml?id={id}")
            .scoped(WatchedStudents.SCOPES));
  }

  @Override
  public List<Due> dues() {
    return List.of(new Due(CODE, "all", Permissions.RISK_READ, Due.Urgency.NOTE, "1 = 1"));
  }
}
