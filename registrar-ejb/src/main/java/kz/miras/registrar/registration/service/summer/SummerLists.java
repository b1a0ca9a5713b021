package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.summer.SummerApplicationStatus;
import kz.miras.registrar.registration.summer.SummerGroupStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.Advisers;

/** Disciplines and applications of the summer semester as lists. */
@ApplicationScoped
public class SummerLists implements ListSource {

  private static final String OF_PLAN =
      "summer_discipline d JOIN summer_plan p ON p.id = d.plan_id JOIN term t ON t.id = p.term_id"
          + " JOIN discipline c ON c.id = d.discipline_id";

  private static final Map<String, String> OWN =
      Map.of(
          "OWN_RECORD", "s.id = :student",
          "OWN_ADVISEES", Advisers.OWN_ADVISEES,
          "OWN_SCHOOL", "g.school_id IN (:schools)");

  @Override
  public List<ListView> lists() {
    return List.of(disciplines(), applications());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "summer-disciplines",
            "proposed",
            Permissions.SUMMER_PLAN,
            Due.Urgency.DUE,
            "d.proposed AND p.status = 'DRAFT'"),
        new Due(
            "summer-disciplines",
            "to-approve",
            Permissions.SUMMER_APPROVE,
            Due.Urgency.DUE,
            "p.status = 'SUBMITTED'"),
        new Due(
            "summer-disciplines",
            "undecided",
            Permissions.RETAKE_APPROVE,
            Due.Urgency.LATE,
            "p.status = 'APPROVED' AND d.status = 'PLANNED' AND p.applications_to <"
                + " university_today()"),
        new Due(
            "summer-applications",
            "to-check",
            Permissions.RETAKE_CHECK,
            Due.Urgency.DUE,
            "a.status = 'APPLIED' AND a.checked_at IS NULL"));
  }

  private static ListView disciplines() {
    return ListView.of(
            "summer-disciplines",
            Permissions.OFFERING_READ,
            OF_PLAN + " WHERE 1 = 1",
            "p.uuid",
            List.of(
                Column.text("term", "t.code").unsearched(),
                Column.text("discipline", "c.code"),
                Column.text("name_ru", "c.name_ru"),
                Column.text("name_kk", "c.name_kk").hidden(),
                Column.text("name_en", "c.name_en").hidden(),
                Column.language("language", "d.language"),
                Column.number("credits", "c.credits"),
                Column.number("minimum", "d.minimum"),
                Column.number("price", "d.price"),
                Column.number("individual_price", "d.individual_price").hidden(),
                Column.number("applications", SummerCounts.APPLICATIONS),
                Column.choice(
                    "status", "d.status", "registration.summer-group.", SummerGroupStatus.class)),
            "t.starts_on DESC, c.code, d.language",
            "/registration/summer.xhtml?id={id}")
        .scoped(Map.of("OWN_GROUPS", "p.status IN ('APPROVED', 'CLOSED')"));
  }

  private static ListView applications() {
    return ListView.of(
            "summer-applications",
            Permissions.RETAKE_READ,
            "summer_application a JOIN summer_discipline d ON d.id = a.summer_discipline_id JOIN"
                + " summer_plan p ON p.id = d.plan_id JOIN term t ON t.id = p.term_id JOIN"
                + " discipline c ON c.id = d.discipline_id JOIN student s ON s.id = a.student_id"
                + " JOIN programme g ON g.id = s.programme_id LEFT JOIN enrolment e ON e.id ="
                + " a.enrolment_id LEFT JOIN payment_request r ON r.enrolment_id = e.id AND"
                + " r.status IN ('REQUESTED', 'PAID') WHERE 1 = 1",
            "p.uuid",
            List.of(
                Column.text("term", "t.code").unsearched(),
                Column.text("student_no", "s.student_no"),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("programme", "g.code"),
                Column.number("course_year", "s.course_year"),
                Column.text("discipline", "c.code"),
                Column.language("language", "d.language"),
                Column.choice(
                    "purpose", "a.purpose", "registration.summer-purpose.", SummerPurpose.class),
                Column.choice(
                    "status",
                    "a.status",
                    "registration.summer-application.",
                    SummerApplicationStatus.class),
                Column.text("number", "r.number"),
                Column.flag("paid", "(r.status = 'PAID')"),
                Column.moment("applied_at", "a.applied_at"),
                Column.moment("checked_at", "a.checked_at"),
                Column.moment("agreed_at", "a.agreed_at").hidden()),
            "t.starts_on DESC, c.code, a.applied_at",
            "/registration/summer.xhtml?id={id}")
        .scoped(OWN);
  }
}
