package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** The academic calendar as lists. */
@ApplicationScoped
public class CalendarLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
            "years",
            Permissions.CALENDAR_READ,
            "academic_year y WHERE 1 = 1",
            "y.start_year",
            List.of(
                Column.number("year", "y.start_year"),
                Column.date("starts_on", "y.starts_on"),
                Column.date("ends_on", "y.ends_on"),
                Column.text("approved_by", "y.approved_by")),
            "y.start_year DESC",
            "/calendar/year.xhtml?year={id}"),
        ListView.of(
            "terms",
            Permissions.CALENDAR_READ,
            "term t JOIN academic_year y ON y.id = t.academic_year_id WHERE 1 = 1",
            "t.code",
            List.of(
                Column.text("code", "t.code"),
                Column.number("year", "y.start_year"),
                Column.choice("type", "t.type", "calendar.term.", TermType.class),
                Column.date("starts_on", "t.starts_on"),
                Column.date("ends_on", "t.ends_on"),
                Column.number("study_weeks", "t.study_weeks"),
                Column.moment("closed_at", "t.closed_at")),
            "t.starts_on DESC",
            "/office/record.xhtml?list=terms&code={id}"),
        ListView.of(
            "events",
            Permissions.CALENDAR_READ,
            "calendar_event e JOIN term t ON t.id = e.term_id WHERE 1 = 1",
            "e.id",
            List.of(
                Column.text("term", "t.code"),
                Column.choice("kind", "e.kind", "calendar.event.", EventKind.class),
                Column.date("starts_on", "e.starts_on"),
                Column.date("ends_on", "e.ends_on"),
                Column.choices(
                    "level", "e.level", "curriculum.level.", List.of("BACHELOR", "MASTER", "PHD")),
                Column.number("course_year", "e.course_year")),
            "e.starts_on DESC",
            null),
        ListView.of(
            "holidays",
            Permissions.CALENDAR_READ,
            "day_off d WHERE 1 = 1",
            "d.day",
            List.of(
                Column.date("day", "d.day"),
                Column.flag("working", "d.working"),
                Column.text("name_kk", "d.name_kk"),
                Column.text("name_ru", "d.name_ru"),
                Column.text("name_en", "d.name_en").hidden()),
            "d.day DESC",
            "/office/record.xhtml?list=holidays&day={id}"));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "events",
            "now",
            Permissions.CALENDAR_READ,
            Due.Urgency.NOTE,
            "e.starts_on <= DATE_ADD(university_today(), INTERVAL 21 DAY) AND e.ends_on >= university_today()"),
        new Due(
            "years",
            "not-approved",
            Permissions.CALENDAR_APPROVE,
            Due.Urgency.DUE,
            "y.approved_by IS NULL AND y.ends_on >= university_today()"));
  }
}
