package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import kz.miras.registrar.attestation.room.WorkCode;

/**
 * Exam rooms of the session: one of last week with everybody who came and an act that waits for its
 * decision, one of today in which people are still being let in, one of today whose written works
 * are out under their codes. They are the last ones nobody of the accounts teaches or sits and more
 * than two are admitted to.
 */
final class DemoRooms {

  private static final String EXAMS =
      "SELECT h.id, h.exam_date, e.personnel_no FROM sheet h JOIN discipline d ON"
          + " d.id = h.discipline_id JOIN teacher e ON e.id = h.examiner_id WHERE h.kind = 'MAIN'"
          + " AND h.status = ? AND h.exam_date = ? AND d.control_form = 'EXAM' AND NOT EXISTS"
          + " (SELECT 1 FROM appeal a WHERE a.sheet_id = h.id) AND NOT EXISTS (SELECT 1 FROM"
          + " account x WHERE x.teacher_id IN (h.teacher_id, h.examiner_id)) AND NOT EXISTS (SELECT"
          + " 1 FROM sheet_row r JOIN account x ON x.student_id = r.student_id WHERE r.sheet_id ="
          + " h.id) AND 2 < (SELECT COUNT(*) FROM sheet_row r WHERE r.sheet_id = h.id AND r.p1 +"
          + " r.p2 >= 100) ORDER BY h.id DESC LIMIT 2";

  /** Everybody who is admitted, in the order of the sheet. */
  private static final String ADMITTED =
      "SELECT r.student_id, r.score, r.mark FROM sheet_row r WHERE r.sheet_id = ? AND r.p1 + r.p2 >="
          + " 100 AND COALESCE(r.mark, 'AB') = 'AB' ORDER BY r.position";

  /** Nothing is typed by name before everybody is in, nor where works are marked by codes. */
  private static final String NOT_TYPED =
      "UPDATE sheet_row SET score = NULL, mark = NULL, scored_by = NULL WHERE sheet_id = ?";

  private static final String WRITTEN = "UPDATE sheet SET exam_form = 'WRITTEN' WHERE id = ?";
  private static final String WITNESSES = "Ахметова С. Б., ассистент\nИванов П. К., дежурный";
  private static final String PROCTOR = "junior";
  private static final String SPECIALIST = "specialist";
  private static final int SHARE_OF_CARDS = 3;
  private static final int TYPICAL = 62;

  private final Rows rows;
  private final Connection connection;
  private final LocalDate anchor;
  private final LocalDateTime now;

  /**
   * Rooms.
   *
   * @param now in UTC: nothing of today is later
   */
  DemoRooms(Rows rows, Connection connection, LocalDate anchor, LocalDateTime now) {
    this.rows = rows;
    this.connection = connection;
    this.anchor = anchor;
    this.now = now;
  }

  /** An exam with the login its examiner types under. */
  private record Exam(long sheet, LocalDate day, String examiner) {}

  /** Somebody of a sheet; without a score whoever did not come, or whose work is not marked. */
  private record Sitter(long student, Integer score, boolean absent) {}

  void build() throws SQLException {
    rows.flush();
    for (Exam exam : exams("CLOSED", anchor.minusDays(5)).stream().limit(1).toList()) {
      acted(exam);
    }
    Iterator<Exam> today = exams("OPEN", anchor).iterator();
    if (today.hasNext()) {
      underWay(today.next());
    }
    if (today.hasNext()) {
      coded(today.next());
    }
    rows.flush();
  }

  private void acted(Exam exam) throws SQLException {
    LocalDateTime at = exam.day().atTime(3, 40);
    List<Sitter> sitters = sitters(exam);
    for (Sitter one : sitters) {
      record(exam, one, one.absent(), at);
    }
    Sitter first = sitters.stream().filter(one -> one.score() != null).findFirst().orElse(null);
    if (first != null) {
      act(exam, first.student(), at.plusHours(1));
    }
  }

  /** The first half is in, the others are still at the door. */
  private void underWay(Exam exam) throws SQLException {
    change(NOT_TYPED, exam);
    List<Sitter> sitters = sitters(exam);
    for (Sitter one : sitters.subList(0, sitters.size() / 2)) {
      record(exam, one, false, exam.day().atTime(3, 50));
    }
  }

