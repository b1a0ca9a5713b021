package kz.miras.registrar.registration.service.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.plan.PlanProgress;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;

/** Who is how far with the plan of a coming term, student by student. */
@ApplicationScoped
public class ProgressLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "plan-progress",
                Permissions.CAMPAIGN_READ,
                ProgressSql.FROM + " AND t.ends_on >= university_today()",
                "s.uuid",
                List.of(
                    Column.text("student_no", "s.student_no"),
                    Column.text(
                        "full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                    Column.text("term", "t.code").unsearched(),
                    Column.text("school", "u.code").unsearched(),
                    Column.text("programme", "p.code").unsearched(),
                    Column.choice("level", "p.level", "curriculum.level.", Level.class).hidden(),
                    Column.number("course_year", "s.course_year"),
                    Column.text("group", "g.code").unsearched(),
                    Column.text("adviser", ProgressSql.ADVISER).unsearched(),
                    Column.flag("no_adviser", "a.id IS NULL").hidden(),
                    Column.choice(
                        "progress",
                        ProgressSql.STATE,
                        "registration.progress.",
                        PlanProgress.class),
                    Column.number("credits", ProgressSql.CREDITS),
                    Column.flag("waits", ProgressSql.WAITS + " > 0")),
                "t.starts_on, s.last_name, s.first_name, s.student_no",
                "/student/card.xhtml?id={id}")
            .scoped(StudentLists.SCOPES));
  }
}
