package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A discipline chosen before there are groups is taken out of the plan again. */
@InsideTest
class WithdrawalInsideIT {

  private static final String STATUS = "SELECT status FROM study_plan_line WHERE id = ?";
  private static final String PLAN =
      "SELECT p.status FROM study_plan p JOIN study_plan_line l ON l.plan_id = p.id WHERE l.id = ?";
  private static final String EVENTS =
      "SELECT COUNT(*) FROM study_plan_event e JOIN study_plan_line l ON l.plan_id = e.plan_id WHERE"
          + " l.id = ? AND e.act = 'CHANGED' AND e.actor = ?";
  private static final String REFUSED =
      "SELECT COUNT(*) FROM study_plan_event e JOIN study_plan_line l ON l.plan_id = e.plan_id JOIN"
          + " discipline d ON d.id = l.discipline_id AND d.code = e.remark WHERE l.id = ? AND e.act"
          + " = 'REFUSED' AND e.actor = ? AND e.verdict LIKE ? AND e.seal IS NOT NULL";
  private static final String AUDIT =
      "SELECT COUNT(*) FROM audit_entry a JOIN study_plan_line l ON l.plan_id = a.entity_id WHERE"
          + " l.id = ? AND a.entity = 'StudyPlan' AND a.actor = ? AND a.outcome = 'DONE'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(WithdrawalInsideIT.class);
  }

  /** A term of a year of its own, so that its windows and plans concern nobody else. */
  private static synchronized long term(String type) throws SQLException {
    if (Scene.number("SELECT COUNT(*) FROM academic_year WHERE start_year = 2094") == 0) {
      Scene.change(
          "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, 2094,"
              + " '2094-09-01', '2095-08-31')",
          Scene.next("calendar_seq"));
    }
    long term = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks) SELECT"
            + " ?, id, ?, ?, '2095-02-01', '2095-05-31', 15 FROM academic_year WHERE start_year ="
            + " 2094",
        term,
        type,
        code(type));
    return term;
  }

  private static String code(String type) {
    return "OUT-" + type;
  }

  /** Numbers of students without an account: nobody else signs in as one of them. */
  private static String student(int at) throws SQLException {
    return Scene.text(
        "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status"
            + " = 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM account a WHERE"
            + " a.student_id = s.id) ORDER BY s.id DESC LIMIT 1 OFFSET "
            + at);
  }

  private static long line(long term, long student, String status) throws SQLException {
    long offering = Scene.offering(5);
    long year = Scene.number("SELECT academic_year_id FROM term WHERE id = ?", term);
    Scene.change(
        "INSERT IGNORE INTO study_plan (id, uuid, student_id, academic_year_id, status, revision)"
            + " VALUES (?, ?, ?, ?, 'SUBMITTED', 1)",
        Scene.next("registration_seq"),
        UUID.randomUUID().toString(),
        student,
        year);
    long line = Scene.next("registration_seq");
    Scene.change(
        "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status,"
            + " revision, remark) SELECT ?, p.id, ?, o.discipline_id, 'MAIN', 'ru', ?, 1, ? FROM study_plan p"
            + " JOIN offering o ON o.id = ? WHERE p.student_id = ? AND p.academic_year_id = ?",
        line,
        term,
        status,
        status.equals("RETURNED") ? "choose again" : null,
        offering,
        student,
        year);
    return line;
  }

  private static void choiceOpens(long term) throws SQLException {
    Scene.change(
        "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
            + " prepared_by, prepared_at, approved_by, approved_at, approved_off, approved_opens_at,"
            + " approved_closes_at, approved_waves, approved_wave_minutes) VALUES (?, UUID(), ?,"
            + " 'CHOICE', '2020-01-01', '2095-01-01', 'APPROVED', 'one', '2020-01-01', 'two',"
            + " '2020-01-01', FALSE, '2020-01-01', '2095-01-01', 1, 0)",
        Scene.next("registration_seq"),
        term);
  }

  private static void withdraw(String login, String student, String term, long line)
      throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(
        login,
        () -> {
          counter.withdraw(student, term, line);
          return null;
        });
  }

  @Test
  @DisplayName(
      "REG-5 while a window is open a student takes chosen lines out of the own plan, confirmed"
          + " ones too, and the history says so; drafts and lines given back without a seat at any"
          + " time")
  void takenOutByTheStudent() throws Exception {
    String code = code("SPRING");
    long term = term("SPRING");
    String number = student(0);
    String other = student(1);
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    String me = Scene.account("STU", student, null);
    long submitted = line(term, student, "SUBMITTED");
    long returned = line(term, student, "RETURNED");
    long confirmed = line(term, student, "REGISTERED");
    long draft = line(term, student, "CHOSEN");

    assertThatThrownBy(() -> withdraw(me, number, code, submitted))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::code)
                    .containsExactly("registration.leave.no-window"));
    assertThat(Scene.number(REFUSED, submitted, me, "%registration.leave.no-window%"))
        .as("REG-32 what was refused lies in the sealed history")
        .isEqualTo(1);
    withdraw(me, number, code, draft);
    withdraw(me, number, code, returned);
    for (long line : new long[] {draft, returned}) {
      assertThat(Scene.text(STATUS, line)).as("no window is needed").isEqualTo("REMOVED");
    }

    choiceOpens(term);
    long foreign =
        line(term, Scene.number("SELECT id FROM student WHERE student_no = ?", other), "SUBMITTED");
    assertThatThrownBy(() -> withdraw(me, number, code, foreign))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> withdraw(me, other, code, foreign))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> withdraw(Scene.holding("AUD"), other, code, foreign))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Scene.text(STATUS, foreign)).isEqualTo("SUBMITTED");

    withdraw(me, number, code, submitted);
    assertThat(Scene.text(PLAN, confirmed))
        .as("only what is confirmed stays")
        .isEqualTo("REGISTERED");
    withdraw(me, number, code, confirmed);

    for (long line : new long[] {submitted, confirmed}) {
      assertThat(Scene.text(STATUS, line)).isEqualTo("REMOVED");
    }
    assertThat(Scene.text(PLAN, confirmed)).isEqualTo("DRAFT");
    assertThat(Scene.number(EVENTS, confirmed, me)).isEqualTo(4);
    assertThat(Scene.number(AUDIT, confirmed, me)).isEqualTo(4);
    UUID plan =
        UUID.fromString(
            Scene.text(
                "SELECT p.uuid FROM study_plan p JOIN study_plan_line l ON l.plan_id = p.id WHERE"
                    + " l.id = ?",
                confirmed));
    assertThat(Inside.as(me, () -> Inside.bean(PlanQueries.class).sealed(plan)))
        .isEqualTo(new PlanQueries.Sealed(true, 5));
    assertThatThrownBy(() -> withdraw(me, number, code, submitted))
        .as("what is gone is not there to be taken out again")
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName("REG-5 the office takes a line out for a student whose windows are closed")
  void takenOutByTheOffice() throws Exception {
    String code = code("AUTUMN");
    long term = term("AUTUMN");
    String number = student(4);
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    long line = line(term, student, "SUBMITTED");

    withdraw(Scene.holding("SPE"), number, code, line);

    assertThat(Scene.text(STATUS, line)).isEqualTo("REMOVED");
  }
}
