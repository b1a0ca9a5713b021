package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.ReceiptQueries;
import kz.miras.registrar.registration.service.ReceiptQueries.Receipt;
import kz.miras.registrar.registration.service.RegistrationCounter;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is decided where no section is concerned: sealed in the plan and in a chain of receipts. */
@InsideTest
class ReceiptChainInsideIT {

  private static final String POSITION = " WHERE student_id = ? AND chain_position = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ReceiptChainInsideIT.class, Chooser.class, PlanScene.class, Crowd.class);
  }

  private static PlanAnswer ask(Chooser student, String code) throws Exception {
    return submit(student.number(), student.request(code, null), UUID.randomUUID().toString());
  }

  private static Receipt receipt(PlanAnswer answer) throws Exception {
    return Inside.as(
        office(), () -> Inside.bean(ReceiptQueries.class).receipt(answer.submission()));
  }

  private static PlanQueries.Sealed sealed(UUID plan) throws Exception {
    return Inside.as(office(), () -> Inside.bean(PlanQueries.class).sealed(plan));
  }

  /** Does something to a table behind its guard. */
  private static void behind(String trigger, String event, String table, Callable<Void> work)
      throws Exception {
    String guard =
        Scene.text(
            "SELECT action_statement FROM information_schema.triggers WHERE trigger_schema ="
                + " DATABASE() AND trigger_name = ?",
            trigger);
    Scene.change("DROP TRIGGER " + trigger);
    try {
      work.call();
    } finally {
      Scene.change(
          "CREATE TRIGGER "
              + trigger
              + " BEFORE "
              + event
              + " ON "
              + table
              + " FOR EACH ROW "
              + guard);
    }
  }

  @Test
  @DisplayName(
      "REG-32 a choice without a section is a sealed step of its plan; its receipt follows that of"
          + " the request before, a refused one's too")
  void choicesAndRefusals() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.publish();

      Receipt chosen = receipt(ask(student, student.first()));
      Receipt refused = receipt(ask(student, student.second()));
      Receipt more = receipt(ask(student, student.added()));

      assertThat(List.of(chosen, refused, more)).allMatch(Receipt::holds);
      assertThat(chosen.entries()).as("no section").isEmpty();
      assertThat(refused.answer().lines()).noneMatch(line -> line.verdict().isAllowed());
      assertThat(refused.step()).as("the plan stays as it was").isNull();
      assertThat(refused.number()).isEqualTo(chosen.number() + 1);
      assertThat(refused.previous()).isEqualTo(chosen.code());
      assertThat(more.previous()).isEqualTo(refused.code());
      assertThat(chosen.step().position()).isPositive();
      PlanQueries.Sealed sealed = sealed(chosen.step().plan());
      assertThat(sealed.intact()).isTrue();
      assertThat(sealed.steps()).isGreaterThanOrEqualTo(chosen.step().position());
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName(
      "REG-32 a refused request that is changed is seen at its receipt and at those beside it, a"
          + " changed step of a plan at the plan and at its receipt")
  void changedBehindTheGuards() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.publish();
      PlanAnswer chosen = ask(student, student.first());
      PlanAnswer refused = ask(student, student.second());
      Receipt good = receipt(chosen);
      String receipts = "UPDATE registration_submission SET receipt = ?" + POSITION;
      String kept =
          Scene.text(
              "SELECT HEX(receipt) FROM registration_submission" + POSITION,
              student.student(),
              receipt(refused).number());

      behind(
          "registration_submission_no_update",
          "UPDATE",
          "registration_submission",
          () -> {
            Scene.change(receipts, new byte[32], student.student(), good.number() + 1);
            assertThat(receipt(refused).holds()).isFalse();
            assertThat(receipt(chosen).holds()).as("what follows has not changed").isTrue();
            Scene.change(
                "UPDATE registration_submission SET receipt = UNHEX(?), previous = ?" + POSITION,
                kept,
                new byte[32],
                student.student(),
                good.number() + 1);
            assertThat(receipt(chosen).holds()).as("what follows is another").isFalse();
            Scene.change(
                "UPDATE registration_submission b JOIN registration_submission n ON n.student_id ="
                    + " b.student_id AND n.chain_position = b.chain_position + 1 SET n.previous ="
                    + " b.receipt WHERE b.student_id = ? AND b.chain_position = ?",
                student.student(),
                good.number());
            return null;
          });
      assertThat(List.of(receipt(chosen), receipt(refused))).as("undone").allMatch(Receipt::holds);

      behind(
          "study_plan_event_no_update",
          "UPDATE",
          "study_plan_event",
          () -> {
            String step = " WHERE submission = ?";
            Scene.change(
                "UPDATE study_plan_event SET remark = 'slipped in'" + step,
                chosen.submission().toString());
            assertThat(sealed(good.step().plan()).intact()).isFalse();
            Scene.change(
                "UPDATE study_plan_event SET remark = NULL" + step, chosen.submission().toString());
            return null;
          });
      assertThat(sealed(good.step().plan()).intact()).as("undone").isTrue();
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName("REG-32 many requests of one student at once make one chain without gaps")
  void atOnce() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.publish();
      RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
      long before = newest(student);
      List<Callable<PlanAnswer>> work = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String code = student.codes().get(i % 3);
        work.add(
            () ->
                counter.submit(
                    student.number(),
                    student.request(code, null),
                    UUID.randomUUID().toString(),
                    null));
      }

      List<PlanAnswer> answers = Crowd.atOnce(Inside.signedIn(office()), work);

      assertThat(newest(student)).isEqualTo(before + 8);
      for (PlanAnswer answer : answers) {
        Receipt receipt = receipt(answer);
        assertThat(receipt.holds()).as("receipt %d", receipt.number()).isTrue();
        assertThat(receipt.number()).isBetween(before + 1, before + 8);
      }
      assertThat(answers).extracting(PlanAnswer::receipt).doesNotHaveDuplicates();
    } finally {
      student.leave();
    }
  }

  private static long newest(Chooser student) throws SQLException {
    return Scene.number(
        "SELECT COALESCE(MAX(position), 0) FROM registration_receipt_head WHERE student_id = ?",
        student.student());
  }

  @Test
  @DisplayName("REG-32 the newest receipt of a student is neither forgotten nor put back")
  void theHeadStays() throws Exception {
    Chooser student = Chooser.come();
    try {
      ask(student, student.first());
      String where = " WHERE student_id = ?";
      assertThatThrownBy(
              () ->
                  Scene.change("DELETE FROM registration_receipt_head" + where, student.student()))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
      assertThatThrownBy(
              () ->
                  Scene.change(
                      "UPDATE registration_receipt_head SET receipt = ?" + where,
                      new byte[32],
                      student.student()))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("never goes back");
    } finally {
      student.leave();
    }
  }
}
