package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A storm of requests for few seats, checked afterwards by somebody who knows nothing of the
 * product; and that somebody checked in turn on spoiled copies. Larger storms are in the bench.
 */
@InsideTest
@TestMethodOrder(OrderAnnotation.class)
class SeatStormIT {

  private static final String JOURNAL = "storm.journal";
  private static final int THREADS = 12;
  private static final int REQUESTS = 25;
  private static final int STUDENTS = 60;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SeatStormIT.class, Crowd.class, SeatChecker.class);
  }

  @Test
  @Order(1)
  @DisplayName("REG-3 three hundred requests and departures by twelve threads, each answer noted")
  void theStorm() throws Exception {
    List<Long> offerings = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long offering = Scene.offering(1);
      Scene.section(offering, "LECTURE", 60);
      Scene.section(offering, "GROUP", 9);
      Scene.section(offering, "GROUP", 11);
      Scene.section(offering, "SUBGROUP", 17);
      offerings.add(offering);
    }
    List<String> students = Scene.students(STUDENTS);
    Queue<String> journal = new ConcurrentLinkedQueue<>();
    List<Callable<Void>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(20260901 + thread);
      work.add(() -> act(random, students, offerings, journal));
    }

    Crowd.atOnce(Inside.signedIn(Scene.holding("SPE")), work);

    assertThat(journal).as("answers worth checking").hasSizeGreaterThan(60);
    Files.write(Path.of(System.getProperty("jboss.server.data.dir"), JOURNAL), journal);
  }

  private static Void act(
      Random random, List<String> students, List<Long> offerings, Queue<String> journal) {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    List<Long> mine = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String student = students.get(random.nextInt(students.size()));
      int which = random.nextInt(offerings.size());
      long offering = offerings.get(which);
      Decision decision =
          counter.enrol(student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null);
      if (decision.enrolled()) {
        journal.add("ENROLLED " + decision.enrolment() + " " + student + " " + offering);
        // nobody leaves the first two offerings, so a refused request there means full ones
        if (which >= 2) {
          mine.add(decision.enrolment());
        }
      } else if (decision.verdict().refusals().get(0).code().equals("registration.full")) {
        journal.add("FULL " + student + " " + offering);
      }
      if (!mine.isEmpty() && random.nextInt(3) == 0) {
        long left = mine.remove(random.nextInt(mine.size()));
        counter.leave(left, EnrolmentStatus.CANCELLED_BY_OR, "changed their mind");
        journal.add("LEFT " + left);
      }
    }
    return null;
  }

  private static List<String> journal() throws Exception {
    return Files.readAllLines(
        Path.of(System.getProperty("registrar.it"), "wildfly/data").resolve(JOURNAL));
  }

  @Test
  @Order(2)
  @RunAsClient
  @DisplayName("REG-3 after the storm every seat, line and answer agrees")
  void everythingAgrees() throws Exception {
    List<String> journal = journal();
    assertThat(journal).anyMatch(line -> line.startsWith("FULL"));
    assertThat(journal).anyMatch(line -> line.startsWith("LEFT"));
    try (Connection connection = TestServer.get().database()) {
      assertThat(new SeatChecker(connection, journal).findings()).isEmpty();
    }
  }

  @Test
  @Order(3)
  @RunAsClient
  @DisplayName("REG-3 the checker finds one oversold seat")
  void anOversoldSeatIsFound() throws Exception {
    assertThat(spoiled("UPDATE section_seat SET taken = capacity + 1 WHERE section_id = :section"))
        .anyMatch(finding -> finding.startsWith("OVERSOLD"));
  }

  @Test
  @Order(4)
  @RunAsClient
  @DisplayName("REG-3 the checker finds one lost line")
  void aLostLineIsFound() throws Exception {
    assertThat(spoiled("DELETE FROM enrolment WHERE id = :enrolment"))
        .anyMatch(finding -> finding.startsWith("LOST"));
    assertThat(
            spoiled(
                "DELETE FROM enrolment_place WHERE enrolment_id = :enrolment AND section_id ="
                    + " :section"))
        .anyMatch(finding -> finding.startsWith("SEATS"));
  }

  @Test
  @Order(5)
  @RunAsClient
  @DisplayName("REG-3 the checker finds one doubled line")
  void aDoubledLineIsFound() throws Exception {
    assertThat(
            spoiled(
                "CREATE TEMPORARY TABLE twin AS SELECT * FROM enrolment WHERE id = :enrolment",
                "UPDATE twin SET id = -1",
                "INSERT INTO enrolment SELECT * FROM twin"))
        .anyMatch(finding -> finding.startsWith("DOUBLED"))
        .anyMatch(finding -> finding.startsWith("UNASKED"));
  }

  @Test
  @Order(6)
  @RunAsClient
  @DisplayName("REG-3 the checker finds a seat refused while it was free")
  void aSeatHeldBackIsFound() throws Exception {
    assertThat(
            spoiled(
                "UPDATE section_seat SET capacity = capacity + 5 WHERE section_id IN (SELECT id FROM"
                    + " section WHERE offering_id = :offering)"))
        .anyMatch(finding -> finding.startsWith("UNSOLD"));
  }

  /** What the checker finds in a copy of this connection alone, after these statements. */
  private static List<String> spoiled(String... attack) throws Exception {
    List<String> journal = journal();
    String[] first =
        journal.stream().filter(l -> l.startsWith("ENROLLED")).findFirst().orElseThrow().split(" ");
    String[] kept =
        journal.stream()
            .filter(l -> l.startsWith("ENROLLED"))
            .map(l -> l.split(" "))
            .filter(l -> !journal.contains("LEFT " + l[1]))
            .filter(l -> journal.stream().anyMatch(f -> f.startsWith("FULL") && f.endsWith(l[3])))
            .filter(l -> journal.stream().noneMatch(f -> leftOffering(f, l[3], journal)))
            .findFirst()
            .orElse(first);
    try (Connection connection = TestServer.get().database();
        Statement statement = connection.createStatement()) {
      for (String table : SeatChecker.TABLES) {
        statement.execute("CREATE TEMPORARY TABLE copy_" + table + " AS SELECT * FROM " + table);
        statement.execute("CREATE TEMPORARY TABLE " + table + " AS SELECT * FROM copy_" + table);
      }
      String section =
          "(SELECT MIN(section_id) FROM copy_enrolment_place WHERE enrolment_id = " + kept[1] + ")";
      for (String sql : attack) {
        statement.execute(
            sql.replace(":enrolment", kept[1])
                .replace(":offering", kept[3])
                .replace(":section", section));
      }
      return new SeatChecker(connection, journal).findings();
    }
  }

  private static boolean leftOffering(String line, String offering, List<String> journal) {
    return line.startsWith("LEFT")
        && journal.stream()
            .anyMatch(l -> l.startsWith("ENROLLED " + line.substring(5)) && l.endsWith(offering));
  }
}
