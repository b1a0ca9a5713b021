package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.service.LateAdvisers;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Plans that lie with an adviser too long, by the days of the student's level. */
@InsideTest
class EscalationInsideIT {

  private static final String LATE =
      "SELECT COUNT(*) FROM study_plan WHERE id = ? AND escalated_at IS NOT NULL";
  private static final int YEAR = 2093;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(EscalationInsideIT.class, PlanScene.class, Crowd.class);
  }

  /** A plan of somebody of this level, submitted long before anybody else's. */
  private static long plan(Level level) throws SQLException {
    return plan(level, YEAR);
  }

  private static long plan(Level level, int year) throws SQLException {
    if (Scene.number("SELECT COUNT(*) FROM academic_year WHERE start_year = ?", year) == 0) {
      Scene.change(
          "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?, ?, ?)",
          Scene.next("calendar_seq"),
          year,
          year + "-09-01",
          (year + 1) + "-06-30");
    }
    long plan = Scene.next("registration_seq");
    Scene.change(
        "INSERT INTO study_plan (id, uuid, student_id, academic_year_id, status, revision,"
            + " submitted_at) SELECT ?, ?, MIN(s.id), y.id, 'SUBMITTED', 1, '2001-02-01 06:00:00'"
            + " FROM student s JOIN programme p ON p.id = s.programme_id JOIN academic_year y ON"
            + " y.start_year = ? WHERE p.level = ? GROUP BY y.id",
        plan,
        UUID.randomUUID().toString(),
        year,
        level.name());
    // by the line that lies there: whatever else stands in the plan hides it from nobody
    Scene.change(
        "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status)"
            + " SELECT ?, ?, o.term_id, o.discipline_id, 'MAIN', 'ru', 'SUBMITTED' FROM offering o"
            + " WHERE o.id = ?",
        Scene.next("registration_seq"),
        plan,
        Scene.offering(1));
    Scene.change("UPDATE study_plan SET status = 'RETURNED' WHERE id = ?", plan);
    return plan;
  }

  private static int escalate(String login, Level level, String before) throws Exception {
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    return Inside.as(login, () -> jobs.escalate(level, LocalDate.parse(before)));
  }

  @Test
  @DisplayName("a plan is late by the days of the student's level, once, and no other is touched")
  void lateByTheLevel() throws Exception {
    long bachelor = plan(Level.BACHELOR);
    long master = plan(Level.MASTER);
    String system = Scene.holding("SYSTEM");

    assertThat(escalate(system, Level.MASTER, "2001-02-01")).as("not late yet").isZero();
    assertThat(escalate(system, Level.MASTER, "2001-02-02")).isEqualTo(1);
    assertThat(Scene.number(LATE, master)).isEqualTo(1);
    assertThat(Scene.number(LATE, bachelor)).isZero();
    assertThat(escalate(system, Level.MASTER, "2001-02-02")).as("told once").isZero();
    assertThat(escalate(system, Level.BACHELOR, "2001-02-02")).isEqualTo(1);
    assertThat(Scene.number(LATE, bachelor)).isEqualTo(1);
    assertThatThrownBy(() -> escalate(Scene.holding("DIR"), Level.MASTER, "2001-02-02"))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }

  private static long told(String login) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login = ? AND"
            + " n.code = 'registration.notice.plans-late'",
        login);
  }

  @Test
  @DisplayName(
      "IUP-8 the dean of the school and the office are told of late plans, of those without an"
          + " adviser too, and find them named; two that look at once tell once")
  void deanAndOfficeAreTold() throws Exception {
    long plan = plan(Level.BACHELOR, YEAR + 1);
    long student = Scene.number("SELECT student_id FROM study_plan WHERE id = ?", plan);
    long school =
        Scene.number(
            "SELECT p.school_id FROM programme p JOIN student s ON s.programme_id = p.id WHERE"
                + " s.id = ?",
            student);
    long adviser = Scene.number("SELECT adviser_id FROM student WHERE id = ?", student);
    String office = Scene.holding("SPE");
    String dean = Scene.holding("DEAN");
    String other = Scene.holding("DEAN");
    String grant =
        "UPDATE role_grant SET school_id = ? WHERE account_id = (SELECT id FROM account WHERE login"
            + " = ?)";
    Scene.change(grant, school, dean);
    Scene.change(
        grant,
        Scene.number("SELECT MIN(school_id) FROM programme WHERE school_id <> ?", school),
        other);
    String system = Scene.holding("SYSTEM");
    Scene.change("UPDATE student SET adviser_id = NULL WHERE id = ?", student);
    try {
      RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
      LocalDate before = LocalDate.parse("2001-02-02");
      List<Integer> marked =
          Crowd.atOnce(
              Inside.signedIn(system),
              Collections.nCopies(2, () -> jobs.escalate(Level.BACHELOR, before)));
      assertThat(marked).as("one of them marks it").containsExactlyInAnyOrder(0, 1);

      assertThat(told(office)).isOne();
      assertThat(told(dean)).isOne();
      assertThat(told(other)).as("another school's").isZero();
      LateAdvisers late = Inside.bean(LateAdvisers.class);
      assertThat(Inside.as(dean, late::all))
          .filteredOn(one -> one.name() == null)
          .singleElement()
          .satisfies(one -> assertThat(one.plans()).isPositive());
    } finally {
      Scene.change("UPDATE student SET adviser_id = NULLIF(?, 0) WHERE id = ?", adviser, student);
    }
  }

  @Test
  @DisplayName("IUP-1 the plan of a year that is over is closed, once, and is late for nobody")
  void endedYears() throws Exception {
    long plan = plan(Level.PHD);
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    String system = Scene.holding("SYSTEM");
    assertThat(Inside.as(system, jobs::toClose)).as("its year has not begun").doesNotContain(plan);
    long past = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, 1991,"
            + " '1991-09-01', '1992-06-30')",
        past);
    Scene.change("UPDATE study_plan SET academic_year_id = ? WHERE id = ?", past, plan);

    assertThat(Inside.as(system, jobs::toClose)).contains(plan);
    for (int i = 0; i < 2; i++) {
      Inside.as(
          system,
          () -> {
            jobs.close(plan);
            return null;
          });
    }

    assertThat(Scene.text("SELECT status FROM study_plan WHERE id = ?", plan)).isEqualTo("CLOSED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM study_plan_event WHERE plan_id = ? AND act = 'CLOSED'", plan))
        .isOne();
    assertThat(Inside.as(system, jobs::toClose)).doesNotContain(plan);
    assertThat(escalate(system, Level.PHD, "2001-02-02")).isZero();
    PlanApprovalDesk desk = Inside.bean(PlanApprovalDesk.class);
    UUID link =
        UUID.fromString(Scene.text("SELECT CAST(uuid AS CHAR) FROM study_plan WHERE id = ?", plan));
    assertThat(
            Inside.as(Scene.holding("SPE"), () -> desk.confirm(PlanScene.seen(link), Set.of()))
                .refusals())
        .extracting(Refusal::code)
        .containsExactly("registration.plan.closed");
  }
}
