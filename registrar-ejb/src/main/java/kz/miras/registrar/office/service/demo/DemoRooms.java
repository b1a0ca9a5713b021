package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kz.miras.registrar.attestation.room.WorkCode;

/**
 * Exam rooms: one exam with everybody who came known by a document and an act about one of them,
 * one whose written works were coded, marked and decoded.
 */
final class DemoRooms {

  private static final String EXAM =
      "SELECT h.id, h.exam_date FROM sheet h JOIN discipline d ON d.id = h.discipline_id WHERE"
          + " h.kind = 'MAIN' AND h.status = ? AND d.control_form = 'EXAM' AND NOT EXISTS (SELECT 1"
          + " FROM appeal a WHERE a.sheet_id = h.id) ORDER BY h.id LIMIT 1";
  private static final String STUDENTS =
      "SELECT r.student_id, r.score, r.scored_by FROM sheet_row r WHERE r.sheet_id = ? AND (r.score"
          + " IS NOT NULL OR r.mark = 'AB') ORDER BY r.position";
  private static final String WRITTEN = "UPDATE sheet SET exam_form = 'WRITTEN' WHERE id = ?";
  private static final String WITNESSES = "Ахметова С. Б., ассистент\nИванов П. К., дежурный";
  private static final String PROCTOR = "junior";
  private static final String SPECIALIST = "specialist";

  private final Rows rows;
  private final Connection connection;

  DemoRooms(Rows rows, Connection connection) {
    this.rows = rows;
    this.connection = connection;
  }

  /** Somebody of a sheet; without a score whoever did not come. */
  private record Sitter(long student, Integer score, String scoredBy) {}

  void build() throws SQLException {
    rows.flush();
    recorded();
    coded();
    rows.flush();
  }

  private void recorded() throws SQLException {
    Exam exam = exam("CLOSED");
    if (exam == null) {
      return;
    }
    LocalDateTime at = exam.day().atTime(3, 40);
    boolean acted = false;
    List<Sitter> sitters = sitters(exam.sheet());
    for (Sitter one : sitters) {
      boolean came = one.score() != null;
      rows.add(
          "exam_attendance",
          "sheet_id, student_id, state, identity, checked_by, checked_at, recorded_by, recorded_at",
          exam.sheet(),
          one.student(),
          came ? "PRESENT" : "ABSENT",
          came ? (one.student() % 3 == 0 ? "STUDENT_CARD" : "ID_CARD") : null,
          came ? PROCTOR : null,
          came ? at : null,
          PROCTOR,
          at.plusMinutes(20));
      if (came && !acted) {
        acted = true;
        act(exam, one.student(), at.plusHours(1));
      }
    }
  }

  private void act(Exam exam, long student, LocalDateTime at) throws SQLException {
    rows.add(
        "exam_incident",
        "id, uuid, number, sheet_id, student_id, occurred_at, kind, removed, description,"
            + " witnesses, explanation, registered_by, registered_at, status",
        rows.nextKey(),
        UUID.randomUUID().toString(),
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

  private void coded() throws SQLException {
    Exam exam = exam("SUBMITTED");
    if (exam == null) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(WRITTEN)) {
      update.setLong(1, exam.sheet());
      update.executeUpdate();
    }
    List<Sitter> works =
        new ArrayList<>(sitters(exam.sheet()).stream().filter(one -> one.score() != null).toList());
    // the order of the sheet would tell whose a code is
    Random random = new Random(exam.sheet());
    Collections.shuffle(works, random);
    List<String> codes = WorkCode.codes(random, works.size());
    LocalDateTime at = exam.day().atTime(5, 10);
    rows.add(
        "work_coding",
        "sheet_id, coded_by, coded_at, decoded_by, decoded_at",
        exam.sheet(),
        SPECIALIST,
        at,
        SPECIALIST,
        at.plusHours(4));
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
    for (int i = 0; i < works.size(); i++) {
      rows.add(
          "work_mark",
          "sheet_id, code, score, marked_by, marked_at",
          exam.sheet(),
          codes.get(i),
          works.get(i).score(),
          works.get(i).scoredBy(),
          at.plusHours(2).plusMinutes(i));
    }
    String examiner = works.isEmpty() ? SPECIALIST : works.get(0).scoredBy();
    log(exam, "CODED", SPECIALIST, at, works.size());
    log(exam, "MARKED", examiner, at.plusHours(2), works.size());
    log(exam, "DECODED", SPECIALIST, at.plusHours(4), works.size());
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

  /** A sheet with the day of its exam. */
  private record Exam(long sheet, LocalDate day) {}

  private Exam exam(String status) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(EXAM)) {
      select.setString(1, status);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new Exam(row.getLong(1), row.getObject(2, LocalDate.class)) : null;
      }
    }
  }

  private List<Sitter> sitters(long sheet) throws SQLException {
    List<Sitter> sitters = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(STUDENTS)) {
      select.setLong(1, sheet);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sitters.add(
              new Sitter(row.getLong(1), row.getObject(2, Integer.class), row.getString(3)));
        }
      }
    }
    return sitters;
  }
}
