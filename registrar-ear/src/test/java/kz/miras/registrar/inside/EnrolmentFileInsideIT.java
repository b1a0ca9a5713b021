package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.office.service.ImportDesk;
import kz.miras.registrar.office.service.ImportRun;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A file that takes seats, checked and stored while students register. */
@InsideTest
class EnrolmentFileInsideIT {

  private static final int FIRST = 111;
  private static final String ENROLLED =
      "SELECT COUNT(*) FROM enrolment WHERE offering_id = ? AND status = 'ENROLLED'";
  private static final String TAKEN = "SELECT taken FROM section_seat WHERE section_id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(EnrolmentFileInsideIT.class, Soon.class);
  }

  private static String code(long offering) throws Exception {
    return Scene.text("SELECT code FROM offering WHERE id = ?", offering);
  }

  private static String rows(long offering, List<String> students) throws Exception {
    StringBuilder file = new StringBuilder("term;offering;student_no;type\r\n");
    for (String student : students) {
      file.append(String.join(";", "FAR", code(offering), student, "ADDITIONAL")).append("\r\n");
    }
    return file.toString();
  }

  private static UUID upload(String login, String list, String file) throws Exception {
    ImportDesk desk = Inside.bean(ImportDesk.class);
    byte[] content = file.getBytes(StandardCharsets.UTF_8);
    return Inside.as(login, () -> desk.upload(list, "file.csv", content, Language.EN));
  }

  private static void apply(String login, UUID run) throws Exception {
    ImportDesk desk = Inside.bean(ImportDesk.class);
    Inside.as(
        login,
        () -> {
          desk.apply(run, true);
          return null;
        });
  }

  private static void goOn(String login, UUID run) throws Exception {
    ImportDesk desk = Inside.bean(ImportDesk.class);
    Inside.as(
        login,
        () -> {
          desk.goOn(run);
          return null;
        });
  }

  /** The file is checked while somebody registers: has a turn, and the seats of the section. */
  private static ImportRun checkedWhileHeld(
      String login, String list, String file, String student, long section) throws Exception {
    try (Connection registering = Scene.database().getConnection();
        PreparedStatement turn =
            registering.prepareStatement("SELECT id FROM student WHERE student_no = ? FOR UPDATE");
        PreparedStatement seats =
            registering.prepareStatement(
                "SELECT taken FROM section_seat WHERE section_id = ? FOR UPDATE")) {
      registering.setAutoCommit(false);
      turn.setString(1, student);
      turn.executeQuery().close();
      seats.setLong(1, section);
      seats.executeQuery().close();
      ImportRun run = Soon.ended(upload(login, list, file));
      registering.rollback();
      return run;
    }
  }

  @Test
  @DisplayName(
      "IMP-1 checking a file of enrolments takes no turn and no seat, and counts the seats its own"
          + " rows would take")
  void checkingTakesNothing() throws Exception {
    List<String> three = Scene.students(FIRST, 3);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);

    ImportRun run =
        checkedWhileHeld(
            Scene.holding("SPE"), "enrolments", rows(offering, three), three.get(0), section);

    assertThat(run.status()).isEqualTo("CHECKED");
    assertThat(run.fresh()).isEqualTo(2);
    assertThat(run.bad()).as("one seat too few").isEqualTo(1);
    assertThat(Scene.number(TAKEN, section)).isZero();
    assertThat(Scene.number("SELECT COUNT(*) FROM registration_log WHERE section_id = ?", section))
        .as("nobody was refused")
        .isZero();
  }

  @Test
  @DisplayName("IMP-1 a student nobody knows is a row with an error, not the end of the import")
  void unknownStudent() throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 2);
    ImportRun run =
        Soon.ended(upload(Scene.holding("SPE"), "enrolments", rows(offering, List.of("nobody-1"))));
    assertThat(run.status()).isEqualTo("CHECKED");
    assertThat(run.bad()).isEqualTo(1);
  }

  @Test
  @DisplayName("IMP-1 a row that has become wrong since the check is left out, the rest is stored")
  void leftOut() throws Exception {
    String login = Scene.holding("SPE");
    List<String> three = Scene.students(FIRST + 3, 3);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    UUID run = upload(login, "enrolments", rows(offering, three.subList(0, 2)));
    assertThat(Soon.ended(run).fresh()).isEqualTo(2);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(
        login,
        () ->
            counter.enrol(
                three.get(2), offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));

    apply(login, run);

    ImportRun stored = Soon.ended(run);
    assertThat(stored.status()).isEqualTo("APPLIED");
    assertThat(stored.judgedAgain()).isTrue();
    assertThat(stored.bad()).isEqualTo(1);
    assertThat(stored.done()).isEqualTo(2);
    assertThat(Scene.number(ENROLLED, offering)).isEqualTo(2);
    assertThat(Scene.number(TAKEN, section)).isEqualTo(2);
    assertThat(Soon.ended(upload(login, "enrolments", rows(offering, three.subList(0, 1)))).same())
        .as("twice changes nothing")
        .isEqualTo(1);
  }

  @Test
  @DisplayName("IMP-1 an import that broke off with its server goes on where it stood")
  void goesOn() throws Exception {
    String login = Scene.holding("SPE");
    List<String> two = Scene.students(FIRST + 6, 2);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    UUID run = upload(login, "enrolments", rows(offering, two));
    assertThat(Soon.ended(run).fresh()).isEqualTo(2);
    // the first row is stored and noted, then the server dies
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(
        login,
        () ->
            counter.enrol(two.get(0), offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    Scene.change(
        "UPDATE import_row SET stored_at = UTC_TIMESTAMP(6) WHERE row_no = 2 AND run_id = (SELECT"
            + " id FROM import_run WHERE uuid = ?)",
        run.toString());
    Scene.change(
        "UPDATE import_run SET status = 'APPLYING', rows_done = 1, touched_at = UTC_TIMESTAMP(6) -"
            + " INTERVAL 1 HOUR WHERE uuid = ?",
        run.toString());
    ImportRun broken = Soon.ended(run);
    assertThat(broken.status()).isEqualTo("FAILED");
    ImportDesk desk = Inside.bean(ImportDesk.class);
    assertThat(Inside.as(login, () -> desk.mayGoOn(broken))).isTrue();

    goOn(login, run);

    ImportRun stored = Soon.ended(run);
    assertThat(stored.status()).isEqualTo("APPLIED");
    assertThat(stored.bad()).isZero();
    assertThat(Scene.number(ENROLLED, offering)).isEqualTo(2);
    assertThat(Scene.number(TAKEN, section)).isEqualTo(2);
    assertThatThrownBy(() -> goOn(login, run)).isInstanceOf(RegistrarException.Conflict.class);
  }

  @Test
  @DisplayName("REG-13 checking a file of sections locks no seats; storing it sets their number")
  void sectionsByFile() throws Exception {
    String login = Scene.holding("SPE");
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    String file =
        "term;offering;section;kind;capacity\r\n"
            + String.join(
                ";",
                "FAR",
                code(offering),
                Scene.text("SELECT code FROM section WHERE id = ?", section),
                "GROUP",
                "7")
            + "\r\n"
            + String.join(";", "FAR", code(offering), code(offering) + "-new", "GROUP", "3")
            + "\r\n";
    ImportRun run = checkedWhileHeld(login, "sections", file, Scene.student(FIRST + 8), section);
    assertThat(run.status()).isEqualTo("CHECKED");
    assertThat(run.bad()).isZero();

    apply(login, run.id());

    assertThat(Soon.ended(run.id()).status()).isEqualTo("APPLIED");
    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(q.capacity ORDER BY q.capacity) FROM section_seat q JOIN section"
                    + " x ON x.id = q.section_id WHERE x.offering_id = ?",
                offering))
        .isEqualTo("3,7");
  }
}
