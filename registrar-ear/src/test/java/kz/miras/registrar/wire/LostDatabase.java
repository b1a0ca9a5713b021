package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.miras.registrar.local.SeparateServer;
import kz.miras.registrar.wire.Receiver.Mood;

/**
 * Several organisations send letters and are sent messages while the database is silent for ten
 * seconds and gone for twenty more. Whoever is not answered sends the same again, as agreed.
 */
public final class LostDatabase {

  private static final int PARTNERS = 3;
  private static final int SENDERS = 2;
  private static final int OUTGOING = 12;
  private static final Duration SILENT = Duration.ofSeconds(10);
  private static final Duration GONE = Duration.ofSeconds(20);

  /** The silence, and what the pool of connections waits for. */
  private static final Duration PATIENCE = SILENT.plusSeconds(15);

  private static final Duration RECOVERY = Duration.ofSeconds(45);
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final SeparateServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<UUID> pushed = new ArrayList<>();
  private volatile boolean ending;

  private LostDatabase(SeparateServer server) {
    this.server = server;
  }

  /** One answer to a message. */
  private record Answer(HttpResponse<String> response, Duration took) {}

  /**
   * One letter.
   *
   * @param answers to it, the last one with a receipt
   */
  private record Sent(PartnerScene scene, UUID message, List<Answer> answers) {
    String receipt() {
      return receiptOf(answers.get(answers.size() - 1).response());
    }
  }

  /** Loses the database of a server and looks at what has become of all messages. */
  public static void survived(SeparateServer server) throws Exception {
    LostDatabase lost = new LostDatabase(server);
    try (Receiver receiver = new Receiver()) {
      lost.survived(receiver);
    } finally {
      lost.threads.shutdownNow();
    }
  }

  private void survived(Receiver receiver) throws Exception {
    List<PartnerScene> scenes = new ArrayList<>();
    for (int i = 0; i < PARTNERS; i++) {
      scenes.add(
          PartnerScene.open(server).terms("t.endpoint = '" + receiver.address(Mood.WELL) + "'"));
    }
    List<Future<List<Sent>>> senders = new ArrayList<>();
    for (PartnerScene scene : scenes) {
      // the password is known from here on, as that of a program which calls all day
      sendOne(scene);
      for (int i = 0; i < SENDERS; i++) {
        senders.add(threads.submit(() -> send(scene)));
      }
    }
    for (int i = 0; i < OUTGOING; i++) {
      for (PartnerScene scene : scenes) {
        pushed.add(scene.outgoing("before " + i));
      }
    }
    until("messages are under way", RECOVERY, () -> !receiver.taken().isEmpty());

    server.stunDatabase();
    LockSupport.parkNanos(SILENT.toNanos());
    server.killDatabase();
    LockSupport.parkNanos(GONE.toNanos());
    server.startDatabase();
    for (PartnerScene scene : scenes) {
      pushed.add(scene.outgoing("after"));
    }
    ending = true;
    List<Sent> sent = new ArrayList<>();
    for (Future<List<Sent>> sender : senders) {
      sent.addAll(sender.get(RECOVERY.toSeconds(), TimeUnit.SECONDS));
    }
    told(sent);
    once(sent);
    until("all has arrived", RECOVERY, this::isAcknowledged);
    for (UUID message : pushed) {
      assertThat(receiver.taken()).containsOnlyOnce(message.toString());
    }
  }

  private List<Sent> send(PartnerScene scene) {
    List<Sent> sent = new ArrayList<>();
    while (!ending) {
      sent.add(sendOne(scene));
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return sent;
  }

  /** Sends a letter until there is a receipt for it. */
  private Sent sendOne(PartnerScene scene) {
    Sent sent = new Sent(scene, UUID.randomUUID(), new ArrayList<>());
    do {
      if (!sent.answers().isEmpty()) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      long begun = System.nanoTime();
      HttpResponse<String> response = ask(scene, sent.message());
      sent.answers().add(new Answer(response, Duration.ofNanos(System.nanoTime() - begun)));
    } while (sent.receipt().isEmpty() && !Thread.currentThread().isInterrupted());
    return sent;
  }

  private static HttpResponse<String> ask(PartnerScene scene, UUID message) {
    SoapClient client = scene.client();
    return client.call(
        "correspondence",
        "submitLetter",
        client.header(message)
            + "<number>17-5</number><date>"
            + LocalDate.now(ZoneOffset.UTC).minusDays(9)
            + "</date><subject>О студенте</subject>"
            + "<text>Просим сообщить.</text><sender>Министерство</sender>");
  }

  private static String receiptOf(HttpResponse<String> answer) {
    return SoapClient.text(answer.body(), "receiptNumber").orElse("");
  }

  /** Whoever was not answered was told so in time: to come again, and nothing of the inside. */
  private static void told(List<Sent> sent) {
    int refused = 0;
    for (Sent one : sent) {
      for (Answer answer : one.answers()) {
        String body = answer.response().body();
        assertThat(answer.took()).as(body).isLessThan(PATIENCE);
        if (receiptOf(answer.response()).isEmpty()) {
          refused++;
          assertThat(SoapClient.text(body, "category")).as(body).hasValue("TEMPORARY");
          assertThat(SoapClient.text(body, "retryable")).as(body).hasValue("true");
          assertThat(answer.response().headers().firstValue("Retry-After")).as(body).isPresent();
          assertThat(body).doesNotContainIgnoringCase("sql", "jdbc", "mariadb", "exception");
        }
      }
    }
    assertThat(refused).as("calls while there was no database").isPositive();
  }

  /** Each letter is one case with the receipt that was told, however often it was sent. */
  private void once(List<Sent> sent) throws SQLException {
    for (Sent one : sent) {
      assertThat(
              server.text(
                  "SELECT GROUP_CONCAT(receipt) FROM exchange_case WHERE message_id = '"
                      + one.message()
                      + "'"))
          .isEqualTo(one.receipt());
      assertThat(
              server.text("SELECT COUNT(*) FROM letter WHERE message_id = '" + one.message() + "'"))
          .isEqualTo("1");
    }
    Sent last = sent.stream().filter(one -> one.answers().size() > 1).findFirst().orElseThrow();
    assertThat(receiptOf(ask(last.scene(), last.message())))
        .as("one answer, however often it is asked for")
        .isEqualTo(last.receipt());
  }

  private boolean isAcknowledged() throws SQLException {
    for (UUID message : pushed) {
      String state = server.text("SELECT state FROM partner_outbox WHERE uuid = '" + message + "'");
      if (!"ACKNOWLEDGED".equals(state)) {
        return false;
      }
    }
    return true;
  }

  private static void until(String what, Duration longest, Callable<Boolean> look)
      throws Exception {
    long begun = System.nanoTime();
    while (!look.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(longest);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
