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
import java.util.function.Function;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * Three appeals against results of one sheet: one waits for the office, one is before the
 * commission and its hearing was today, one is decided and waits to be entered into the history.
 */
final class DemoAppeals {

  private static final String RESULTS =
      "SELECT a.student_id, a.sheet_id, a.term_id, a.rating, a.score, a.percent, a.letter,"
          + " a.result_on, a.rule_set_code, d.control_form, p.published_at, COALESCE(h.examiner_id,"
          + " h.teacher_id) AS examiner FROM achievement a JOIN sheet h ON h.id = a.sheet_id JOIN"
          + " sheet_row r ON r.sheet_id = h.id AND r.student_id = a.student_id JOIN"
          + " sheet_publication p ON p.sheet_id = h.id AND p.part = 'RESULT' JOIN discipline d ON"
          + " d.id = a.discipline_id JOIN student s ON s.id = a.student_id JOIN programme g ON g.id"
          + " = s.programme_id WHERE h.kind = 'MAIN' AND g.level = 'BACHELOR' AND a.rating IS NOT"
          + " NULL AND a.score BETWEEN 52 AND 85 AND NOT EXISTS (SELECT 1 FROM account x WHERE"
          + " x.student_id = a.student_id) ORDER BY h.id DESC, r.id DESC LIMIT 3";
  private static final String TEACHERS =
      "SELECT id FROM teacher WHERE id <> ? AND active ORDER BY id LIMIT 3";
  private static final String JUNIOR = "junior";
  private static final String SENIOR = "senior";

  private final Rows rows;
  private final Connection connection;
  private final LocalDate anchor;
  private final Function<String, RuleSet> rules;

  DemoAppeals(Rows rows, Connection connection, LocalDate anchor, Function<String, RuleSet> rules) {
    this.rows = rows;
    this.connection = connection;
    this.anchor = anchor;
    this.rules = rules;
  }

  /** A result somebody appeals against. */
  private record Given(
      long student,
      long sheet,
      long term,
      int rating,
      int score,
      int percent,
      String letter,
      LocalDate day,
      String ruleSet,
      ControlForm form,
      LocalDateTime published,
      long examiner) {}

  void build() throws SQLException {
    rows.flush();
    List<Given> given = given();
    if (given.size() < 3) {
      return;
    }
    long commission = rows.nextKey();
    List<Long> members = commission(commission, given.get(0));
    appeal(given.get(0), 1, "SUBMITTED", null, null);
    appeal(given.get(1), 2, "UNDER_REVIEW", commission, anchor.atTime(4, 0));
    decided(given.get(2), commission, members);
    rows.add("appeal_series", "year, last_number", anchor.getYear(), 3);
    rows.flush();
  }

