package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.CalendarFile;
import kz.miras.registrar.shared.service.RandomToken;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The lessons of a student, and what other capabilities add to them, as a calendar other programs
 * subscribe to. Its address is a secret the student makes and may replace; only a digest of it is
 * kept. Public holidays have no lessons.
 */
@Stateless
@Guarded
public class WeekFeeds {

  private static final int SECRET = 24;
  private static final String KEEP =
      "INSERT INTO week_feed (student_id, token_hash, created_at) VALUES (?, ?, ?) ON DUPLICATE KEY"
          + " UPDATE token_hash = VALUES(token_hash), created_at = VALUES(created_at)";
  private static final String OWNER =
      "SELECT f.student_id, COALESCE(a.language, 'ru') FROM week_feed f LEFT JOIN account a ON"
          + " a.student_id = f.student_id WHERE f.token_hash = ?";
  private static final String LESSONS =
      "SELECT d.code, d.name_kk, d.name_ru, d.name_en, x.code, l.day_of_week, l.starts_at,"
          + " l.ends_at, l.weeks, l.first_week, l.last_week, l.room, t.starts_on, t.study_weeks,"
          + " l.id, a.language, t.ends_on FROM week_feed f JOIN enrolment e ON e.student_id = f.student_id AND"
          + " e.status = 'ENROLLED' JOIN enrolment_place p ON p.enrolment_id = e.id JOIN section x"
          + " ON x.id = p.section_id JOIN section_slot l ON l.section_id = x.id JOIN offering o ON"
          + " o.id = x.offering_id JOIN discipline d ON d.id = o.discipline_id JOIN term t ON t.id ="
          + " o.term_id LEFT JOIN account a ON a.student_id = f.student_id WHERE f.token_hash = ?"
          + " ORDER BY t.starts_on, l.day_of_week, l.starts_at";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;
  @Inject private TableRows rows;
  @Inject @Any private Instance<WeekFeedSource> sources;

  /** Makes the address of the caller's own feed; an earlier one stops to work. */
  @RolesAllowed(Permissions.PLAN_MAKE)
  public String make() {
    Long student = access.current().studentId();
    if (student == null) {
      throw new RegistrarException.Forbidden(Permissions.PLAN_MAKE);
    }
    String token = RandomToken.of(SECRET);
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setLong(1, student);
      insert.setBytes(2, RandomToken.hash(token));
      insert.setObject(3, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      insert.executeUpdate();
      return token;
    } catch (SQLException e) {
      throw new IllegalStateException("the feed cannot be made", e);
    }
  }

  /** Ends the address of the caller's own feed; once more changes nothing. */
  @RolesAllowed(Permissions.PLAN_MAKE)
  public void end() {
    Long student = access.current().studentId();
    if (student != null) {
      rows.change("DELETE FROM week_feed WHERE student_id = ?", student);
    }
  }

  /** Whether the caller has an address. */
  @RolesAllowed(Permissions.PLAN_MAKE)
  public boolean isMade() {
    Long student = access.current().studentId();
    return student != null
        && rows.one("SELECT 1 FROM week_feed WHERE student_id = ?", row -> true, student)
            .isPresent();
  }

  /** The calendar behind an address; empty where there is none. */
  @PermitAll
  public Optional<String> read(String token) {
    CalendarFile calendar = new CalendarFile();
    WorkingDays days = calendars.workingDays();
    byte[] hash = RandomToken.hash(token);
    try (Connection connection = database.getConnection();
        PreparedStatement known = connection.prepareStatement(OWNER);
        PreparedStatement select = connection.prepareStatement(LESSONS)) {
      known.setBytes(1, hash);
      try (ResultSet row = known.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        addOthers(calendar, row.getLong(1), Language.of(row.getString(2)));
      }
      select.setBytes(1, hash);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          add(calendar, row, days);
        }
      }
      return Optional.of(calendar.text());
    } catch (SQLException e) {
      throw new IllegalStateException("the feed cannot be read", e);
    }
  }

  private void addOthers(CalendarFile calendar, long student, Language language) {
    for (WeekFeedSource source : sources) {
      for (WeekFeedSource.Event one : source.events(student, language)) {
        calendar.add(one.id(), null, one.title(), one.place(), one.start(), one.end());
      }
    }
  }

  private void add(CalendarFile calendar, ResultSet row, WorkingDays days) throws SQLException {
    LessonTime lesson =
        new LessonTime(
            DayOfWeek.of(row.getInt(6)),
            row.getObject(7, LocalTime.class),
            row.getObject(8, LocalTime.class),
            SectionSlot.Weeks.valueOf(row.getString(9)),
            row.getInt(10),
            row.getInt(11));
    String name =
        LocalizedText.of(row.getString(2), row.getString(3), row.getString(4))
            .in(Language.of(row.getString(16)));
    for (LocalDate day :
        days(
            lesson,
            row.getObject(13, LocalDate.class),
            row.getObject(17, LocalDate.class),
            row.getInt(14),
            days)) {
      calendar.add(
          row.getLong(15) + "-" + day,
          null,
          row.getString(1) + " " + name + " (" + row.getString(5) + ")",
          row.getString(12),
          at(day, lesson.from()),
          at(day, lesson.to()));
    }
  }

  /**
   * The days of a lesson: in its weeks, from the first day of the term to the last, and on no
   * holiday, whatever day of the week that is.
   *
   * @param weeks study weeks of the term; the first begins on the Monday before the first day
   */
  static List<LocalDate> days(
      LessonTime lesson, LocalDate from, LocalDate until, int weeks, WorkingDays calendar) {
    LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return IntStream.rangeClosed(1, weeks)
        .filter(lesson::takesPlaceIn)
        .mapToObj(week -> monday.plusWeeks(week - 1L).with(lesson.day()))
        .filter(day -> !day.isBefore(from) && !day.isAfter(until) && !calendar.isHoliday(day))
        .toList();
  }

  private Instant at(LocalDate day, LocalTime hour) {
    return day.atTime(hour).atZone(time.zone()).toInstant();
  }
}
