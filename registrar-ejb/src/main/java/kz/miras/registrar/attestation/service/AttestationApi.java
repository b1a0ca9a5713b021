package kz.miras.registrar.attestation.service;

import static kz.miras.registrar.shared.service.ApiList.Field.date;
import static kz.miras.registrar.shared.service.ApiList.Field.names;
import static kz.miras.registrar.shared.service.ApiList.Field.number;
import static kz.miras.registrar.shared.service.ApiList.Field.text;
import static kz.miras.registrar.shared.service.ApiList.Field.texts;
import static kz.miras.registrar.shared.service.ApiList.Field.time;
import static kz.miras.registrar.shared.service.ApiList.Field.uuid;

import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** Exams as other programs read them. */
public final class AttestationApi {

  /** Sessions, each by the code of its term. */
  public static final ApiList SESSIONS =
      ApiList.of(
          "exam-sessions",
          Permissions.EXAM_TIMETABLE_READ,
          "term t WHERE 1 = 1",
          "t.id",
          text("code", "t.code"));

  /** Exams of sessions, those without a day too; each is held by one sheet. */
  public static final ApiList EXAMS =
      ApiList.of(
              "exams",
              Permissions.EXAM_TIMETABLE_READ,
              "sheet h JOIN discipline d ON d.id = h.discipline_id JOIN term t ON t.id = h.term_id"
                  + " LEFT JOIN section x ON x.id = h.section_id LEFT JOIN teacher m ON m.id ="
                  + " h.examiner_id WHERE h.rates_id IS NULL",
              "h.id",
              uuid("id", "h.uuid"),
              text("sheet", "h.number"),
              text("kind", "h.kind"),
              text("academicSession", "t.code"),
              uuid("id", "d.uuid").of("course"),
              text("code", "d.code").of("course"),
              names("title", "d.name").of("course"),
              text("section", "x.code"),
              text("level", "h.level"),
              date("date", "h.exam_date"),
              time("time", "h.exam_time"),
              number("minutes", "h.exam_minutes"),
              text("room", "h.room"),
              text("form", "h.exam_form"),
              text("personnelNo", "m.personnel_no").of("examiner"),
              text("name", "CONCAT_WS(' ', m.last_name, m.first_name, m.patronymic)")
                  .of("examiner"),
              texts(
                  "groups",
                  "(SELECT GROUP_CONCAT(DISTINCT g.code ORDER BY g.code SEPARATOR ',') FROM sheet_row"
                      + " r JOIN student s ON s.id = r.student_id JOIN student_group g ON g.id ="
                      + " s.group_id WHERE r.sheet_id = h.id)"),
              number("students", "(SELECT COUNT(*) FROM sheet_row r WHERE r.sheet_id = h.id)"))
          .filter("academicSession", "t.code = ?", Kind.TEXT)
          .filter("kind", "h.kind = ?", Kind.TEXT)
          .filter(
              "group",
              "EXISTS (SELECT 1 FROM sheet_row r JOIN student s ON s.id = r.student_id JOIN"
                  + " student_group g ON g.id = s.group_id WHERE r.sheet_id = h.id AND g.code = ?)",
              Kind.TEXT)
          .filter("from", "h.exam_date >= ?", Kind.DATE)
          .filter("until", "h.exam_date <= ?", Kind.DATE)
          .sortedBy(
              "sheet",
              "kind",
              "course.code",
              "section",
              "date",
              "time",
              "room",
              "examiner.personnelNo");

  private AttestationApi() {}
}