  private List<Given> given() throws SQLException {
    List<Given> given = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RESULTS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        given.add(
            new Given(
                row.getLong("student_id"),
                row.getLong("sheet_id"),
                row.getLong("term_id"),
                row.getInt("rating"),
                row.getInt("score"),
                row.getInt("percent"),
                row.getString("letter"),
                row.getObject("result_on", LocalDate.class),
                row.getString("rule_set_code"),
                ControlForm.valueOf(row.getString("control_form")),
                row.getObject("published_at", LocalDateTime.class),
                row.getLong("examiner")));
      }
    }
    return given;
  }

  /** Three who vote and a secretary of the office; keys of the three, the chair first. */
  private List<Long> commission(long commission, Given about) throws SQLException {
    LocalDate from = anchor.minusDays(30);
    rows.add(
        "appeal_commission",
        "id, uuid, order_no, order_date, term_id, valid_from, valid_to, last_protocol,"
            + " registered_by, registered_at",
        commission,
        rows.uuid(),
        "18-А",
        from,
        about.term(),
        from,
        anchor.plusDays(60),
        1,
        SENIOR,
        from.atTime(5, 0));
    rows.flush();
    List<Long> members = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TEACHERS)) {
      select.setLong(1, about.examiner());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long member = rows.nextKey();
          rows.add(
              "commission_member",
              "id, commission_id, office, teacher_id",
              member,
              commission,
              members.isEmpty() ? "CHAIR" : "MEMBER",
              row.getLong(1));
          members.add(member);
        }
      }
    }
    long secretary = account(JUNIOR);
    rows.add(
        "commission_member",
        "id, commission_id, office, account_id",
        rows.nextKey(),
        commission,
        "SECRETARY",
        secretary);
    rows.add(
        "role_grant",
        "id, account_id, role, commission_id, valid_from, valid_to, basis",
        rows.nextKey(),
        secretary,
        "APC",
        commission,
        from,
        anchor.plusDays(60),
        "№ 18-А, " + from);
    rows.flush();
    return members;
  }

  private long account(String login) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM account WHERE login = ?")) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static final String APPEAL =
      "id, uuid, number, student_id, sheet_id, published_at, until_on, filed_at, reason, hear_by,"
          + " status, commission_id, answered_by, answered_at, hearing_at, place";

  private long appeal(
      Given about, int number, String status, Long commission, LocalDateTime hearing)
      throws SQLException {
    long appeal = rows.nextKey();
    rows.add("appeal", APPEAL, values(appeal, about, number, status, commission, hearing));
    return appeal;
  }

  private Object[] values(
      long appeal, Given about, int number, String status, Long commission, LocalDateTime hearing) {
    LocalDateTime filed = about.published().plusHours(3);
    return new Object[] {
      appeal,
      rows.uuid(),
      String.format("%d-%04d", anchor.getYear(), number),
      about.student(),
      about.sheet(),
      about.published(),
      about.published().toLocalDate().plusDays(1),
      filed,
      "Прошу пересмотреть оценку за третий вопрос билета: ответ приведён полностью.",
      anchor.plusDays(1),
      status,
      commission,
      commission == null ? null : SENIOR,
      commission == null ? null : filed.plusHours(2),
      hearing,
      hearing == null ? null : "ауд. 101"
    };
  }

  /** The commission has raised the score; another person enters it into the history. */
  private void decided(Given about, long commission, List<Long> members) throws SQLException {
    int raised = about.score() + 10;
    FinalOutcome now =
        FinalGradePolicy.of(rules.apply(about.ruleSet()), about.day())
            .outcome(about.form(), scores(about.rating(), raised))
            .orElseThrow();
    LocalDateTime heard = anchor.minusDays(1).atTime(4, 0);
    long appeal = rows.nextKey();
    List<Object> values =
        new ArrayList<>(List.of(values(appeal, about, 3, "DECIDED", commission, heard)));
    values.addAll(List.of("RAISED", JUNIOR, heard.plusHours(1)));
    rows.add("appeal", APPEAL + ", outcome, decided_by, decided_at", values.toArray());
    rows.flush();
    long protocol = rows.nextKey();
    rows.add(
        "appeal_protocol",
        "id, appeal_id, commission_id, number, held_at, place, presiding_id, members, needed,"
            + " applicant_present, proposal, arguments, outcome, old_rating, old_score,"
            + " old_percent, old_sign, new_rating, new_score, new_percent, new_sign, written_by,"
            + " written_at",
        protocol,
        appeal,
        commission,
        1,
        heard,
        "ауд. 101",
        members.get(0),
        members.size(),
        2,
        true,
        "CHANGE",
        "Третий вопрос раскрыт, экзаменатор не учёл вторую страницу ответа.",
        "RAISED",
        about.rating(),
        about.score(),
        about.percent(),
        about.letter(),
        now.admissionRating(),
        raised,
        now.grade().percent(),
        now.grade().sign(),
        JUNIOR,
        heard.plusHours(1));
    rows.flush();
    for (long member : members) {
      rows.add(
          "appeal_vote",
          "id, protocol_id, member_id, vote",
          rows.nextKey(),
          protocol,
          member,
          "FOR");
    }
  }

  private static RowScores scores(int rating, int score) {
    BigDecimal both = BigDecimal.valueOf(rating);
    return new RowScores(both, both, score, null);
  }
}
