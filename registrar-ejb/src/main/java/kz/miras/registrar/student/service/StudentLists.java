package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;

/** Students, groups and orders as lists, narrowed to whom the caller may see. */
@ApplicationScoped
public class StudentLists implements ListSource {

  /** Which students each scope reaches; {@code s} is the student, {@code p} the programme. */
  public static final Map<String, String> SCOPES =
      Map.of(
          "OWN_RECORD",
          "s.id = :student",
          "OWN_ADVISEES",
          Advisers.OWN_ADVISEES,
          "OWN_SCHOOL",
          "p.school_id IN (:schools)",
          "OWN_GROUPS",
          "EXISTS (SELECT 1 FROM enrolment e JOIN enrolment_place ep ON ep.enrolment_id = e.id"
              + " JOIN section_teacher st ON st.section_id = ep.section_id WHERE e.student_id ="
              + " s.id AND st.teacher_id = :teacher AND st.valid_from <= university_today() AND"
              + " (st.valid_to IS NULL OR st.valid_to >= university_today()))");

  @Override
  public List<ListView> lists() {
    return List.of(students(), groups(), orders());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "orders",
            "overdue",
            Permissions.ORDER_READ,
            Due.Urgency.LATE,
            "o.applied_at IS NULL AND o.effective_on < university_today()"),
        new Due(
            "orders",
            "coming",
            Permissions.ORDER_READ,
            Due.Urgency.NOTE,
            "o.applied_at IS NULL AND o.effective_on >= university_today()"),
        new Due(
            "students",
            "leave-over",
            Permissions.STUDENT_EDIT,
            Due.Urgency.LATE,
            "s.status = 'ON_LEAVE' AND (SELECT MAX(o.until_on) FROM student_order_line l JOIN"
                + " student_order o ON o.id = l.order_id WHERE l.student_id = s.id AND o.kind IN"
                + " ('LEAVE', 'LEAVE_EXTENSION') AND o.applied_at IS NOT NULL) <"
                + " university_today()"),
        new Due(
            "students",
            "no-group",
            Permissions.STUDENT_EDIT,
            Due.Urgency.WRONG,
            "s.status = 'STUDYING' AND s.group_id IS NULL"),
        new Due(
            "students",
            "no-adviser",
            Permissions.STUDENT_EDIT,
            Due.Urgency.WRONG,
            "s.status = 'STUDYING' AND s.adviser_id IS NULL"));
  }

  private static ListView students() {
    return ListView.of(
            "students",
            Permissions.STUDENT_READ,
            // every student has a programme; joined to the left, the index of names gives the order
            "student s LEFT JOIN programme p ON p.id = s.programme_id LEFT JOIN student_group g ON"
                + " g.id = s.group_id LEFT JOIN teacher a ON a.id = s.adviser_id WHERE 1 = 1",
            "s.uuid",
            List.of(
                Column.text("student_no", "s.student_no").unsearched(),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)")
                    .unsearched(),
                Column.folded("search", "s.search_text"),
                Column.text("programme", "p.code").unsearched(),
                Column.text("group", "g.code").unsearched(),
                Column.number("course_year", "s.course_year"),
                Column.choice("status", "s.status", "student.status.", StudentStatus.class),
                Column.choice("study_form", "s.study_form", "student.form.", StudyForm.class)
                    .hidden(),
                Column.language("study_language", "s.study_language").hidden(),
                Column.choice("funding", "s.funding", "student.funding.", Funding.class).hidden(),
                Column.number("admission_year", "s.admission_year").hidden(),
                Column.text("adviser", "CONCAT_WS(' ', a.last_name, a.first_name)")
                    .unsearched()
                    .hidden()),
            "s.last_name, s.first_name, s.student_no",
            "/student/card.xhtml?id={id}")
        .scoped(SCOPES);
  }

  private static ListView groups() {
    return ListView.of(
        "groups",
        Permissions.CATALOGUE_READ,
        "student_group g JOIN curriculum c ON c.id = g.curriculum_id JOIN programme p ON p.id ="
            + " c.programme_id LEFT JOIN teacher a ON a.id = g.adviser_id WHERE 1 = 1",
        "g.code",
        List.of(
            Column.text("code", "g.code"),
            Column.text("programme", "p.code"),
            Column.number("admission_year", "c.admission_year"),
            Column.language("language", "g.language"),
            Column.text("adviser", "CONCAT_WS(' ', a.last_name, a.first_name)"),
            Column.number("students", "(SELECT COUNT(*) FROM student s WHERE s.group_id = g.id)")),
        "g.code",
        "/office/record.xhtml?list=groups&code={id}");
  }

  /** An order is seen by those who see a student it names. */
  private static Map<String, String> ofOrders() {
    return SCOPES.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                scope ->
                    "EXISTS (SELECT 1 FROM student_order_line l JOIN student s ON s.id ="
                        + " l.student_id JOIN programme p ON p.id = s.programme_id WHERE"
                        + " l.order_id = o.id AND "
                        + scope.getValue()
                        + ")"));
  }

  private static ListView orders() {
    return ListView.of(
            "orders",
            Permissions.ORDER_READ,
            "student_order o WHERE 1 = 1",
            "o.uuid",
            List.of(
                Column.text("number", "o.number"),
                Column.date("signed_on", "o.signed_on"),
                Column.date("effective_on", "o.effective_on"),
                Column.choice("kind", "o.kind", "student.order-kind.", OrderKind.class),
                Column.text("title", "o.title"),
                Column.number(
                    "students",
                    "(SELECT COUNT(*) FROM student_order_line l WHERE l.order_id = o.id)"),
                Column.moment("applied_at", "o.applied_at")),
            "o.signed_on DESC, o.number",
            "/student/order.xhtml?id={id}")
        .scoped(ofOrders());
  }
}
