package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.registration.service.WeekFeedSource;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.CalendarFile;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Exams with a day and an hour, in calendars: in a student's own one, and in that of a group, which
 * is no secret and names nobody.
 */
@ApplicationScoped
public class ExamFeed implements WeekFeedSource {

  private static final int USUAL_MINUTES = 120;
  private static final String COLUMNS =
      "SELECT DISTINCT h.uuid, h.version, h.exam_date, h.exam_time, COALESCE(h.exam_minutes, "
          + USUAL_MINUTES
          + ") AS minutes, h.room, d.code, d.name_kk, d.name_ru, d.name_en FROM sheet h JOIN"
          + " discipline d ON d.id = h.discipline_id JOIN sheet_row r ON r.sheet_id = h.id ";
  private static final String DATED =
      " h.exam_date IS NOT NULL AND h.exam_time IS NOT NULL AND h.rates_id IS NULL AND h.exam_date >="
          + " DATE_SUB(?, INTERVAL 1 YEAR) ORDER BY h.exam_date, h.exam_time";

  @Inject private TableRows rows;
  @Inject private UniversityTime time;

  private record Exam(Event event, int version) {}

  @Override
  public List<Event> events(long student, Language language) {
    return rows
        .list(
            COLUMNS + "WHERE r.student_id = ? AND NOT r.mark <=> 'W' AND" + DATED,
            row -> exam(row, language),
            student,
            time.today())
        .stream()
        .map(Exam::event)
        .toList();
  }

  /** The calendar of a group; empty where there is no such group. */
  public Optional<String> ofGroup(String code, Language language) {
    if (rows.one("SELECT 1 FROM student_group WHERE code = ?", row -> true, code).isEmpty()) {
      return Optional.empty();
    }
    CalendarFile file =
        new CalendarFile().named(Messages.text(language, "attestation.feed.group", code));
    rows.list(
            COLUMNS
                + "JOIN student s ON s.id = r.student_id JOIN student_group g ON g.id = s.group_id"
                + " WHERE g.code = ? AND"
                + DATED,
            row -> exam(row, language),
            code,
            time.today())
        .forEach(
            exam ->
                file.add(
                    exam.event().id(),
                    exam.version(),
                    exam.event().title(),
                    exam.event().place(),
                    exam.event().start(),
                    exam.event().end()));
    return Optional.of(file.text());
  }

  private Exam exam(ResultSet row, Language language) throws SQLException {
    String name =
        LocalizedText.of(
                row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en"))
            .in(language);
    Instant start =
        row.getObject("exam_date", LocalDate.class)
            .atTime(row.getObject("exam_time", LocalTime.class))
            .atZone(time.zone())
            .toInstant();
    return new Exam(
        new Event(
            "exam-" + row.getString("uuid"),
            Messages.text(language, "attestation.feed.exam", row.getString("code"), name),
            row.getString("room"),
            start,
            start.plus(Duration.ofMinutes(row.getInt("minutes")))),
        row.getInt("version"));
  }
}
