package kz.miras.registrar.registration;

import static kz.miras.registrar.registration.SpoiledLog.after;
import static kz.miras.registrar.registration.SpoiledLog.lost;
import static kz.miras.registrar.registration.SpoiledLog.ofRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.registration.service.RegistrationChecking.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Decisions about plans whose lines have no section, and the receipts of a student, under attack by
 * SQL.
 */
@ExtendWith(ServerExtension.class)
class PlanChainIT {

  @Test
  @DisplayName("REG-32 a step of a plan without sections is found where it is changed or missing")
  void changedSteps(TestServer server) throws SQLException {
    Outcome changed =
        after(
            server,
            1,
            2,
            "UPDATE study_plan_event SET content = REPLACE(content, '3', '4') WHERE position = 3");
    assertThat(changed.findings())
        .extracting(one -> one.report().deviations().get(0).kind().name())
        .containsExactly("CHANGED");
    assertThat(changed.lost()).as("nobody submitted it").isEmpty();
    Outcome missing = after(server, 1, 2, "DELETE FROM study_plan_event WHERE position = 2");
    assertThat(missing.findings())
        .extracting(one -> one.report().deviations().get(0).kind().name())
        .containsExactly("MISSING");
    Outcome emptied = after(server, 1, 2, "DELETE FROM study_plan_event");
    assertThat(emptied.findings())
        .extracting(one -> one.report().deviations().get(0).kind().name())
        .containsExactly("CUT_OFF");
  }

  @Test
  @DisplayName("REG-32 the last step of a plan taken away, head and all, is missed by its receipt")
  void lastStepWithItsHead(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            1,
            2,
            "DELETE FROM study_plan_event WHERE position = 4",
            "UPDATE study_plan SET log_position = 3, log_seal = (SELECT seal FROM study_plan_event"
                + " WHERE position = 3)");
    assertThat(lost(outcome)).containsExactly("differs");
  }

  @Test
  @DisplayName("REG-32 a step that was slipped into a plan without a seal is found")
  void anUnsealedStep(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            1,
            2,
            "INSERT INTO study_plan_event (id, plan_id, revision, at, actor, act) VALUES (99, 5, 1,"
                + " '2026-08-20', 'adviser', 'APPROVED')");
    assertThat(lost(outcome)).containsExactly("unsealed");
  }

  @Test
  @DisplayName(
      "REG-32 a receipt of a refusal no log knows of is missed where it is taken away, first, in"
          + " between or last, and found where it is changed or put elsewhere")
  void chainedReceipts(TestServer server) throws SQLException {
    String delete = "DELETE FROM registration_submission";
    assertThat(lost(after(server, 1, 2, delete + ofRequest(5)))).containsExactly("missing");
    assertThat(lost(after(server, 1, 2, delete + ofRequest(6)))).containsExactly("missing");
    assertThat(lost(after(server, 1, 2, delete + ofRequest(1)))).containsExactly("gone", "missing");
    assertThat(
            lost(
                after(
                    server,
                    1,
                    2,
                    "UPDATE registration_submission SET answer = '{}'" + ofRequest(6))))
        .containsExactly("differs");
    assertThat(
            lost(
                after(
                    server,
                    1,
                    2,
                    delete + ofRequest(5),
                    "UPDATE registration_submission SET chain_position = chain_position - 1"
                        + ofRequest(6),
                    "UPDATE registration_receipt_head SET position = position - 1 WHERE student_id"
                        + " = 2")))
        .containsExactly("differs", "missing");
  }
}