  private void record(Exam exam, Sitter one, boolean absent, LocalDateTime moment)
      throws SQLException {
    LocalDateTime at = moment.isAfter(now) ? now : moment;
    rows.add(
        "exam_attendance",
        "sheet_id, student_id, state, identity, checked_by, checked_at, recorded_by, recorded_at",
        exam.sheet(),
        one.student(),
        absent ? "ABSENT" : "PRESENT",
        absent ? null : one.student() % SHARE_OF_CARDS == 0 ? "STUDENT_CARD" : "ID_CARD",
        absent ? null : PROCTOR,
        absent ? null : at,
        PROCTOR,
        at);
  }

  private void act(Exam exam, long student, LocalDateTime at) throws SQLException {
    rows.add(
        "exam_incident",
        "id, uuid, number, sheet_id, student_id, occurred_at, kind, removed, description,"
            + " witnesses, explanation, registered_by, registered_at, status",
        rows.nextKey(),
        rows.uuid(),
        exam.day().getYear() + "-0001",
        exam.sheet(),
        student,
        at,
        "CRIB",
        false,
        "При проверке под листом ответа обнаружена шпаргалка; изъята и приложена к акту.",
        WITNESSES,
        "Забыл убрать со стола, не пользовался.",
        PROCTOR,
        at.plusMinutes(40),
        "REGISTERED");
    rows.add("incident_series", "year, last_number", exam.day().getYear(), 1);
  }

  /** Everybody came; a third of the works is marked. */
  private void coded(Exam exam) throws SQLException {
    List<Sitter> works = new ArrayList<>(sitters(exam));
    change(NOT_TYPED, exam);
    change(WRITTEN, exam);
    for (Sitter one : works) {
      record(exam, one, false, exam.day().atTime(3, 50));
    }
    // the order of the sheet would tell whose a code is
    Random random = new Random(exam.sheet());
    Collections.shuffle(works, random);
    List<String> codes = WorkCode.codes(random, works.size());
    LocalDateTime at = exam.day().atTime(6, 10);
    LocalDateTime coding = at.isAfter(now) ? now : at;
    rows.add("work_coding", "sheet_id, coded_by, coded_at", exam.sheet(), SPECIALIST, coding);
    rows.flush();
    for (int i = 0; i < works.size(); i++) {
      rows.add(
          "work_code",
          "sheet_id, student_id, code",
          exam.sheet(),
          works.get(i).student(),
          codes.get(i));
    }
    rows.flush();
    int marked = works.size() / 3;
    for (int i = 0; i < marked; i++) {
      Integer score = works.get(i).score();
      rows.add(
          "work_mark",
          "sheet_id, code, score, marked_by, marked_at",
          exam.sheet(),
          codes.get(i),
          score == null ? TYPICAL : score,
          exam.examiner(),
          coding);
    }
    log(exam, "CODED", SPECIALIST, coding, works.size());
    if (marked > 0) {
      log(exam, "MARKED", exam.examiner(), coding, marked);
    }
  }

  private void change(String sql, Exam exam) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, exam.sheet());
      update.executeUpdate();
    }
  }

  private void log(Exam exam, String act, String login, LocalDateTime at, int works)
      throws SQLException {
    rows.add(
        "work_log",
        "id, sheet_id, act, login, at, works",
        rows.nextKey(),
        exam.sheet(),
        act,
        login,
        at,
        works);
  }

  private List<Exam> exams(String status, LocalDate day) throws SQLException {
    List<Exam> exams = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(EXAMS)) {
      select.setString(1, status);
      select.setObject(2, day);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          exams.add(
              new Exam(
                  row.getLong(1),
                  row.getObject(2, LocalDate.class),
                  row.getString(3).toLowerCase(Locale.ROOT)));
        }
      }
    }
    return exams;
  }

  private List<Sitter> sitters(Exam exam) throws SQLException {
    List<Sitter> sitters = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ADMITTED)) {
      select.setLong(1, exam.sheet());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sitters.add(
              new Sitter(
                  row.getLong(1), row.getObject(2, Integer.class), row.getString(3) != null));
        }
      }
    }
    return sitters;
  }
}
