package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kz.miras.registrar.office.service.ImportRun;
import kz.miras.registrar.office.service.ImportStore;
import kz.miras.registrar.office.service.ImportStore.StagedRow;
import kz.miras.registrar.office.service.ImportStore.State;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far an import is, asked while it is being judged. */
@InsideTest
class ImportInsideIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ImportInsideIT.class);
  }

  @Test
  @DisplayName("IMP-1 who asks how far an import is never waits for it, nor does it wait for them")
  void askingWaitsForNobody() throws Exception {
    ImportStore store = Inside.bean(ImportStore.class);
    UUID run = store.begin("slots", "slots.csv", new byte[32], 1, "senior", Instant.now());
    try (Connection storing = Scene.database().getConnection();
        PreparedStatement hold =
            storing.prepareStatement("SELECT id FROM import_run WHERE uuid = ? FOR UPDATE")) {
      storing.setAutoCommit(false);
      hold.setString(1, run.toString());
      hold.executeQuery().close();
      ImportRun asked =
          CompletableFuture.supplyAsync(() -> store.run(run).orElseThrow())
              .get(SOON.toSeconds(), TimeUnit.SECONDS);
      assertThat(asked.status()).isEqualTo("READING");
      storing.rollback();
    }
    store.checked(run, List.of(new StagedRow(2, "{}", State.NEW, null)));
    assertThat(store.run(run).orElseThrow().status()).isEqualTo("CHECKED");
  }

  @Test
  @DisplayName("IMP-1 an import that died with its server is told as failed")
  void theSilentHasFailed() throws Exception {
    ImportStore store = Inside.bean(ImportStore.class);
    UUID run = store.begin("slots", "slots.csv", new byte[32], 1, "senior", Instant.now());
    Scene.change(
        "UPDATE import_run SET touched_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE uuid = ?",
        run.toString());
    assertThat(store.run(run).orElseThrow().status()).isEqualTo("FAILED");
  }
}
