package kz.miras.registrar.office.service.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;

/**
 * Prices of a credit, and students who repeat a discipline next term and have not paid for it yet.
 */
final class DemoPayments {

  private static final int MOST = 14;
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  static final BigDecimal SUMMER = new BigDecimal("16500.00");
  private static final BigDecimal REPEAT = new BigDecimal("14200.00");

  /** What was failed last and is offered next term; those who repeat it are not on it yet. */
  private static final String FAILED =
      "SELECT a.student_id, o.id, o.discipline_id, a.credits, MAX(a.attempt_no) + 1 FROM achievement"
          + " a JOIN student s ON s.id = a.student_id AND s.status = 'STUDYING' JOIN offering o ON"
          + " o.discipline_id = a.discipline_id AND o.term_id = ? AND o.language ="
          + " s.study_language WHERE a.letter IN ('F', 'FX') AND NOT EXISTS (SELECT 1 FROM"
          + " achievement b WHERE b.student_id = a.student_id AND b.discipline_id = a.discipline_id"
          + " AND b.letter NOT IN ('F', 'FX')) AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE"
          + " e.student_id = a.student_id AND e.offering_id = o.id) GROUP BY a.student_id, o.id,"
          + " o.discipline_id, a.credits ORDER BY a.student_id, o.id";

  private final Rows rows;
  private final Connection connection;
  private final DemoCalendar.TermRow next;
  private final LocalDate anchor;

  DemoPayments(Rows rows, Connection connection, DemoCalendar.TermRow next, LocalDate anchor) {
    this.rows = rows;
    this.connection = connection;
    this.next = next;
    this.anchor = anchor;
  }

  void build() throws SQLException {
    LocalDate from = LocalDate.of(next.ref().yearStart(), 9, 1);
    price("SUMMER", from, SUMMER);
    price("RETAKE", from, REPEAT);
    price("GPA_RAISE", from, REPEAT);
    rows.flush();
    Set<Long> asked = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(FAILED)) {
      select.setLong(1, next.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next() && asked.size() < MOST) {
          if (asked.add(row.getLong(1))) {
            repeat(row, asked.size());
          }
        }
      }
    }
    rows.flush();
  }

  private void price(String purpose, LocalDate from, BigDecimal price) throws SQLException {
    rows.add(
        "price_order",
        "id, purpose, valid_from, price, order_no, order_date, entered_by, entered_at",
        rows.nextKey(),
        purpose,
        from,
        price,
        "214-Қ",
        from.minusDays(12),
        "accounting",
        from.minusDays(10).atTime(5, 0));
  }

  private void repeat(ResultSet row, int place) throws SQLException {
    long enrolment = rows.nextKey();
    LocalDateTime at = anchor.minusDays(2).atTime(6, place);
    rows.add(
        "enrolment",
        "id, uuid, student_id, offering_id, type, attempt_no, status, enrolled_at",
        enrolment,
        rows.uuid(),
        row.getLong(1),
        row.getLong(2),
        "RETAKE",
        Math.max(2, row.getInt(5)),
        "REQUESTED",
        at);
    rows.flush();
    rows.add(
        "payment_request",
        "id, uuid, number, student_id, term_id, discipline_id, enrolment_id, purpose, credits,"
            + " price, amount, price_basis, requested_at, expires_on, status",
        rows.nextKey(),
        rows.uuid(),
        number(connection, next),
        row.getLong(1),
        next.id(),
        row.getLong(3),
        enrolment,
        "RETAKE",
        row.getInt(4),
        REPEAT,
        REPEAT.multiply(BigDecimal.valueOf(row.getInt(4))),
        basis(next),
        at,
        anchor.plusDays(3 + place % 3),
        "REQUESTED");
  }

  /** The next number of a request to pay for a term. */
  static String number(Connection connection, DemoCalendar.TermRow term) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT NEXT VALUE FOR payment_number_seq")) {
      row.next();
      return String.format("%s-%05d", term.code(), row.getLong(1));
    }
  }

  /** The order that sets the prices of a term's year, as people name it. */
  static String basis(DemoCalendar.TermRow term) {
    return "№ 214-Қ, " + DAY.format(LocalDate.of(term.ref().yearStart(), 9, 1).minusDays(12));
  }
}
