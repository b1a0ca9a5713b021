package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;

/** Individual study plans as a list, narrowed to whom the caller may see. */
@ApplicationScoped
public class PlanLists implements ListSource {

  @Inject private DeanStep dean;
  @Inject private Access access;

  @Override
  public List<ListView> lists() {
    return List.of(plans());
  }

  @Override
  public List<Due> dues() {
    // the rules are asked for those only whom the answer concerns
    boolean asked = access.may(Permissions.PLAN_SIGN) || access.may(Permissions.PLAN_CONFIRM);
    String signs = asked ? dean.signs() : "FALSE";
    return List.of(
        new Due(
            "study-plans",
            "with-adviser",
            Permissions.PLAN_APPROVE,
            Due.Urgency.DUE,
            has("SUBMITTED")),
        new Due(
            "study-plans",
            "adviser-late",
            Permissions.PLAN_READ,
            Due.Urgency.LATE,
            has("SUBMITTED") + " AND v.escalated_at IS NOT NULL"),
        new Due(
            "study-plans",
            "to-sign",
            Permissions.PLAN_SIGN,
            Due.Urgency.NOTE,
            has("APPROVED")
                + " AND NOT "
                + has("SUBMITTED")
                + " AND v.signed_at IS NULL AND "
                + signs),
        new Due(
            "study-plans",
            "to-confirm",
            Permissions.PLAN_CONFIRM,
            Due.Urgency.DUE,
            has("APPROVED") + " AND (v.signed_at IS NOT NULL OR NOT " + signs + ")"));
  }

  /** By the lines that wait, whatever else stands in the plan. */
  private static String has(String status) {
    return "(v.status <> 'CLOSED' AND EXISTS (SELECT 1 FROM study_plan_line x WHERE x.plan_id = v.id"
        + " AND x.status = '"
        + status
        + "'))";
  }

  private static ListView plans() {
    return ListView.of(
            "study-plans",
            Permissions.PLAN_READ,
            "study_plan v JOIN student s ON s.id = v.student_id JOIN programme p ON p.id ="
                + " s.programme_id JOIN academic_year y ON y.id = v.academic_year_id LEFT JOIN"
                + " student_group g ON g.id = s.group_id LEFT JOIN teacher a ON a.id = s.adviser_id"
                + " WHERE 1 = 1",
            "v.uuid",
            List.of(
                Column.number("start_year", "y.start_year"),
                Column.text("student_no", "s.student_no"),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("programme", "p.code"),
                Column.choice("level", "p.level", "curriculum.level.", Level.class).hidden(),
                Column.number("course_year", "s.course_year"),
                Column.text("group", "g.code"),
                Column.text("adviser", "CONCAT_WS(' ', a.last_name, a.first_name)"),
                Column.choice("status", "v.status", "registration.plan-status.", PlanStatus.class),
                Column.number("credits", PlanCredits.OF_PLAN),
                Column.moment("submitted_at", "v.submitted_at"),
                Column.moment("registered_at", "v.registered_at").hidden()),
            "v.submitted_at DESC, s.last_name, s.first_name",
            "/registration/plan.xhtml?id={id}")
        .scoped(StudentLists.SCOPES);
  }
}
