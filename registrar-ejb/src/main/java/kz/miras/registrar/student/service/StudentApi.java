package kz.miras.registrar.student.service;

import static kz.miras.registrar.shared.service.ApiList.Field.date;
import static kz.miras.registrar.shared.service.ApiList.Field.flag;
import static kz.miras.registrar.shared.service.ApiList.Field.moment;
import static kz.miras.registrar.shared.service.ApiList.Field.names;
import static kz.miras.registrar.shared.service.ApiList.Field.number;
import static kz.miras.registrar.shared.service.ApiList.Field.text;
import static kz.miras.registrar.shared.service.ApiList.Field.uuid;

import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** Students, groups and orders as other programs read them. */
public final class StudentApi {

  /** Students; what identifies a person beside the name only with the right to read it. */
  public static final ApiList STUDENTS =
      ApiList.of(
              "students",
              Permissions.STUDENT_READ,
              "student s JOIN programme p ON p.id = s.programme_id LEFT JOIN student_group g ON g.id"
                  + " = s.group_id WHERE 1 = 1",
              "s.id",
              uuid("id", "s.uuid"),
              text("studentNo", "s.student_no"),
              text("lastName", "s.last_name"),
              text("firstName", "s.first_name"),
              text("patronymic", "s.patronymic"),
              text("iin", "s.iin").onlyWith(Permissions.STUDENT_READ_IDENTITY),
              date("birthDate", "s.birth_date").onlyWith(Permissions.STUDENT_READ_IDENTITY),
              text("phone", "s.phone").onlyWith(Permissions.STUDENT_READ_IDENTITY),
              text("email", "s.email"),
              text("code", "p.code").of("programme"),
              names("title", "p.name").of("programme"),
              text("group", "g.code"),
              number("courseYear", "s.course_year"),
              text("studyForm", "s.study_form"),
              text("studyLanguage", "s.study_language"),
              text("funding", "s.funding"),
              number("admissionYear", "s.admission_year"),
              text("status", "s.status"),
              flag("onMobility", "s.on_mobility"),
              moment("modifiedAt", "CONVERT_TZ(s.modified_at, @@session.time_zone, '+00:00')"))
          .filter("modifiedSince", "s.modified_at > FROM_UNIXTIME(?)", Kind.MOMENT)
          .filter("group", "g.code = ?", Kind.TEXT)
          .filter("programme", "p.code = ?", Kind.TEXT)
          .filter("status", "s.status = ?", Kind.TEXT)
          .sortedBy(
              "studentNo",
              "lastName",
              "firstName",
              "programme.code",
              "group",
              "courseYear",
              "admissionYear",
              "status",
              "modifiedAt");

  /** Academic groups. */
  public static final ApiList GROUPS =
      ApiList.of(
              "groups",
              Permissions.CATALOGUE_READ,
              "student_group g JOIN curriculum c ON c.id = g.curriculum_id JOIN programme p ON p.id ="
                  + " c.programme_id LEFT JOIN teacher a ON a.id = g.adviser_id WHERE 1 = 1",
              "g.id",
              uuid("id", "g.uuid"),
              text("code", "g.code"),
              text("code", "p.code").of("programme"),
              names("title", "p.name").of("programme"),
              text("language", "g.language"),
              text("personnelNo", "a.personnel_no").of("adviser"),
              number(
                  "students",
                  "(SELECT COUNT(*) FROM student s WHERE s.group_id = g.id AND s.status ="
                      + " 'STUDYING')"))
          .filter("programme", "p.code = ?", Kind.TEXT)
          .sortedBy("code", "programme.code", "language");

  /** Orders about students. */
  public static final ApiList ORDERS =
      ApiList.of(
              "orders",
              Permissions.ORDER_READ,
              "student_order o WHERE 1 = 1",
              "o.id",
              uuid("id", "o.uuid"),
              text("number", "o.number"),
              number("paragraph", "o.paragraph"),
              date("signedOn", "o.signed_on"),
              date("effectiveOn", "o.effective_on"),
              text("kind", "o.kind"),
              text("category", "o.category"),
              text("title", "o.title"),
              moment("appliedAt", "o.applied_at"),
              number(
                  "students",
                  "(SELECT COUNT(*) FROM student_order_line l WHERE l.order_id = o.id)"))
          .filter("kind", "o.kind = ?", Kind.TEXT)
          .filter("signedFrom", "o.signed_on >= ?", Kind.DATE)
          .filter(
              "student",
              "EXISTS (SELECT 1 FROM student_order_line l JOIN student z ON z.id = l.student_id"
                  + " WHERE l.order_id = o.id AND z.student_no = ?)",
              Kind.TEXT)
          .sortedBy("number", "paragraph", "signedOn", "effectiveOn", "kind", "appliedAt");

  /**
   * Whom an order is about, and what came of it for each; outcomes are null until it is applied.
   */
  public static final ApiList ORDER_STUDENTS =
      ApiList.of(
              "order-students",
              Permissions.ORDER_READ,
              "student_order_line l JOIN student_order o ON o.id = l.order_id JOIN student s ON s.id ="
                  + " l.student_id LEFT JOIN student_status_change c ON c.order_id = o.id AND"
                  + " c.student_id = s.id AND c.undoing = (SELECT MIN(z.undoing) FROM"
                  + " student_status_change z WHERE z.order_id = o.id AND z.student_id = s.id) WHERE"
                  + " 1 = 1",
              "l.id",
              uuid("id", "s.uuid"),
              text("studentNo", "s.student_no"),
              text("outcome", "l.outcome"),
              text("from", "c.from_status").of("status"),
              text("to", "c.to_status").of("status"))
          .filter("order", "o.uuid = ?", Kind.UUID)
          .sortedBy("studentNo", "outcome");

  private StudentApi() {}
}
