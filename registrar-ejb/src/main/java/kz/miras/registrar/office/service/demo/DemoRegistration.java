package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** How the office runs the registration for the next term: its windows, holds and requests. */
final class DemoRegistration {

  /** Nine in the morning and midnight of Almaty, by UTC. */
  private static final int NINE = 4;

  private static final int DAYS_END = 19;

  private final Connection connection;
  private final Rows rows;
  private final DemoCalendar.TermRow term;
  private final LocalDate anchor;

  DemoRegistration(Connection connection, Rows rows, DemoCalendar.TermRow term, LocalDate anchor) {
    this.connection = connection;
    this.rows = rows;
    this.term = term;
    this.anchor = anchor;
  }

  /**
   * Makes windows, holds and a request.
   *
   * @param fellows students of one group who may be held
   */
  void build(List<DemoStudents.StudentRow> fellows) throws SQLException {
    windows();
    String office = "Офис регистратора, каб. 105, тел. 12-05";
    List<String> reasons =
        List.of(
            "Нет оригинала документа о предыдущем образовании",
            "Не сдан отчёт по учебной практике, нужна беседа с эдвайзером",
            "Не оплачено обучение за осенний семестр",
            "Истёк срок удостоверения личности");
    List<String> kinds = List.of("DOCUMENT", "ACADEMIC", "FINANCIAL", "DOCUMENT");
    for (int i = 0; i < Math.min(kinds.size(), fellows.size()); i++) {
      boolean money = kinds.get(i).equals("FINANCIAL");
      boolean removed = i == kinds.size() - 1;
      rows.add(
          "student_hold",
          "id, uuid, student_id, kind, reason, contact, document, placed_by, placed_at, removed_by,"
              + " removed_at, removal_reason",
          rows.nextKey(),
          rows.uuid(),
          fellows.get(i).id(),
          kinds.get(i),
          reasons.get(i),
          money ? "Бухгалтерия, каб. 210, тел. 12-10" : office,
          money ? "Договор № 114-П" : null,
          money ? "accounting" : "specialist",
          anchor.minusDays(20 - i).atTime(5, 20),
          removed ? "specialist" : null,
          removed ? anchor.minusDays(4).atTime(8, 15) : null,
          removed ? "Представлена копия нового удостоверения" : null);
    }
    rows.flush();
    if (!fellows.isEmpty()) {
      withdrawal(fellows.get(fellows.size() - 1).id());
    }
  }

  /** Somebody wants to give a discipline of the running term up: it waits for a decision. */
  private void withdrawal(long student) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO registration_request (id, uuid, kind, student_id, term_id, offering_id,"
                + " enrolment_id, reason, explanation, document, status, requested_by,"
                + " requested_at) SELECT ?, ?, 'WITHDRAW', e.student_id, o.term_id, o.id, e.id, ?,"
                + " ?, ?, 'REQUESTED', 'specialist', ? FROM enrolment e JOIN offering o ON o.id ="
                + " e.offering_id WHERE e.student_id = ? AND o.term_id <> ? AND e.status ="
                + " 'ENROLLED' ORDER BY e.id LIMIT 1")) {
      insert.setLong(1, rows.nextKey());
      insert.setString(2, rows.uuid());
      insert.setString(3, "Длительное лечение, пропущена половина занятий");
      insert.setString(4, "Лежал(а) в больнице с 12 октября, наверстать не успеваю.");
      insert.setString(5, "Справка ВКК № 318");
      insert.setObject(6, anchor.minusDays(1).atTime(6, 45));
      insert.setLong(7, student);
      insert.setLong(8, term.id());
      insert.executeUpdate();
    }
  }

  private void windows() throws SQLException {
    LocalDate first = term.starts();
    window("REGISTRATION", "BACHELOR", anchor.minusDays(9), anchor.plusDays(11), 3, true);
    window("REGISTRATION", "MASTER", anchor.minusDays(8), anchor.plusDays(11), 1, true);
    window("CHANGE", null, first, first.plusDays(6), 1, true);
    window("LATE", null, first.plusDays(7), first.plusDays(9), 1, false);
    rows.flush();
  }

  private void window(
      String kind, String level, LocalDate from, LocalDate to, int waves, boolean approved)
      throws SQLException {
    LocalDateTime opens = from.atTime(NINE, 0);
    LocalDateTime closes = to.atTime(DAYS_END, 0);
    int minutes = waves == 1 ? 0 : 120;
    LocalDateTime prepared = anchor.minusDays(30).atTime(6, 10);
    LocalDateTime at = approved ? anchor.minusDays(28).atTime(9, 40) : null;
    rows.add(
        "registration_window",
        "id, uuid, term_id, kind, level, opens_at, closes_at, waves, wave_minutes, status,"
            + " prepared_by, prepared_at, approved_by, approved_at, approved_off,"
            + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes",
        rows.nextKey(),
        rows.uuid(),
        term.id(),
        kind,
        level,
        opens,
        closes,
        waves,
        minutes,
        approved ? "APPROVED" : "PREPARED",
        "deputy",
        prepared,
        approved ? "director" : null,
        at,
        approved ? Boolean.FALSE : null,
        approved ? opens : null,
        approved ? closes : null,
        approved ? waves : null,
        approved ? minutes : null);
  }
}
