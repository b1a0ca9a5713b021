package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.risk.RiskQueries;
import kz.miras.registrar.achievement.service.risk.RiskReader.Asked;
import kz.miras.registrar.achievement.service.risk.RiskWork;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is at risk and why, judged in bulk and kept for the list. */
@InsideTest
class RiskInsideIT {

  private static final String SINCE = "SELECT since_on FROM student_risk WHERE student_id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        RiskInsideIT.class, PromotionScene.class, SessionScene.class, Marks.class);
  }

  private static List<String> rules(String login, long student) throws Exception {
    RiskQueries.View view =
        Inside.as(login, () -> Inside.bean(RiskQueries.class).of(PromotionScene.number(student)));
    return view.reasons().stream().map(Refusal::rule).toList();
  }

  /** How many debts of a student a person sees in the list of debtors. */
  private static long debts(String login, long student) throws Exception {
    ListQuery query =
        new ListQuery(0, 1, null, true, Map.of("student_no", PromotionScene.number(student)), null);
    return Inside.as(login, () -> Inside.bean(ListQueries.class).page("debtors", query)).total();
  }

  /** What is kept of a student by the judgements of a day or later ones, not by the clock. */
  private static long kept(long student, LocalDate day) throws Exception {
    return Scene.number(
        "SELECT COUNT(*) FROM student_risk WHERE student_id = ? AND judged_on >= ?", student, day);
  }

  private static void row(long sheet, long student, Integer rating, Integer score, int absences)
      throws Exception {
    Scene.change(
        "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, score, absences_total,"
            + " absences_valid) VALUES (?, ?, ?, ?, ?, ?, ?, LEAST(2, ?))",
        Scene.next("attestation_seq"),
        sheet,
        student,
        student % 1000,
        rating,
        score,
        absences,
        absences);
  }

  @Test
  @DisplayName(
      "RSK-1 to RSK-6 DEB-4 the day's work keeps every reason of those at risk, every debt with its"
          + " ways, and only those")
  void judged() throws Exception {
    PromotionScene scene = new PromotionScene(2186);
    long well = scene.student(1, "STUDYING");
    long low = scene.student(1, "STUDYING");
    long failing = scene.student(1, "STUDYING");
    long missing = scene.student(1, "STUDYING");
    long away = scene.student(1, "ON_LEAVE");
    long offering = SessionScene.offering(scene.autumn, "DISCIPLINE", "EXAM");
    for (long student : List.of(well, low, failing)) {
      SessionScene.enrol(student, offering, 0, "MAIN", 1);
    }
    scene.passes(well, 0, Letter.A);
    scene.passes(failing, 0, Letter.F);
    scene.passes(failing, 1, Letter.F);
    long sheet = scene.openSheet(missing, scene.autumn);
    row(sheet, well, 50, null, 22);
    row(sheet, low, 49, null, 23);
    row(sheet, failing, 20, 20, 0);

    Calendars calendars = Inside.bean(Calendars.class);
    Term term = calendars.term(scene.autumn).orElseThrow();
    LocalDate day = LocalDate.of(2186, 10, 15);
    Asked asked = new Asked(term, calendars.terms(), day);
    List<Long> all = List.of(well, low, failing, missing, away);
    RiskWork work = Inside.bean(RiskWork.class);
    assertThat(work.judge(asked, all)).isEqualTo(3);

    String office = Scene.holding("JUN");
    assertThat(kept(well, day)).isZero();
    assertThat(rules(office, low)).containsExactly("RSK-1", "RSK-2");
    assertThat(rules(office, failing)).containsExactly("RSK-3", "RSK-4");
    assertThat(rules(office, missing)).containsExactly("RSK-6");
    assertThat(kept(away, day)).isZero();
    assertThat(Scene.text("SELECT rules FROM student_risk WHERE student_id = ?", failing))
        .isEqualTo("RSK-3 RSK-4");
    assertThat(Scene.number("SELECT debt_credits FROM student_risk WHERE student_id = ?", failing))
        .isEqualTo(15);

    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(CONCAT_WS(' ', cause, credits, since_term, sign, ways) ORDER BY"
                    + " credits SEPARATOR ', ') FROM student_debt WHERE student_id = ?",
                failing))
        .isEqualTo(
            "FAILED 5 PRO2186-2 F REPEAT SUMMER, FAILED 10 "
                + Scene.text("SELECT code FROM term WHERE id = ?", scene.autumn)
                + " F REPEAT SUMMER");
    assertThat(debts(office, failing)).as("one row a debt").isEqualTo(2);
    assertThat(debts(office, well)).isZero();

    work.judge(new Asked(null, calendars.terms(), Scene.today()), all);
    assertThat(rules(office, low))
        .as("what the clock finds on an earlier day changes nothing")
        .containsExactly("RSK-1", "RSK-2");

    String since = Scene.text(SINCE, low);
    SessionScene.enrol(missing, offering, 0, "MAIN", 1);
    work.judge(new Asked(term, calendars.terms(), day.plusDays(1)), all);
    assertThat(kept(missing, day)).as("no more at risk").isZero();
    assertThat(kept(low, day.plusDays(1))).isOne();
    assertThat(Scene.text(SINCE, low)).isEqualTo(since);

    long other = Scene.number("SELECT MAX(id) FROM org_unit WHERE id <> ?", scene.school);
    assertThat(rules(PromotionScene.dean(scene.school), low)).contains("RSK-1");
    assertThat(debts(PromotionScene.dean(scene.school), failing)).isEqualTo(2);
    assertThatThrownBy(() -> rules(PromotionScene.dean(other), low)).isNotNull();
    assertThat(debts(PromotionScene.dean(other), failing)).as("of another school").isZero();
    String own = Scene.account("ADV", null, freeTeacher());
    assertThatThrownBy(() -> rules(own, low)).as("another's advisee").isNotNull();
    Scene.change(
        "UPDATE student SET adviser_id = (SELECT teacher_id FROM account WHERE login = ?) WHERE id"
            + " = ?",
        own,
        low);
    assertThat(rules(own, low)).contains("RSK-1");
    for (String role : List.of("TCH", "STU", "ACC")) {
      assertThatThrownBy(() -> rules(Scene.holding(role), low)).as(role).isNotNull();
      assertThatThrownBy(() -> debts(Scene.holding(role), failing)).as(role).isNotNull();
    }
    Scene.change("UPDATE student SET adviser_id = NULL WHERE id = ?", low);
    Scene.change("DELETE FROM student_debt WHERE student_id IN (?, ?, ?)", low, failing, away);
    for (long student : all) {
      Scene.change("DELETE FROM student_risk WHERE student_id = ?", student);
    }
  }

  /** A teacher without an account. */
  private static long freeTeacher() throws Exception {
    return Scene.number(
        "SELECT MAX(e.id) FROM teacher e WHERE NOT EXISTS (SELECT 1 FROM account a WHERE"
            + " a.teacher_id = e.id)");
  }
}
