package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the rules of a plan look at in the tables, and what a submission makes of it. */
@InsideTest
class PlanRulesInsideIT {

  private static final String TERM = "RULES-2096";
  private static final int YEAR = 2096;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanRulesInsideIT.class, PlanScene.class);
  }

  /** A term of a year of its own, in which nobody has anything. */
  private static synchronized long term() throws SQLException {
    if (Scene.number("SELECT COUNT(*) FROM term WHERE code = ?", TERM) == 0) {
      long year = Scene.next("calendar_seq");
      Scene.change(
          "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?,"
              + " '2096-09-01', '2097-08-31')",
          year,
          YEAR);
      Scene.change(
          "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
              + " VALUES (?, ?, 'AUTUMN', ?, '2096-09-01', '2096-12-31', 15)",
          Scene.next("calendar_seq"),
          year,
          TERM);
    }
    return Scene.number("SELECT id FROM term WHERE code = ?", TERM);
  }

  private static long offering(int credits) throws SQLException {
    long offering = Scene.offering(credits);
    Scene.change("UPDATE offering SET term_id = ? WHERE id = ?", term(), offering);
    return offering;
  }

  /** The discipline of an offering, chosen without a seat. */
  private static PlanRequest.Line chosen(long offering) throws SQLException {
    return new PlanRequest.Line(
        null,
        Scene.text(
            "SELECT d.code FROM discipline d JOIN offering o ON o.discipline_id = d.id WHERE o.id ="
                + " ?",
            offering),
        null,
        EnrolmentType.ADDITIONAL,
        null,
        null);
  }

  private static PlanAnswer submit(String student, boolean allOrNothing, PlanRequest.Line... lines)
      throws Exception {
    return PlanScene.submit(
        student,
        new PlanRequest(TERM, List.of(lines), allOrNothing, false),
        UUID.randomUUID().toString());
  }

  private static List<String> rules(PlanAnswer answer, int line) {
    return answer.lines().get(line).verdict().refusals().stream().map(Refusal::rule).toList();
  }

  private static long lines(String student, String status) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN student s"
            + " ON s.id = p.student_id WHERE s.student_no = ? AND l.term_id = ? AND l.status = ?",
        student,
        term(),
        status);
  }

  @Test
  @DisplayName("REG-8 REG-14 what was submitted without a seat counts, until its seat is taken")
  void choicesCount() throws Exception {
    String student = Scene.student(0);
    long large = offering(28);
    Scene.section(large, "GROUP", 5);
    long small = offering(10);
    Scene.section(small, "GROUP", 5);

    assertThat(submit(student, false, chosen(large)).isComplete()).isTrue();
    assertThat(rules(submit(student, false, line(small)), 0)).containsExactly("REG-14");
    PlanAnswer seat = submit(student, false, line(large));

    assertThat(seat.lines().get(0).status()).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(lines(student, "SUBMITTED")).isEqualTo(1);
  }

  @Test
  @DisplayName("REG-30 all or nothing is one decision over seats and choices")
  void allOrNothing() throws Exception {
    List<String> students = Scene.students(4);
    long free = offering(5);
    long freeGroup = Scene.section(free, "GROUP", 5);
    long full = offering(5);
    Scene.section(full, "GROUP", 0);
    long choice = offering(5);
    long tooLarge = offering(40);

    PlanAnswer noSeat = submit(students.get(1), true, chosen(choice), line(full));
    PlanAnswer noChoice = submit(students.get(1), true, line(free), chosen(tooLarge));
    PlanAnswer each = submit(students.get(2), false, chosen(choice), line(full), line(free));

    assertThat(rules(noSeat, 0)).containsExactly("REG-30");
    assertThat(rules(noSeat, 1)).containsExactly("REG-3");
    assertThat(rules(noChoice, 0)).containsExactly("REG-30");
    assertThat(rules(noChoice, 1)).containsExactly("REG-14");
    assertThat(lines(students.get(1), "SUBMITTED")).isZero();
    assertThat(each.lines().get(0).verdict().isAllowed()).isTrue();
    assertThat(rules(each, 1)).containsExactly("REG-3");
    assertThat(each.lines().get(2).status()).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(lines(students.get(2), "SUBMITTED")).isEqualTo(2);
    assertThat(taken(freeGroup)).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "IUP-1 a chosen line is not submitted again, a returned one is; nothing is confirmed"
          + " that was not approved")
  void stepsAreNotLeftOut() throws Exception {
    String student = Scene.student(4);
    long offering = offering(5);
    Scene.section(offering, "GROUP", 5);
    submit(student, false, line(offering));
    String where =
        " FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN student s ON s.id ="
            + " p.student_id WHERE s.student_no = ? AND l.term_id = ?";
    long line = Scene.number("SELECT l.id" + where, student, term());
    UUID plan = UUID.fromString(Scene.text("SELECT p.uuid" + where, student, term()));
    PlanApprovalDesk approval = Inside.bean(PlanApprovalDesk.class);
    PlanDesk desk = Inside.bean(PlanDesk.class);

    Verdict early =
        Inside.as(
            Scene.holding("DIR"), () -> approval.confirm(PlanScene.seen(plan), List.of(line)));
    assertThat(early.isAllowed()).isFalse();
    assertThat(lines(student, "SUBMITTED")).isEqualTo(1);

    become("CHOSEN", null, line);
    assertThat(Inside.as(office(), () -> desk.again(student, TERM, line)).isAllowed()).isFalse();
    assertThat(lines(student, "CHOSEN")).isEqualTo(1);

    become("RETURNED", "look again", line);
    assertThat(Inside.as(office(), () -> desk.again(student, TERM, line)).isAllowed()).isTrue();
    assertThat(lines(student, "SUBMITTED")).isEqualTo(1);
  }

  private static void become(String status, String remark, long line) throws SQLException {
    Scene.change(
        "UPDATE study_plan_line SET status = ?, remark = ? WHERE id = ?", status, remark, line);
  }

  @Test
  @DisplayName(
      "REG-6 REG-16 a student chooses while disciplines are chosen, takes no seat where registration"
          + " is off, and has no debt by naming one")
  void windowsAndDebts() throws Exception {
    long chosen = offering(5);
    Scene.section(chosen, "GROUP", 5);
    window("CHOICE", false);
    window("REGISTRATION", true);
    long id =
        Scene.number(
            "SELECT MAX(s.id) FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM"
                + " account a WHERE a.student_id = s.id)");
    String student = Scene.text("SELECT student_no FROM student WHERE id = ?", id);
    String login = Scene.account("STU", id, null);
    PlanDesk desk = Inside.bean(PlanDesk.class);
    PlanRequest.Line seat = line(chosen);
    PlanRequest.Line debt =
        new PlanRequest.Line(
            null, chosen(chosen).discipline(), null, EnrolmentType.DEBT, null, null);
    PlanRequest request = new PlanRequest(TERM, List.of(seat), false, false);
    PlanRequest choice = new PlanRequest(TERM, List.of(debt), false, false);

    PlanAnswer seated = Inside.as(login, () -> desk.check(student, request));
    PlanAnswer named = Inside.as(login, () -> desk.check(student, choice));

    assertThat(codes(seated)).contains("registration.window-off");
    assertThat(codes(named)).contains("registration.no-debt");
    assertThat(codes(named)).noneMatch(code -> code.startsWith("registration.window"));
  }

  private static List<String> codes(PlanAnswer answer) {
    return answer.lines().get(0).verdict().refusals().stream().map(Refusal::code).toList();
  }

  private static void window(String kind, boolean off) throws SQLException {
    String opens = off ? null : "2020-01-01";
    String closes = off ? null : "2096-08-01";
    Scene.change(
        "INSERT INTO registration_window (id, uuid, term_id, kind, off, opens_at, closes_at,"
            + " status, prepared_by, prepared_at, approved_by, approved_at, approved_off,"
            + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes) VALUES"
            + " (?, UUID(), ?, ?, ?, ?, ?, 'APPROVED', 'one', '2020-01-01', 'two', '2020-01-01', ?,"
            + " ?, ?, 1, 0)",
        Scene.next("registration_seq"),
        term(),
        kind,
        off,
        opens,
        closes,
        off,
        opens,
        closes);
  }
}
