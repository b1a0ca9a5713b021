package kz.miras.registrar.office.service.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.miras.registrar.calendar.TermRef;

/** The coming summer semester: approved, taking applications from those with debts. */
final class DemoSummer {

  private static final int DISCIPLINES = 7;
  private static final int LARGEST = 24;

  /** What most students have failed and not passed since. */
  private static final String MOST_FAILED =
      "SELECT a.discipline_id, s.study_language, COUNT(DISTINCT a.student_id), MIN(d.code), MIN(d.credits) FROM"
          + " achievement a JOIN discipline d ON d.id = a.discipline_id JOIN student s ON s.id = a.student_id AND s.status = 'STUDYING' JOIN programme p ON p.id ="
          + " s.programme_id AND s.course_year < p.years WHERE a.letter IN ('F', 'FX') AND NOT"
          + " EXISTS (SELECT 1 FROM achievement b WHERE b.student_id = a.student_id AND"
          + " b.discipline_id = a.discipline_id AND b.letter NOT IN ('F', 'FX')) GROUP BY"
          + " a.discipline_id, s.study_language ORDER BY 3 DESC, 1, 2 LIMIT "
          + DISCIPLINES;

  private static final String OPENED =
      "UPDATE summer_discipline SET status = 'OPENED', group_count = 1, offering_id = ?, decided_by ="
          + " 'director', decided_at = ? WHERE id = ?";

  private static final String WHO =
      "SELECT a.student_id, MAX(a.attempt_no) + 1 FROM achievement a JOIN student s ON s.id = a.student_id AND"
          + " s.status = 'STUDYING' AND s.study_language = ? JOIN programme p ON p.id ="
          + " s.programme_id AND s.course_year < p.years WHERE a.discipline_id = ? AND a.letter IN"
          + " ('F', 'FX') AND NOT EXISTS (SELECT 1 FROM achievement b WHERE b.student_id ="
          + " a.student_id AND b.discipline_id = a.discipline_id AND b.letter NOT IN ('F', 'FX'))"
          + " GROUP BY a.student_id ORDER BY a.student_id LIMIT "
          + LARGEST;

  private final Rows rows;
  private final Connection connection;
  private final DemoCalendar calendar;
  private final int year;
  private final LocalDate anchor;

  DemoSummer(Rows rows, Connection connection, DemoCalendar calendar, int year, LocalDate anchor) {
    this.rows = rows;
    this.connection = connection;
    this.calendar = calendar;
    this.year = year;
    this.anchor = anchor;
  }

  private record Wanted(long id, long discipline, String code, String language, int credits) {}

  /** Who has applied, for which attempt. */
  private record Applicant(long student, int attempt, LocalDateTime at) {}

  void build() throws SQLException {
    DemoCalendar.TermRow term = calendar.term(TermRef.summer(year));
    LocalDate to = earlier(anchor.plusDays(20), term.starts().minusDays(1));
    LocalDate from = earlier(anchor.minusDays(10), to.minusDays(1));
    long plan = rows.nextKey();
    rows.add(
        "summer_plan",
        "id, uuid, term_id, status, applications_from, applications_to, submitted_by, submitted_at,"
            + " decision, approved_by, approved_at",
        plan,
        rows.uuid(),
        term.id(),
        "APPROVED",
        from,
        to,
        "director",
        from.minusDays(9).atTime(5, 20),
        "распоряжение № 31 от " + DemoPayments.DAY.format(from.minusDays(6)),
        "vicerector",
        from.minusDays(6).atTime(9, 10));
    rows.flush();
    List<Wanted> wanted = disciplines(plan);
    rows.flush();
    for (Wanted one : wanted) {
      List<Applicant> all = applicants(one, from);
      if (one.equals(wanted.get(0))) {
        open(one, term, from, all);
      } else {
        // the office has checked every application for the second discipline, half of the others
        boolean whole = one.equals(wanted.get(1));
        for (int i = 0; i < all.size(); i++) {
          apply(one, all.get(i), null, whole || i % 2 == 0);
        }
      }
    }
    rows.flush();
  }

