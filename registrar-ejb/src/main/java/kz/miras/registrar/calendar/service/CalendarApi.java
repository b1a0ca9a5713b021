package kz.miras.registrar.calendar.service;

import static kz.miras.registrar.shared.service.ApiList.Field.date;
import static kz.miras.registrar.shared.service.ApiList.Field.number;
import static kz.miras.registrar.shared.service.ApiList.Field.text;
import static kz.miras.registrar.shared.service.ApiList.Field.uuid;

import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** The academic calendar as other programs read it. */
public final class CalendarApi {

  /** Events: study, sessions, practice, holidays. */
  public static final ApiList EVENTS =
      ApiList.of(
              "academic-calendar",
              Permissions.CALENDAR_READ,
              "calendar_event e JOIN term t ON t.id = e.term_id JOIN academic_year y ON y.id ="
                  + " t.academic_year_id WHERE 1 = 1",
              "e.id",
              uuid("id", "e.uuid"),
              text("academicYear", "CONCAT(y.start_year, '/', y.start_year + 1)"),
              text("academicSession", "t.code"),
              text("kind", "e.kind"),
              date("startsOn", "e.starts_on"),
              date("endsOn", "e.ends_on"),
              text("level", "e.level"),
              number("courseYear", "e.course_year"))
          .filter("academicSession", "t.code = ?", Kind.TEXT)
          .filter("kind", "e.kind = ?", Kind.TEXT)
          .sortedBy("academicYear", "academicSession", "kind", "startsOn", "endsOn", "courseYear");

  /** Terms, which other programs call academic sessions. */
  public static final ApiList TERMS =
      ApiList.of(
              "terms",
              Permissions.CATALOGUE_READ,
              "term t JOIN academic_year y ON y.id = t.academic_year_id WHERE 1 = 1",
              "t.id",
              text("code", "t.code"),
              text("academicYear", "CONCAT(y.start_year, '/', y.start_year + 1)"),
              text("type", "t.type"),
              date("startsOn", "t.starts_on"),
              date("endsOn", "t.ends_on"),
              number("studyWeeks", "t.study_weeks"))
          .sortedBy("code", "academicYear", "type", "startsOn", "endsOn");

  private CalendarApi() {}
}
