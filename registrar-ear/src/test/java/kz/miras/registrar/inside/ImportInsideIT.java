package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kz.miras.registrar.office.service.ImportDesk;
import kz.miras.registrar.office.service.ImportRun;
import kz.miras.registrar.office.service.ImportStore;
import kz.miras.registrar.office.service.ImportStore.StagedRow;
import kz.miras.registrar.office.service.ImportStore.State;
import kz.miras.registrar.office.service.RecordLists;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.RecordList;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far an import is, asked while it is being judged. */
@InsideTest
class ImportInsideIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  /** How many wait for a lock; which ones, only an administrator of the database may ask. */
  private static final String WAITING =
      "SELECT variable_value FROM information_schema.global_status WHERE variable_name ="
          + " 'INNODB_ROW_LOCK_CURRENT_WAITS'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ImportInsideIT.class, Soon.class);
  }

  @Test
  @DisplayName("IMP-1 who asks how far an import is never waits for it, nor does it wait for them")
  void askingWaitsForNobody() throws Exception {
    ImportStore store = Inside.bean(ImportStore.class);
    UUID run = store.begin(list("slots"), "slots.csv", new byte[32], 1, "senior", Instant.now());
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
    UUID run = store.begin(list("slots"), "slots.csv", new byte[32], 1, "senior", Instant.now());
    Scene.change(
        "UPDATE import_run SET touched_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE uuid = ?",
        run.toString());
    assertThat(store.run(run).orElseThrow().status()).isEqualTo("FAILED");
  }

  private static RecordList list(String code) {
    return Inside.bean(RecordLists.class).named(code);
  }

  private static UUID checked(long offering, String section) throws Exception {
    ImportDesk desk = Inside.bean(ImportDesk.class);
    String row =
        String.join(
            ";",
            "FAR",
            Scene.text("SELECT code FROM offering WHERE id = ?", offering),
            section,
            "GROUP",
            "7");
    byte[] file =
        ("term;offering;section;kind;capacity\r\n" + row + "\r\n").getBytes(StandardCharsets.UTF_8);
    UUID run =
        Inside.as(Scene.holding("SEN"), () -> desk.upload("sections", "s.csv", file, Language.EN));
    assertThat(Soon.ended(run).status()).isEqualTo("CHECKED");
    return run;
  }

  @Test
  @DisplayName(
      "IMP-1 sections somebody else makes while they are being stored are judged and stored anew, by"
          + " the same import")
  void whoeverIsQuicker() throws Exception {
    long offering = Scene.offering(1);
    UUID run = checked(offering, "RACE");
    ImportDesk desk = Inside.bean(ImportDesk.class);
    long made = Scene.next("registration_seq");
    try (Connection quicker = Scene.database().getConnection()) {
      quicker.setAutoCommit(false);
      try (PreparedStatement section =
              quicker.prepareStatement(
                  "INSERT INTO section (id, uuid, offering_id, kind, code, status) VALUES (?,"
                      + " UUID(), ?, 'GROUP', 'RACE', 'OPEN')");
          PreparedStatement seats =
              quicker.prepareStatement(
                  "INSERT INTO section_seat (section_id, capacity) VALUES (?, 5)")) {
        section.setLong(1, made);
        section.setLong(2, offering);
        section.executeUpdate();
        seats.setLong(1, made);
        seats.executeUpdate();
      }
      Inside.as(
          Scene.holding("SEN"),
          () -> {
            desk.apply(run, false);
            return null;
          });
      Soon.isSo("the import waits for the name of the section", () -> Scene.number(WAITING) > 0);
      quicker.commit();

      assertThat(Soon.ended(run).status()).isEqualTo("APPLIED");
    }
    assertThat(Scene.number("SELECT capacity FROM section_seat WHERE section_id = ?", made))
        .isEqualTo(7);
  }

  @Test
  @DisplayName("IMP-1 an import that broke off with nothing stored goes on with the same rows")
  void theSameRowsAgain() throws Exception {
    long offering = Scene.offering(1);
    UUID run = checked(offering, "AGAIN");
    Scene.change(
        "UPDATE import_run SET status = 'FAILED', incident = 'a1' WHERE uuid = ?", run.toString());
    ImportDesk desk = Inside.bean(ImportDesk.class);
    Inside.as(
        Scene.holding("SEN"),
        () -> {
          desk.goOn(run);
          return null;
        });

    assertThat(Soon.ended(run).status()).isEqualTo("APPLIED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM section WHERE offering_id = ? AND code = 'AGAIN'", offering))
        .isEqualTo(1);
  }
}