  /** The discipline most apply for has a group already; two of three have paid for their seats. */
  private void open(Wanted one, DemoCalendar.TermRow term, LocalDate from, List<Applicant> all)
      throws SQLException {
    String code = one.code() + "-" + one.language();
    DemoOfferings offerings = new DemoOfferings(rows);
    long offering = offerings.offering(term, one.discipline(), code, one.language());
    int paid = (int) IntStream.range(0, all.size()).filter(DemoSummer::isPaid).count();
    long section = offerings.section(offering, "GROUP", code + "-1", paid, LARGEST);
    rows.flush();
    try (PreparedStatement update = connection.prepareStatement(OPENED)) {
      update.setLong(1, offering);
      update.setObject(2, from.plusDays(2).atTime(8, 0));
      update.setLong(3, one.id());
      update.executeUpdate();
    }
    for (int i = 0; i < all.size(); i++) {
      long enrolment = rows.nextKey();
      rows.add(
          "enrolment",
          "id, uuid, student_id, offering_id, type, attempt_no, status, enrolled_at",
          enrolment,
          rows.uuid(),
          all.get(i).student(),
          offering,
          "RETAKE",
          Math.max(2, all.get(i).attempt()),
          isPaid(i) ? "ENROLLED" : "REQUESTED",
          all.get(i).at());
      rows.flush();
      if (isPaid(i)) {
        rows.add("enrolment_place", "enrolment_id, section_id, pool", enrolment, section, "ALL");
      }
      apply(one, all.get(i), enrolment, true);
      pay(one, term, all.get(i), enrolment, isPaid(i));
    }
  }

  private static boolean isPaid(int place) {
    return place % 3 != 2;
  }

  private void pay(
      Wanted one, DemoCalendar.TermRow term, Applicant who, long enrolment, boolean paid)
      throws SQLException {
    LocalDate day = anchor.minusDays(1);
    rows.add(
        "payment_request",
        "id, uuid, number, student_id, term_id, discipline_id, enrolment_id, purpose, credits,"
            + " price, amount, price_basis, requested_at, expires_on, status, paid_on, document,"
            + " marked_by, marked_at",
        rows.nextKey(),
        rows.uuid(),
        DemoPayments.number(connection, term),
        who.student(),
        term.id(),
        one.discipline(),
        enrolment,
        "SUMMER",
        one.credits(),
        DemoPayments.SUMMER,
        DemoPayments.SUMMER.multiply(BigDecimal.valueOf(one.credits())),
        DemoPayments.basis(term),
        who.at(),
        anchor.plusDays(4),
        paid ? "PAID" : "REQUESTED",
        paid ? day : null,
        paid ? "Выписка банка от " + DemoPayments.DAY.format(day) : null,
        paid ? "accounting" : null,
        paid ? day.atTime(9, 20) : null);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private List<Wanted> disciplines(long plan) throws SQLException {
    List<Wanted> wanted = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(MOST_FAILED);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Wanted one =
            new Wanted(
                rows.nextKey(), row.getLong(1), row.getString(4), row.getString(2), row.getInt(5));
        wanted.add(one);
        rows.add(
            "summer_discipline",
            "id, uuid, plan_id, discipline_id, language, minimum, individual_price, group_cost,"
                + " status",
            one.id(),
            rows.uuid(),
            plan,
            one.discipline(),
            one.language(),
            5,
            new BigDecimal("28000.00"),
            new BigDecimal("390000.00"),
            "PLANNED");
      }
    }
    return wanted;
  }

  private List<Applicant> applicants(Wanted one, LocalDate from) throws SQLException {
    List<Applicant> all = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(WHO)) {
      select.setString(1, one.language());
      select.setLong(2, one.discipline());
      try (ResultSet row = select.executeQuery()) {
        int place = 0;
        while (row.next()) {
          // most of those with a debt, not all
          if (place++ % 4 != 3) {
            LocalDateTime at = from.plusDays(place % 9).atTime(6, place);
            all.add(new Applicant(row.getLong(1), row.getInt(2), at));
          }
        }
      }
    }
    return all;
  }

  private void apply(Wanted one, Applicant who, Long enrolment, boolean checked)
      throws SQLException {
    rows.add(
        "summer_application",
        "id, uuid, summer_discipline_id, student_id, purpose, type, status, applied_at,"
            + " applied_by, enrolment_id, checked_by, checked_at",
        rows.nextKey(),
        rows.uuid(),
        one.id(),
        who.student(),
        "DEBT",
        "RETAKE",
        enrolment == null ? "APPLIED" : "ACCEPTED",
        who.at(),
        "demo",
        enrolment,
        checked ? "specialist" : null,
        checked ? who.at().plusHours(3) : null);
  }
}
