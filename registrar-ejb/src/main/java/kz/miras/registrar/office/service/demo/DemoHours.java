package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.office.consultation.Appointment;
import kz.miras.registrar.office.consultation.ConsultationHours;
import kz.miras.registrar.office.consultation.ConsultationTopic;

/** Hours of consultation and who keeps them. */
final class DemoHours {

  private static final String PEOPLE =
      "SELECT a.id, a.login, a.student_id, a.teacher_id, COALESCE(NULLIF(CONCAT_WS(' ', s.last_name,"
          + " s.first_name, s.patronymic), ''), a.display_name) AS name FROM account a LEFT JOIN student"
          + " s ON s.id = a.student_id";

  private final Rows rows;
  private final Connection connection;
  private final LocalDate anchor;
  private final ZoneId zone;
  private final Map<String, Person> people = new HashMap<>();
  private WorkingDays calendar;

  DemoHours(Rows rows, Connection connection, LocalDate anchor, ZoneId zone) {
    this.rows = rows;
    this.connection = connection;
    this.anchor = anchor;
    this.zone = zone;
  }

  /** Somebody with an account. */
  record Person(long account, Long student, Long teacher, String name) {}

  /** Reads who there is, and which days are free. */
  void read() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PEOPLE);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        people.put(
            row.getString("login"),
            new Person(
                row.getLong("id"),
                row.getObject("student_id", Long.class),
                row.getObject("teacher_id", Long.class),
                row.getString("name")));
      }
    }
    calendar = workingDays();
  }

  private WorkingDays workingDays() throws SQLException {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> working = new HashSet<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT day, working FROM day_off");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        (row.getBoolean("working") ? working : off).add(row.getObject("day", LocalDate.class));
      }
    }
    return new WorkingDays(off, working);
  }

  WorkingDays calendar() {
    return calendar;
  }

  Person person(String login) {
    return people.get(login);
  }

  /** Opens hours; their key. */
  long open(String host, ConsultationHours hours) throws SQLException {
    long key = rows.nextKey();
    rows.add(
        "consultation_hours",
        "id, uuid, host_id, weekday, from_time, to_time, minutes, topics, place, link, first_day,"
            + " last_day, opened_by, opened_at",
        key,
        rows.uuid(),
        people.get(host).account(),
        hours.weekday().getValue(),
        hours.from(),
        hours.to(),
        hours.minutes(),
        ConsultationTopic.written(hours.topics()),
        hours.place(),
        hours.link(),
        hours.firstDay(),
        hours.lastDay(),
        host,
        anchor.minusDays(20).atTime(4, 0));
    return key;
  }

  /**
   * Adds an appointment; its key.
   *
   * @param booker login of who has it; null for nobody
   */
  long slot(long hours, String host, ConsultationHours of, Appointment at, String booker)
      throws SQLException {
    long key = rows.nextKey();
    rows.add(
        "consultation_slot",
        "id, uuid, hours_id, host_id, day, starts_at, ends_at, topics, place, link, taken_by",
        key,
        rows.uuid(),
        hours,
        people.get(host).account(),
        at.day(),
        utc(at.start()),
        utc(at.end()),
        ConsultationTopic.written(of.topics()),
        of.place(),
        of.link(),
        booker == null ? null : people.get(booker).account());
    return key;
  }

  private LocalDateTime utc(LocalDateTime local) {
    return LocalDateTime.ofInstant(local.atZone(zone).toInstant(), ZoneOffset.UTC);
  }
}
