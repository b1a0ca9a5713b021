package kz.miras.registrar.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import kz.miras.registrar.bench.ArrivalStorm;
import kz.miras.registrar.local.OwnServers;
import kz.miras.registrar.local.RunProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registration morning in small: with a server that stays, with one that is killed in the middle,
 * with a database that is, and with two servers; and the checker itself put to the test. The large
 * one is in the bench.
 */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RegistrationMorningIT {

  private MorningServer server;
  private SpoiledMorning spoiled;

  @BeforeAll
  void start(@TempDir Path homes) throws IOException {
    server = new MorningServer(homes, MorningSize.or(300, 30));
    server.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
  }

  @Test
  @Order(1)
  @DisplayName(
      "REG-3 REG-32 REG-33 three hundred plans over 64 connections, some sent twice, some cut off:"
          + " every seat, line, queue and refusal agrees with what was told")
  void aMorning() throws Exception {
    MorningWorld world = server.world("MA", 20910901);
    Journal journal = new Journal();
    spoiled = new SpoiledMorning(server, world, journal);
    Storm.Measured measured =
        server
            .storm(world, journal, Duration.ZERO, server.url())
            .run(world.pupils(), MorningSize.CONNECTIONS);
    server.tell("one server", measured);
    assertThat(measured.repeated()).isPositive();
    assertThat(measured.cut()).isPositive();
    assertThat(journal.told()).anyMatch(told -> told.has("WAITLISTED"));
    assertThat(journal.told()).anyMatch(told -> told.has("REFUSED"));
    assertThat(server.waitForAny(world)).as("who wait in two queues").isPositive();
    assertThat(server.findings(world, journal)).isEmpty();
  }

  @Test
  @Order(2)
  @DisplayName("REG-3 the checker finds one oversold seat")
  void anOversoldSeatIsFound() throws Exception {
    assertThat(
            spoiled.by("UPDATE section_seat SET taken = capacity + 1 WHERE section_id = :section"))
        .anyMatch(finding -> finding.startsWith("OVERSOLD"));
  }

  @Test
  @Order(2)
  @DisplayName("REG-3 the checker finds one lost line, and one that was told otherwise")
  void aLostLineIsFound() throws Exception {
    assertThat(spoiled.by("DELETE FROM enrolment WHERE id = :enrolment"))
        .anyMatch(finding -> finding.startsWith("LOST"));
    assertThat(spoiled.by("UPDATE enrolment SET status = 'DROPPED' WHERE id = :enrolment"))
        .anyMatch(finding -> finding.startsWith("LOST"));
    assertThat(spoiled.by("DELETE FROM registration_submission WHERE student_id = :student"))
        .anyMatch(finding -> finding.startsWith("LOST request"));
  }

  @Test
  @Order(2)
  @DisplayName(
      "REG-32 the checker finds one doubled line, and an answer that differs from the first")
  void aDoubledLineIsFound() throws Exception {
    assertThat(
            spoiled.by(
                "CREATE TEMPORARY TABLE twin AS SELECT * FROM enrolment WHERE id = :enrolment",
                "UPDATE twin SET id = -1, uuid = UUID()",
                "INSERT INTO enrolment SELECT * FROM twin"))
        .anyMatch(finding -> finding.startsWith("DOUBLED"))
        .anyMatch(finding -> finding.startsWith("UNASKED"));
    assertThat(spoiled.answeredTwice()).anyMatch(finding -> finding.startsWith("REPEATED"));
  }

  @Test
  @Order(2)
  @DisplayName("REG-33 the checker finds one who jumped the queue, in the list and past it")
  void aQueueJumpIsFound() throws Exception {
    assertThat(
            spoiled.by(
                "UPDATE waiting_place SET since = '2000-01-01' WHERE id = (SELECT id FROM"
                    + " copy_waiting_place WHERE section_id IN (SELECT MIN(x.id) FROM section x GROUP BY"
                    + " x.offering_id HAVING COUNT(*) = 1) ORDER BY since DESC, id DESC LIMIT 1)"))
        .anyMatch(finding -> finding.startsWith("JUMP"));
    assertThat(spoiled.lastGotASeat()).anyMatch(finding -> finding.startsWith("JUMP"));
  }

  @Test
  @Order(2)
  @DisplayName("REG-3 the checker finds a refusal that was not true")
  void anUntrueRefusalIsFound() throws Exception {
    assertThat(spoiled.by("UPDATE section_seat SET capacity = capacity + 5"))
        .anyMatch(finding -> finding.startsWith("UNSOLD"));
    assertThat(
            spoiled.by(
                "DELETE FROM registration_log WHERE act = 'WAITING'",
                "DELETE FROM registration_log WHERE act = 'TAKEN' AND position <= 3"))
        .anyMatch(finding -> finding.startsWith("UNTRUE"))
        .anyMatch(finding -> finding.startsWith("LOG"));
  }

  @Test
  @Order(3)
  @DisplayName(
      "REG-32 REG-33 the server is killed in the middle of registering, giving back and swapping:"
          + " nothing told is lost, nothing doubled, nobody jumped")
  void theServerIsKilled() throws Exception {
    survives("MB", "server killed", RunProcess::killServer);
  }

  @Test
  @Order(4)
  @DisplayName(
      "REG-32 REG-33 the database is killed in the middle of registering, giving back and"
          + " swapping: nothing told is lost, nothing doubled, nobody jumped")
  void theDatabaseIsKilled() throws Exception {
    survives("MC", "database killed", RunProcess::killDatabase);
  }

  private void survives(String term, String what, Consumer<RunProcess> kill) throws Exception {
    HardMornings.Held held = new HardMornings(server).survives(term, kill);
    server.tell(what, held.measured());
    assertThat(held.complaints(server.size().students(), true)).isEmpty();
  }

  @Test
  @Order(5)
  @DisplayName("ACC-10 places in the waiting room outlive the end of the server")
  void placesOutliveTheServer() throws Exception {
    PeopleWaiting people = new PeopleWaiting();
    server.waitingRoom("ON", 1);
    people.arrive(server.url(), 40);
    List<Long> places = people.places(server.url());
    assertThat(places).isSorted().doesNotHaveDuplicates();
    server.kill(RunProcess::killServer);
    server.start();
    assertThat(people.places(server.url()).subList(10, 40)).isEqualTo(places.subList(10, 40));
    assertThat(ArrivalStorm.place(new PeopleWaiting().arrive(server.url(), 1).get(0)))
        .isGreaterThan(places.get(39));
    server.waitingRoom("AUTO", 0);
  }

  @Test
  @Order(6)
  @DisplayName(
      "REG-3 REG-33 two servers on one database sell no seat twice, lose none that is given back"
          + " and keep one queue; ACC-10 each takes the tickets of the other")
  void twoServers() throws Exception {
    HardMornings.Held held =
        new HardMornings(server).twoServers("MD", 20910904, this::ticketsCrossOver);
    server.tell("two servers", held.measured());
    assertThat(held.complaints(server.size().students(), false)).isEmpty();
  }

  /** ACC-10. Whoever waited at a node that is gone waits on at the other, in the same order. */
  private void ticketsCrossOver(String second) throws Exception {
    server.waitingRoom("ON", 1);
    PeopleWaiting people = new PeopleWaiting();
    people.arrive(server.url(), 20);
    List<Long> there = people.places(second);
    // beside the owner of a place stands one guest
    assertThat(there).isSorted().hasSize(20);
    assertThat(new HashSet<>(there)).hasSizeGreaterThanOrEqualTo(10);
    assertThat(people.places(second)).as("asked once more").isEqualTo(there);
  }
}
