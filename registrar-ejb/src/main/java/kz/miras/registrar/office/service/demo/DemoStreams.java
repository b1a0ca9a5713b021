package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lectures of the coming term that are read twice, at another hour by another lecturer: students
 * choose the stream as they choose the group. In each department it is one lecture, and one that
 * the student who is shown hears; there the first stream is full, and somebody waits for it.
 */
final class DemoStreams {

  private static final int CAPACITY = 30;
  private static final int MINUTES = 60;
  private static final int SATURDAY = 6;

  private static final String LECTURES =
      "SELECT x.id, o.id, d.department_id, o.language, EXISTS (SELECT 1 FROM section m WHERE"
          + " m.offering_id = o.id AND m.kind = 'GROUP' AND m.code = ?) AS own FROM section x JOIN"
          + " offering o ON o.id = x.offering_id JOIN discipline d ON d.id = o.discipline_id WHERE"
          + " o.term_id = ? AND x.kind = 'LECTURE' AND d.control_form = 'EXAM' AND EXISTS (SELECT 1"
          + " FROM section_slot s WHERE s.section_id = x.id) AND (SELECT COUNT(*) FROM section g"
          + " WHERE g.offering_id = o.id AND g.kind = 'GROUP') > 1 ORDER BY own DESC, d.code,"
          + " o.language";
  private static final String GROUPS =
      "SELECT id FROM section WHERE offering_id = ? AND kind = 'GROUP' ORDER BY id";

  /** When these groups are busy: by their timetable, and whoever sits in them by the own one. */
  private static final String BUSY =
      "SELECT s.day_of_week, s.starts_at FROM section g JOIN section m ON m.code = g.code AND m.kind"
          + " = 'GROUP' JOIN offering o ON o.id = m.offering_id AND o.term_id = ? JOIN section x ON"
          + " x.offering_id = o.id AND (x.kind = 'LECTURE' OR x.id = m.id) JOIN section_slot s ON"
          + " s.section_id = x.id WHERE g.id IN (%1$s) UNION SELECT s.day_of_week, s.starts_at FROM"
          + " enrolment_place c JOIN enrolment b ON b.id = c.enrolment_id JOIN enrolment e ON"
          + " e.student_id = b.student_id AND e.term_id = b.term_id JOIN enrolment_place a ON"
          + " a.enrolment_id = e.id JOIN section_slot s ON s.section_id = a.section_id WHERE"
          + " c.section_id IN (%1$s)";

  private static final String AT_THAT_HOUR =
      " FROM section_slot s JOIN section x ON x.id = s.section_id JOIN offering o ON o.id ="
          + " x.offering_id AND o.term_id = ? ";
  private static final String LECTURER =
      "SELECT t.id FROM teacher t WHERE t.department_id = ? AND t.id NOT IN (SELECT w.teacher_id FROM"
          + " section_teacher w WHERE w.section_id = ?) AND NOT EXISTS (SELECT 1"
          + AT_THAT_HOUR
          + "JOIN section_teacher w ON w.section_id = x.id WHERE w.teacher_id = t.id AND"
          + " s.day_of_week = ? AND s.starts_at = ?) ORDER BY t.id LIMIT 1";
  private static final String ROOMS =
      "SELECT s.room" + AT_THAT_HOUR + "WHERE s.day_of_week = ? AND s.starts_at = ?";

  /** Somebody of these groups who has no seat yet, and whose lessons leave both hours free. */
  private static final String WAITER =
      "SELECT s.id, g.id FROM section g JOIN student_group m ON m.code = g.code JOIN student s ON"
          + " s.group_id = m.id JOIN offering o ON o.id = g.offering_id WHERE g.id IN (%s) AND"
          + " s.status = 'STUDYING' AND NOT s.on_mobility AND s.id <> ? AND s.id MOD 4 = 0 AND NOT"
          + " EXISTS (SELECT 1 FROM enrolment e WHERE e.student_id = s.id AND e.offering_id = o.id)"
          + " AND NOT EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id = s.id AND"
          + " h.removed_at IS NULL) AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN enrolment_place p"
          + " ON p.enrolment_id = e.id JOIN section_slot a ON a.section_id = p.section_id JOIN"
          + " section_slot b ON b.section_id IN (?, g.id) AND b.day_of_week = a.day_of_week AND"
          + " b.starts_at = a.starts_at WHERE e.student_id = s.id AND e.term_id = o.term_id) ORDER BY"
          + " s.id LIMIT 1";

  private final Connection connection;
  private final Rows rows;
  private final DemoCalendar.TermRow term;
  private final LocalDate anchor;

  DemoStreams(Connection connection, Rows rows, DemoCalendar.TermRow term, LocalDate anchor) {
    this.connection = connection;
    this.rows = rows;
    this.term = term;
    this.anchor = anchor;
  }

  /** A lecture several groups hear. */
  private record Lecture(long id, long offering, long department, String language, boolean own) {}

  /** An hour of the week. */
  private record Hour(int day, LocalTime from) {}

