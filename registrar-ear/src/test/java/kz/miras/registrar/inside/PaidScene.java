package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.payment.PaymentDesk;

/** What is submitted and has to be paid for, and the mark of its payment. */
final class PaidScene {

  static final String LINE =
      "SELECT l.status FROM study_plan_line l JOIN enrolment e ON e.id = l.enrolment_id WHERE e.uuid"
          + " = ?";

  private PaidScene() {}

  /** Code of a section. */
  static String code(long section) throws SQLException {
    return Scene.text("SELECT code FROM section WHERE id = ?", section);
  }

  /** A repeat of what was failed, in this group, submitted and not paid. */
  static PlanAnswer repeat(int place, long offering, long group) throws Exception {
    return repeat(place, offering, group, null);
  }

  /** The same instead of another enrolment. */
  static PlanAnswer repeat(int place, long offering, long group, UUID instead) throws Exception {
    PlanAnswer answer = unpaid(place, offering, group, instead);
    assertThat(text(LINE, answer)).isEqualTo("SUBMITTED");
    return answer;
  }

  /** The same, whatever the plan says of it: inside one discipline the line stands for the seat. */
  static PlanAnswer unpaid(int place, long offering, long group, UUID instead) throws Exception {
    String number = Scene.student(place);
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    Marks.arrives(student, offering, Letter.F);
    PlanAnswer answer =
        submit(
            number,
            new PlanRequest(
                request(false, true, offering).term(),
                List.of(
                    new PlanRequest.Line(
                        line(offering).offering(),
                        null,
                        code(group),
                        EnrolmentType.RETAKE,
                        null,
                        instead)),
                false,
                true),
            UUID.randomUUID().toString());
    assertThat(answer.lines().get(0).verdict().refusals()).isEmpty();
    assertThat(statusOf(answer)).isEqualTo("REQUESTED");
    return answer;
  }

  /** What a query says of the enrolment of the first line. */
  static String text(String sql, PlanAnswer answer) throws SQLException {
    return Scene.text(sql, answer.lines().get(0).enrolment().toString());
  }

  /** Accounting marks it as paid. */
  static void paid(PlanAnswer answer) throws Exception {
    String payment =
        text(
            "SELECT CAST(r.uuid AS CHAR) FROM payment_request r JOIN enrolment e ON e.id ="
                + " r.enrolment_id WHERE e.uuid = ?",
            answer);
    PaymentDesk desk = Inside.bean(PaymentDesk.class);
    Mark mark = new Mark(LocalDate.now(), "receipt 9", null);
    assertThat(
            Inside.as(Scene.holding("ACC"), () -> desk.confirmAll(List.of(payment), mark)).done())
        .isOne();
  }
}
