package kz.miras.registrar.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * An open sheet of an exam with as many rows as are wanted, for larger ones than there are: laid
 * for a while and taken away again.
 */
final class LargeSheet implements AutoCloseable {

  private final Connection database;
  private final String id;
  private final int rows;

  LargeSheet(Connection database, int rows) throws SQLException {
    this.database = database;
    this.rows = rows;
    this.id = text("SELECT UUID()");
    // NEXTVAL in a sorted INSERT … SELECT, or beside a trigger, is NULL: keys are asked for first
    long key = Long.parseLong(text("SELECT NEXTVAL(attestation_seq)"));
    change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, exam_date, exam_time, status) SELECT"
            + " ?, ?, ?, 'MAIN', s.term_id, s.discipline_id,"
            + " s.rule_set_code, s.teacher_id, s.teacher_id, s.exam_date, s.exam_time, 'OPEN' FROM"
            + " sheet s JOIN discipline d ON d.id = s.discipline_id WHERE s.status = 'OPEN' AND"
            + " s.kind = 'MAIN' AND d.control_form = 'EXAM' AND s.teacher_id IS NOT NULL AND"
            + " s.exam_date IS NOT NULL AND s.journal_periods = 0 ORDER BY s.id LIMIT 1",
        key,
        id,
        "LARGE-" + rows);
    int laid = 0;
    for (long student : students()) {
      laid +=
          change(
              "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2) VALUES"
                  + " (NEXTVAL(attestation_seq), ?, ?, ?, 60, 70)",
              key,
              student,
              laid + 1);
    }
    if (laid != rows) {
      close();
      throw new IllegalStateException(laid + " students, not " + rows);
    }
  }

  String address() {
    return "/attestation/sheet.xhtml?id=" + id;
  }

  int rows() {
    return rows;
  }

  private List<Long> students() throws SQLException {
    List<Long> students = new ArrayList<>();
    try (PreparedStatement select =
        database.prepareStatement(
            "SELECT id FROM student WHERE status = 'STUDYING' ORDER BY id DESC LIMIT ?")) {
      select.setInt(1, rows);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          students.add(row.getLong(1));
        }
      }
    }
    return students;
  }

  private String text(String sql) throws SQLException {
    try (PreparedStatement select = database.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private int change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    change(
        "DELETE FROM sheet_row WHERE sheet_id = (SELECT h.id FROM sheet h WHERE h.uuid = ?)", id);
    change("DELETE FROM sheet WHERE uuid = ?", id);
  }
}
