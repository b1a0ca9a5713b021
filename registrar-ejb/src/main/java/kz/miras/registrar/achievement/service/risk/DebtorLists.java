package kz.miras.registrar.achievement.service.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.StudentStatus;

/** Who owes what, debt by debt: advisers see their advisees, deans their school. */
@ApplicationScoped
public class DebtorLists implements ListSource {

  private static final String CODE = "debtors";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                CODE,
                Permissions.RISK_READ,
                "student_debt"
                    + WatchedStudents.JOINED
                    + " WHERE s.status IN ('STUDYING', 'ON_LEAVE')",
                "CONCAT(s.uuid, '\t', k.place)",
                List.of(
                    WatchedStudents.name(),
                    Column.text("student_no", "s.student_no"),
                    Column.text("group", "g.code"),
                    Column.number("course_year", "s.course_year"),
                    Column.text("discipline", "k.code"),
                    Column.text("name_ru", "k.name_ru"),
                    Column.number("credits", "k.credits"),
                    Column.choice("debt_cause", "k.cause", "achievement.debt.", Debt.Cause.class),
                    Column.text("debt_sign", "k.sign").unsearched(),
                    Column.text("debt_since", "k.since_term").unsearched(),
                    Column.date("debt_until", "k.until_on"),
                    Column.choices(
                        "debt_ways",
                        "k.ways",
                        "achievement.way.",
                        Arrays.stream(DebtWay.Kind.values()).map(Enum::name).toList()),
                    Column.date("way_until", "k.way_until"),
                    Column.number(
                        "debt_credits",
                        "(SELECT SUM(q.credits) FROM student_debt q WHERE q.student_id ="
                            + " k.student_id)"),
                    Column.date("judged_on", "k.judged_on"),
                    Column.text("name_kk", "k.name_kk").hidden(),
                    Column.text("name_en", "k.name_en").hidden(),
                    Column.text("programme", "p.code").unsearched().hidden(),
                    WatchedStudents.school(),
                    Column.choice("status", "s.status", "student.status.", StudentStatus.class)
                        .hidden(),
                    WatchedStudents.adviser()),
                "s.last_name, s.first_name, s.id, k.place",
                "/student/card.xhtml?id={id.1}")
            .scoped(WatchedStudents.SCOPES));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            CODE,
            "overdue",
            Permissions.RISK_READ,
            Due.Urgency.NOTE,
            "k.until_on < university_today()"));
  }
}
