package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.LineJobs;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A line of a plan without a seat that stood on a mark, when the mark arrives or never will. */
@InsideTest
class SettlingLinesInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SettlingLinesInsideIT.class, Marks.class, PlanScene.class);
  }

  /** A discipline nobody offers yet, and the one it needs, of a term that began before. */
  private record Pair(String number, long student, long needed, String term, String code) {

    static Pair of(int place) throws SQLException {
      long needed = Scene.offering(1);
      Scene.section(needed, "GROUP", 5);
      long wanted = Scene.offering(1);
      Scene.change(
          "INSERT INTO prerequisite (discipline_id, requires_id) SELECT w.discipline_id,"
              + " n.discipline_id FROM offering w JOIN offering n ON n.id = ? WHERE w.id = ?",
          needed,
          wanted);
      String term =
          Scene.text(
              "SELECT t.code FROM term t JOIN offering o ON o.term_id = t.id WHERE o.id = ?",
              wanted);
      String code = Scene.text("SELECT code FROM offering WHERE id = ?", wanted);
      Scene.change("DELETE FROM offering WHERE id = ?", wanted);
      Scene.change(
          "UPDATE offering SET term_id = (SELECT id FROM term ORDER BY starts_on LIMIT 1) WHERE id ="
              + " ?",
          needed);
      String number = Scene.student(place);
      long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
      return new Pair(number, student, needed, term, code);
    }

    /** The needed one is being studied. */
    long studied() throws SQLException {
      long enrolment = Scene.next("registration_seq");
      Scene.change(
          "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
              + " enrolled_at) VALUES (?, UUID(), ?, ?, 'ADDITIONAL', 1, 'ENROLLED',"
              + " '2020-09-01')",
          enrolment,
          student,
          needed);
      return enrolment;
    }

    /** Its mark arrives. */
    void marked(Letter letter) throws Exception {
      Marks.arrives(student, needed, letter);
      Scene.change(
          "UPDATE enrolment SET status = 'COMPLETED' WHERE student_id = ? AND offering_id = ?",
          student,
          needed);
    }

    String needs() throws SQLException {
      return Scene.text("SELECT code FROM offering WHERE id = ?", needed);
    }

    /** Submits the discipline without a seat and answers the line. */
    long submitted(boolean provisional) throws Exception {
      PlanRequest.Line wish =
          new PlanRequest.Line(null, code, null, EnrolmentType.ADDITIONAL, null, null);
      PlanAnswer answer =
          PlanScene.submit(
              number,
              new PlanRequest(term, List.of(wish), false, false),
              UUID.randomUUID().toString());
      assertThat(answer.lines().get(0).verdict().refusals()).isEmpty();
      assertThat(answer.lines().get(0).verdict().provisional()).isEqualTo(provisional);
      long line =
          Scene.number(
              "SELECT l.id FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN"
                  + " discipline d ON d.id = l.discipline_id WHERE p.student_id = ? AND d.code = ?"
                  + " AND l.status = 'SUBMITTED'",
              student,
              code);
      settle(line);
      assertThat(told("line-")).as("nothing has changed yet").isZero();
      assertThat(isProvisional()).isEqualTo(provisional);
      return line;
    }

    /** As the plan shows it. */
    boolean isProvisional() throws Exception {
      PlanView plan =
          Inside.as(PlanScene.office(), () -> Inside.bean(PlanQueries.class).plan(number, term));
      return plan.lines().stream()
          .filter(line -> line.discipline().equals(code))
          .findFirst()
          .orElseThrow()
          .provisional();
    }

    long told(String code) throws SQLException {
      return Scene.number(
          "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code LIKE ? AND args LIKE ?",
          student,
          "registration.notice." + code + "%",
          "%" + this.code + "%");
    }

    /** How often the plan's history says this of the line's prerequisite. */
    long remembered(String act, String remark) throws SQLException {
      return Scene.number(
          "SELECT COUNT(*) FROM study_plan_event e JOIN study_plan p ON p.id = e.plan_id WHERE"
              + " p.student_id = ? AND e.act = ? AND e.remark = ?",
          student,
          act,
          remark);
    }
  }

  private static String status(long line) throws SQLException {
    return Scene.text("SELECT status FROM study_plan_line WHERE id = ?", line);
  }

  /** What the clock does each minute, for one line; its own minute may have come before. */
  private static void settle(long line) throws Exception {
    LineJobs jobs = Inside.bean(LineJobs.class);
    Inside.as(
        Scene.holding("SYSTEM"),
        () -> {
          jobs.settle(line);
          return null;
        });
    assertThat(Scene.number("SELECT to_settle FROM study_plan_line WHERE id = ?", line)).isZero();
  }

  @Test
  @DisplayName(
      "REG-2 a line without a seat whose prerequisite is failed comes back, with the reason, and is"
          + " not submitted again")
  void failed() throws Exception {
    Pair pair = Pair.of(42);
    pair.studied();
    long line = pair.submitted(true);

    pair.marked(Letter.F);
    settle(line);
    settle(line);

    assertThat(status(line)).isEqualTo("RETURNED");
    String remark = "REG-2: " + pair.needs();
    assertThat(Scene.text("SELECT remark FROM study_plan_line WHERE id = ?", line))
        .isEqualTo(remark);
    assertThat(pair.remembered("RETURNED", remark)).isOne();
    assertThat(pair.told("line-failed")).isOne();
    assertThat(pair.isProvisional()).isFalse();
    PlanDesk desk = Inside.bean(PlanDesk.class);
    Verdict again =
        Inside.as(PlanScene.office(), () -> desk.again(pair.number(), pair.term(), line));
    assertThat(again.refusals()).extracting(Refusal::rule).contains("REG-2");
  }

  @Test
  @DisplayName(
      "REG-2 with a pass the line is firm, told once, and a later failure is to be decided")
  void passed() throws Exception {
    Pair pair = Pair.of(41);
    pair.studied();
    long line = pair.submitted(true);

    pair.marked(Letter.D);
    settle(line);
    settle(line);

    assertThat(status(line)).isEqualTo("SUBMITTED");
    assertThat(pair.isProvisional()).isFalse();
    assertThat(pair.told("line-firm")).isOne();
    long settled = pair.remembered("CHANGED", "REG-2");

    Marks.corrected(pair.student(), pair.needed(), Letter.F);
    settle(line);
    settle(line);

    assertThat(status(line)).as("adviser and office decide").isEqualTo("SUBMITTED");
    assertThat(pair.told("line-lost")).isOne();
    assertThat(pair.remembered("CHANGED", "REG-2: " + pair.needs())).isOne();
    assertThat(settled).isPositive();

    Marks.corrected(pair.student(), pair.needed(), Letter.C);
    settle(line);

    assertThat(pair.told("line-firm")).isEqualTo(2);
    assertThat(pair.isProvisional()).isFalse();
  }

  @Test
  @DisplayName("REG-2 where what it stands on is left, the line comes back as with a failure")
  void left() throws Exception {
    Pair pair = Pair.of(43);
    long needed = pair.studied();
    long line = pair.submitted(true);
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);

    Inside.as(
        Scene.holding("DIR"),
        () -> {
          desk.leave(needed, EnrolmentStatus.CANCELLED_BY_OR, "by order 7");
          return null;
        });
    settle(line);

    assertThat(status(line)).isEqualTo("RETURNED");
    assertThat(pair.told("line-failed")).isOne();
  }

  @Test
  @DisplayName("REG-2 what stood on a passed discipline is no matter of a mark of another one")
  void firmFromTheBeginning() throws Exception {
    Pair pair = Pair.of(44);
    pair.marked(Letter.B);
    long line = pair.submitted(false);

    Marks.arrives(pair.student(), Pair.of(44).needed(), Letter.F);
    settle(line);

    assertThat(status(line)).isEqualTo("SUBMITTED");
    assertThat(pair.told("line-")).isZero();
  }
}
