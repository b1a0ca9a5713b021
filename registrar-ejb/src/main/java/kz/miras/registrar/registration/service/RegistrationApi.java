package kz.miras.registrar.registration.service;

import static kz.miras.registrar.shared.service.ApiList.Field.moment;
import static kz.miras.registrar.shared.service.ApiList.Field.names;
import static kz.miras.registrar.shared.service.ApiList.Field.number;
import static kz.miras.registrar.shared.service.ApiList.Field.text;
import static kz.miras.registrar.shared.service.ApiList.Field.texts;
import static kz.miras.registrar.shared.service.ApiList.Field.uuid;
import static kz.miras.registrar.shared.service.ApiList.part;

import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** What is offered and who is enrolled in it, as other programs read it. */
public final class RegistrationApi {

  private static final String ENROLMENTS =
      "enrolment e JOIN student s ON s.id = e.student_id JOIN offering o ON o.id = e.offering_id"
          + " JOIN discipline d ON d.id = o.discipline_id JOIN term t ON t.id = o.term_id WHERE ";

  /** Disciplines offered in terms. */
  public static final ApiList OFFERINGS =
      ApiList.of(
              "course-offerings",
              Permissions.OFFERING_READ,
              "offering o JOIN discipline d ON d.id = o.discipline_id JOIN term t ON t.id = o.term_id"
                  + " WHERE 1 = 1",
              "o.id",
              uuid("id", "o.uuid"),
              text("code", "o.code"),
              text("academicSession", "t.code"),
              uuid("id", "d.uuid").of("course"),
              text("code", "d.code").of("course"),
              names("title", "d.name").of("course"),
              number("credits", "d.credits"),
              text("language", "o.language"),
              text("status", "o.status"),
              texts(
                  "sections",
                  "(SELECT GROUP_CONCAT(x.code ORDER BY x.code SEPARATOR ',') FROM section x WHERE"
                      + " x.offering_id = o.id AND x.status = 'OPEN')"),
              number(
                  "enrolled",
                  "(SELECT COUNT(*) FROM enrolment e WHERE e.offering_id = o.id AND e.status IN"
                      + " ('ENROLLED', 'COMPLETED'))"))
          .filter("academicSession", "t.code = ?", Kind.TEXT)
          .filter("course", "d.code = ?", Kind.TEXT)
          .filter("status", "o.status = ?", Kind.TEXT)
          .sortedBy(
              "code",
              "academicSession",
              "course.code",
              "course.title.kk",
              "course.title.ru",
              "course.title.en",
              "language",
              "status");

  /** Who is enrolled, waits or was enrolled. */
  public static final ApiList ENROLLMENTS =
      ApiList.of(
              "enrollments",
              Permissions.ENROL_READ,
              ENROLMENTS + "1 = 1",
              "e.id",
              uuid("id", "e.uuid"),
              uuid("id", "s.uuid").of("student"),
              text("studentNo", "s.student_no").of("student"),
              text("type", "e.type"),
              text("status", "e.status"),
              number("attempt", "e.attempt_no"),
              texts(
                  "sections",
                  "(SELECT GROUP_CONCAT(x.code ORDER BY x.code SEPARATOR ',') FROM enrolment_place ep"
                      + " JOIN section x ON x.id = ep.section_id WHERE ep.enrolment_id = e.id)"),
              moment("enrolledAt", "e.enrolled_at"),
              moment("endedAt", "e.ended_at"))
          .filter("offering", "o.uuid = ?", Kind.UUID)
          .filter("status", "e.status = ?", Kind.TEXT)
          .sortedBy(
              part("student", "studentNo"), "type", "status", "attempt", "enrolledAt", "endedAt");

  /** Wishes to take a discipline again: failed, owed, or for a better grade. */
  public static final ApiList RETAKES =
      ApiList.of(
              "retake-requests",
              Permissions.RETAKE_READ,
              ENROLMENTS + "e.type IN ('RETAKE', 'DEBT', 'GPA_RAISE')",
              "e.id",
              uuid("id", "e.uuid"),
              uuid("id", "s.uuid").of("student"),
              text("studentNo", "s.student_no").of("student"),
              uuid("id", "d.uuid").of("course"),
              text("code", "d.code").of("course"),
              names("title", "d.name").of("course"),
              text("academicSession", "t.code"),
              text("type", "e.type"),
              text("status", "e.status"),
              number("attempt", "e.attempt_no"),
              moment("askedAt", "e.enrolled_at"),
              moment("endedAt", "e.ended_at"))
          .filter("academicSession", "t.code = ?", Kind.TEXT)
          .filter("student", "s.student_no = ?", Kind.TEXT)
          .filter("status", "e.status = ?", Kind.TEXT)
          .sortedBy(
              part("student", "studentNo"),
              "course.code",
              "academicSession",
              "type",
              "status",
              "askedAt",
              "endedAt");

  private RegistrationApi() {}
}