  /**
   * Divides lectures.
   *
   * @param shown the student whose pages are shown
   */
  void build(DemoStudents.StudentRow shown) throws SQLException {
    rows.flush();
    List<Lecture> lectures = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LECTURES)) {
      select.setString(1, shown.group().code());
      select.setLong(2, term.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lectures.add(
              new Lecture(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getString(4),
                  row.getBoolean(5)));
        }
      }
    }
    Set<String> done = new HashSet<>();
    for (Lecture one : lectures) {
      // those the student hears come first
      if (done.add(one.department() + " " + one.language())) {
        divide(one, shown);
      }
    }
  }

  private void divide(Lecture lecture, DemoStudents.StudentRow shown) throws SQLException {
    List<Long> groups = keys(GROUPS, lecture.offering());
    List<Long> second = groups.subList((groups.size() + 1) / 2, groups.size());
    String those = second.stream().map(String::valueOf).collect(Collectors.joining(", "));
    Hour hour = free(groups.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    List<Long> lecturer =
        hour == null
            ? List.of()
            : keys(
                LECTURER, lecture.department(), lecture.id(), term.id(), hour.day(), hour.from());
    if (lecturer.isEmpty()) {
      return;
    }
    long stream =
        new DemoOfferings(rows)
            .section(lecture.offering(), "LECTURE", "Л-2", 0, second.size() * CAPACITY);
    rows.add(
        "section_teacher",
        "id, section_id, teacher_id, duty, valid_from",
        rows.nextKey(),
        stream,
        lecturer.get(0),
        "TEACHER",
        term.starts());
    rows.add(
        "section_slot",
        "id, section_id, day_of_week, starts_at, ends_at, weeks, room",
        rows.nextKey(),
        stream,
        hour.day(),
        hour.from(),
        hour.from().plusMinutes(MINUTES),
        "ALL",
        room(hour));
    rows.flush();
    change("UPDATE section SET code = 'Л-1' WHERE id = ?", lecture.id());
    change(
        "UPDATE enrolment_place p JOIN enrolment_place g ON g.enrolment_id = p.enrolment_id AND"
            + " g.section_id IN ("
            + those
            + ") SET p.section_id = ? WHERE p.section_id = ?",
        stream,
        lecture.id());
    seats(lecture.id(), (groups.size() - second.size()) * CAPACITY);
    seats(stream, second.size() * CAPACITY);
    if (lecture.own()) {
      wait(lecture, those, shown);
    }
  }

  private void seats(long section, int capacity) throws SQLException {
    List<Long> placed =
        keys("SELECT enrolment_id FROM enrolment_place WHERE section_id = ?", section);
    change(
        "UPDATE section_seat SET capacity = ?, taken = ? WHERE section_id = ?",
        Math.max(capacity, placed.size()),
        placed.size(),
        section);
  }

  /** The first stream is full; somebody of the second would rather hear that one. */
  private void wait(Lecture lecture, String groups, DemoStudents.StudentRow shown)
      throws SQLException {
    change("UPDATE section_seat SET capacity = taken WHERE section_id = ?", lecture.id());
    try (PreparedStatement select = connection.prepareStatement(String.format(WAITER, groups))) {
      select.setLong(1, shown.id());
      select.setLong(2, lecture.id());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          wait(lecture, row.getLong(1), row.getLong(2));
        }
      }
    }
  }

  private void wait(Lecture lecture, long student, long group) throws SQLException {
    LocalDateTime since = anchor.minusDays(1).atTime(6, 25);
    long enrolment = rows.nextKey();
    rows.add(
        "enrolment",
        "id, uuid, student_id, offering_id, type, attempt_no, status, enrolled_at",
        enrolment,
        rows.uuid(),
        student,
        lecture.offering(),
        "MAIN",
        1,
        "WAITLISTED",
        since);
    rows.flush();
    for (long section : List.of(lecture.id(), group)) {
      rows.add(
          "waiting_place",
          "id, enrolment_id, section_id, pool, queue_rank, since",
          rows.nextKey(),
          enrolment,
          section,
          "ALL",
          0,
          since);
      change(
          "UPDATE section_seat SET waiting = waiting + 1, newest_since = ? WHERE section_id = ? AND"
              + " pool = 'ALL'",
          since,
          section);
    }
    rows.flush();
  }

  /** An hour at which none of these groups is busy: early, late, or on Saturday; null for none. */
  private Hour free(String groups) throws SQLException {
    Set<Hour> busy = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(String.format(BUSY, groups))) {
      select.setLong(1, term.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          busy.add(new Hour(row.getInt(1), row.getObject(2, LocalTime.class)));
        }
      }
    }
    List<Hour> hours = new ArrayList<>();
    for (int day = 1; day <= SATURDAY; day++) {
      hours.add(new Hour(day, LocalTime.of(8, 30)));
      hours.add(new Hour(day, LocalTime.of(15, 0)));
    }
    return hours.stream().filter(hour -> !busy.contains(hour)).findFirst().orElse(null);
  }

  private String room(Hour hour) throws SQLException {
    Set<String> taken = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(ROOMS)) {
      select.setLong(1, term.id());
      select.setInt(2, hour.day());
      select.setObject(3, hour.from());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          taken.add(row.getString(1));
        }
      }
    }
    int room = 101;
    while (taken.contains(String.valueOf(room))) {
      room++;
    }
    return String.valueOf(room);
  }

  private List<Long> keys(String sql, Object... values) throws SQLException {
    List<Long> keys = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(row.getLong(1));
        }
      }
    }
    return keys;
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }
}
