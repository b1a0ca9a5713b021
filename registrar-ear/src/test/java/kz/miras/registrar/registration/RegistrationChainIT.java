package kz.miras.registrar.registration;

import static kz.miras.registrar.registration.SpoiledLog.after;
import static kz.miras.registrar.registration.SpoiledLog.lost;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.registration.service.RegistrationChecking.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The registration log under attack by SQL, in temporary tables that hide the real ones from one
 * connection.
 */
@ExtendWith(ServerExtension.class)
class RegistrationChainIT {

  @Test
  @DisplayName("AUD-3 the logs of several sections verify as they were written")
  void untouched(TestServer server) throws SQLException {
    Outcome outcome = after(server, 3, 20);
    assertThat(outcome.findings()).isEmpty();
    assertThat(List.of(outcome.sections(), outcome.rows())).containsExactly(3L, 60L);
    assertThat(outcome.receipts()).isEqualTo(20 + SpoiledLog.REQUESTS - 1);
    assertThat(List.of(outcome.plans(), outcome.steps())).containsExactly(1L, 4L);
    assertThat(outcome.lost()).isEmpty();
  }

  @Test
  @DisplayName("AUD-3 a changed, a missing and a cut off decision are found, each in its section")
  void attacked(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            4,
            20,
            "UPDATE registration_log SET act = 'REFUSED' WHERE section_id = 1 AND position = 5",
            "DELETE FROM registration_log WHERE section_id = 2 AND position = 7",
            "DELETE FROM registration_log WHERE section_id = 3 AND position > 18");
    assertThat(outcome.findings())
        .extracting(one -> one.report().deviations().get(0).kind().name())
        .containsExactly("CHANGED", "MISSING", "CUT_OFF");
    assertThat(outcome.findings())
        .extracting(one -> one.report().deviations().get(0).position())
        .containsExactly(5L, 7L, 19L);
  }

  @Test
  @DisplayName("AUD-3 a section whose whole log is gone is found")
  void emptied(TestServer server) throws SQLException {
    Outcome outcome = after(server, 2, 5, "DELETE FROM registration_log WHERE section_id = 2");
    assertThat(outcome.findings()).hasSize(1);
  }

  @Test
  @DisplayName("REG-32 the last decisions taken away, head and all, are missed by their receipts")
  void cutOffWithItsHead(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            2,
            20,
            "DELETE FROM registration_log WHERE section_id = 1 AND position > 18",
            "UPDATE section_seat SET log_position = 18, log_seal = (SELECT seal FROM"
                + " registration_log WHERE section_id = 1 AND position = 18) WHERE section_id = 1");
    assertThat(lost(outcome)).containsExactly("differs", "differs");
  }

  @Test
  @DisplayName("REG-32 an answer changed afterwards, and a request that is gone, are found")
  void changedAnswers(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            2,
            20,
            "UPDATE registration_submission SET answer = CONCAT(answer, ' ') WHERE id = '"
                + new UUID(7, 5)
                + "'",
            "DELETE FROM registration_submission WHERE id = '" + new UUID(7, 6) + "'");
    assertThat(lost(outcome)).containsExactly("differs", "gone", "missing");
  }
}
