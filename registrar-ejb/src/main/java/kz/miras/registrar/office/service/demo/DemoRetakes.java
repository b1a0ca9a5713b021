package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import kz.miras.registrar.shared.Checksum;

/** Rights of FX retakes as publication gave them, and an individual schedule of who was absent. */
final class DemoRetakes {

  private static final String FX =
      "SELECT a.student_id, a.discipline_id, a.term_id, a.sheet_id, h.number, h.closed_at,"
          + " s.student_no, (SELECT MIN(x.id) FROM sheet x JOIN sheet_row y ON y.sheet_id = x.id"
          + " WHERE x.kind = 'FX' AND x.discipline_id = a.discipline_id AND x.term_id = a.term_id AND"
          + " y.student_id = a.student_id) AS retake FROM achievement a JOIN sheet h ON h.id ="
          + " a.sheet_id JOIN student s ON s.id = a.student_id WHERE a.letter = 'FX' AND h.kind <>"
          + " 'FX' AND h.closed_at IS NOT NULL";
  private static final String ABSENT =
      "SELECT r.student_id, r.sheet_id, r.mark, h.term_id, h.exam_date, s.student_no FROM sheet_row"
          + " r JOIN sheet h ON h.id = r.sheet_id JOIN student s ON s.id = r.student_id WHERE r.mark"
          + " IN ('AE', 'AB') AND h.exam_date IS NOT NULL ORDER BY r.mark DESC, r.id LIMIT 1";
  private static final String SENIOR = "senior";

  private final Rows rows;
  private final Connection connection;

  DemoRetakes(Rows rows, Connection connection) {
    this.rows = rows;
    this.connection = connection;
  }

  void build() throws SQLException {
    rows.flush();
    try (PreparedStatement select = connection.prepareStatement(FX);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        right(row);
      }
    }
    try (PreparedStatement select = connection.prepareStatement(ABSENT);
        ResultSet row = select.executeQuery()) {
      if (row.next()) {
        schedule(row);
      }
    }
  }

  private void right(ResultSet row) throws SQLException {
    LocalDateTime opened = row.getObject("closed_at", LocalDateTime.class);
    long retake = row.getLong("retake");
    boolean sits = !row.wasNull();
    String number = row.getString("number") + "/" + row.getString("student_no");
    rows.add(
        "fx_right",
        "id, uuid, student_id, discipline_id, term_id, sheet_id, opened_at, status, asked_at,"
            + " asked_by, slip_no, slip_by, slip_at, slip_sheet_id",
        rows.nextKey(),
        rows.uuid(),
        row.getLong("student_id"),
        row.getLong("discipline_id"),
        row.getLong("term_id"),
        row.getLong("sheet_id"),
        opened,
        sits ? "SLIP" : "OPEN",
        sits ? opened.plusHours(3) : null,
        sits ? SENIOR : null,
        sits ? number : null,
        sits ? SENIOR : null,
        sits ? opened.plusHours(4) : null,
        sits ? retake : null);
  }

  private void schedule(ResultSet row) throws SQLException {
    boolean excused = "AE".equals(row.getString("mark"));
    LocalDate day = row.getObject("exam_date", LocalDate.class);
    LocalDateTime asked = day.atTime(11, 20);
    byte[] scan =
        DemoScan.page(
            "Городская поликлиника № 5",
            "СПРАВКА о временной нетрудоспособности от " + day,
            "",
            "Обучающийся " + row.getString("student_no"),
            "",
            "Врач (подпись)",
            "Демонстрационные данные");
    long schedule = rows.nextKey();
    rows.add(
        "individual_schedule",
        "id, uuid, student_id, term_id, reason, early, explanation, file_name, file_sha256, scan,"
            + " asked_by, asked_at, decide_by, status, agreed_by, agreed_at, decided_by, decided_at,"
            + " document, document_no, document_date, note",
        schedule,
        rows.uuid(),
        row.getLong("student_id"),
        row.getLong("term_id"),
        "ILLNESS",
        false,
        "Болел в день экзамена, справка приложена",
        "spravka.pdf",
        Checksum.sha256(scan),
        scan,
        row.getString("student_no"),
        asked,
        day.plusDays(2),
        excused ? "APPROVED" : "REFUSED",
        "dean",
        asked.plusHours(2),
        SENIOR,
        asked.plusHours(4),
        excused ? "DECISION" : null,
        excused ? "17" : null,
        excused ? day : null,
        excused ? null : "Справка выдана на другие дни");
    rows.flush();
    rows.add(
        "individual_sitting",
        "id, schedule_id, sheet_id",
        rows.nextKey(),
        schedule,
        row.getLong("sheet_id"));
  }
}
