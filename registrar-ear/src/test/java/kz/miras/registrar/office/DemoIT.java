package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.achievement.service.VerifyResults;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Sex;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.PersonalRecord;
import kz.miras.registrar.student.StudentSound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demonstration university: it is plausible, the same for everybody, and verifies by the
 * product's own commands.
 */
@ExtendWith(ServerExtension.class)
class DemoIT {

  /** What seed and anchor date of the tests make: the same on every machine and at any time. */
  private static final String FINGERPRINT =
      "d95a2cbd08830f24ae13094062a097db186c84f6a29c334e67e9f30b 9a02089f98be5fc6246087c2c2442778a78a44707f1e8449a653ab2a";

  @Test
  @DisplayName("the same seed and anchor date give the same people and the same past")
  void itIsDeterministic(TestServer server) throws SQLException {
    String people =
        Rows.text(
            server,
            "SELECT SHA2(GROUP_CONCAT(CONCAT_WS('|', student_no, last_name, first_name, iin,"
                + " birth_date, admission_year) ORDER BY id SEPARATOR '/'), 224) FROM student WHERE id"
                + Rows.OWN);
    String past =
        Rows.text(
            server,
            "SELECT SHA2(GROUP_CONCAT(CONCAT_WS('|', student_id, position, discipline_code, kind,"
                + " letter, mark, percent, result_on, source_document) ORDER BY student_id, position SEPARATOR"
                + " '/'), 224) FROM achievement WHERE migrated AND author = 'system' AND student_id"
                + Rows.OWN);
    assertThat(people + " " + past).isEqualTo(FINGERPRINT);
  }

  @Test
  @DisplayName("the history it took over verifies by the product's own command")
  void itsHistoryVerifies(TestServer server) throws Exception {
    Properties secrets = new Properties();
    Path file = Path.of(System.getProperty("registrar.it")).resolve("secrets.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      secrets.load(reader);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        VerifyResults.run(
            new String[] {databaseUrl(server), user(server)},
            Map.of(
                "REGISTRAR_DB_PASSWORD", secrets.getProperty("REGISTRAR_DB_PASSWORD"),
                "REGISTRAR_SEAL_KEY", secrets.getProperty("REGISTRAR_SEAL_KEY")),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(
            Rows.number(
                server, "SELECT COUNT(*) FROM audit_entry WHERE action = 'results.take-over'"))
        .as("one audit entry for each batch taken over")
        .isPositive();
  }

  private static String databaseUrl(TestServer server) throws SQLException {
    try (Connection connection = server.database()) {
      return connection.getMetaData().getURL();
    }
  }

  private static String user(TestServer server) throws SQLException {
    return Rows.text(server, "SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)");
  }

  @Test
  @DisplayName("four schools, sixteen programmes of three levels, each with people in every course")
  void itIsAUniversity(TestServer server) throws SQLException {
    assertThat(
            Rows.number(
                server, "SELECT COUNT(*) FROM org_unit WHERE kind = 'SCHOOL' AND id" + Rows.OWN))
        .isEqualTo(4);
    assertThat(Rows.number(server, "SELECT COUNT(*) FROM programme WHERE id" + Rows.OWN))
        .isEqualTo(16);
    assertThat(
            Rows.number(server, "SELECT COUNT(DISTINCT level) FROM programme WHERE id" + Rows.OWN))
        .isEqualTo(3);
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(DISTINCT s.programme_id) FROM student s WHERE s.status = 'STUDYING'"
                    + " AND s.id"
                    + Rows.OWN))
        .isEqualTo(16);
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*) FROM student WHERE status <> 'GRADUATED' AND id" + Rows.OWN))
        .isEqualTo(240);
    for (String status : List.of("STUDYING", "ON_LEAVE", "EXPELLED", "GRADUATED")) {
      assertThat(
              Rows.number(
                  server,
                  "SELECT COUNT(*) FROM student WHERE status = '" + status + "' AND id" + Rows.OWN))
          .as(status)
          .isPositive();
    }
  }

  @Test
  @DisplayName("teacher, adviser and dean of the accounts meet the student of the accounts")
  void accountsBelongTogether(TestServer server) throws SQLException {
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*) FROM account a JOIN student s ON s.id = a.student_id JOIN account v"
                    + " ON v.login = 'adviser' AND v.teacher_id = s.adviser_id JOIN account t ON"
                    + " t.login = 'teacher' JOIN sheet h ON h.teacher_id = t.teacher_id JOIN"
                    + " sheet_row r ON r.sheet_id = h.id AND r.student_id = s.id JOIN programme p ON"
                    + " p.id = s.programme_id JOIN account d ON d.login = 'dean' JOIN role_grant g ON"
                    + " g.account_id = d.id AND g.school_id = p.school_id WHERE a.login = 'student'"))
        .as("sheets of the teacher with the student on them")
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"student", "adviser", "dean", "specialist", "director"})
  @DisplayName("the student's card opens for everybody who may see it")
  void theCardOpens(String login, TestServer server) throws SQLException {
    String id =
        Rows.text(
            server,
            "SELECT s.uuid FROM account a JOIN student s ON s.id = a.student_id WHERE a.login ="
                + " 'student'");
    var answer =
        new Visitor(server.url())
            .signedIn(login, login + "-Demo1")
            .get("/student/card.xhtml?id=" + id);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("everybody is somebody: a right ИИН, or a foreigner with a document")
  void peopleAreIdentified(TestServer server) throws SQLException {
    List<String> wrong =
        Rows.of(
            server,
            "SELECT student_no, iin, birth_date, sex, identity_doc, citizenship,"
                + " identity_country FROM student WHERE id"
                + Rows.OWN,
            row -> {
              Verdict verdict =
                  StudentSound.identity(
                      row.getString(2),
                      false,
                      row.getObject(3, LocalDate.class),
                      Sex.valueOf(row.getString(4)),
                      new PersonalRecord.Document(row.getString(5), row.getString(7)),
                      row.getString(6),
                      null);
              boolean sound = verdict.isAllowed() && verdict.warnings().isEmpty();
              boolean foreign = row.getString(2) != null || !row.getString(6).equals("KZ");
              return sound && foreign ? null : row.getString(1) + " " + verdict;
            });
    wrong.removeIf(java.util.Objects::isNull);
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName(
      "lectures of the coming term have streams to choose between, each with lecturer and hour of its"
          + " own, one of them for the student who is shown; who waits is counted")
  void streams(TestServer server) throws SQLException {
    String streams =
        " FROM section a JOIN section b ON b.offering_id = a.offering_id AND a.code = 'Л-1' AND"
            + " b.code = 'Л-2' AND a.kind = 'LECTURE' AND b.kind = 'LECTURE' WHERE a.id"
            + Rows.OWN;
    assertThat(Rows.number(server, "SELECT COUNT(*)" + streams)).isGreaterThan(1);
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*)"
                    + streams
                    + " AND (SELECT MIN(CONCAT(s.day_of_week, s.starts_at)) FROM section_slot s WHERE"
                    + " s.section_id = a.id) <> (SELECT MIN(CONCAT(s.day_of_week, s.starts_at)) FROM"
                    + " section_slot s WHERE s.section_id = b.id) AND (SELECT MIN(t.teacher_id) FROM"
                    + " section_teacher t WHERE t.section_id = a.id) <> (SELECT MIN(t.teacher_id) FROM"
                    + " section_teacher t WHERE t.section_id = b.id)"))
        .isEqualTo(Rows.number(server, "SELECT COUNT(*)" + streams));
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*)"
                    + streams
                    + " AND EXISTS (SELECT 1 FROM section g JOIN student_group m ON m.code = g.code"
                    + " JOIN student s ON s.group_id = m.id JOIN account k ON k.student_id = s.id WHERE"
                    + " k.login = 'student' AND g.offering_id = a.offering_id)"))
        .isPositive();
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*) FROM section_seat q WHERE q.section_id"
                    + Rows.OWN
                    + " AND q.waiting <> (SELECT COUNT(*) FROM waiting_place w WHERE w.section_id ="
                    + " q.section_id AND NOT w.resting)"))
        .isZero();
  }

  @Test
  @DisplayName("no student is in two places at once, and a seat is counted for everybody placed")
  void lessonsDoNotOverlap(TestServer server) throws SQLException {
    assertThat(Rows.number(server, "SELECT COUNT(*) FROM section_slot WHERE id" + Rows.OWN))
        .isPositive();
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*) FROM enrolment_place pa JOIN enrolment_place pb ON pb.section_id >"
                    + " pa.section_id JOIN enrolment ea ON ea.id = pa.enrolment_id JOIN enrolment eb"
                    + " ON eb.id = pb.enrolment_id AND eb.student_id = ea.student_id JOIN offering oa"
                    + " ON oa.id = ea.offering_id JOIN offering ob ON ob.id = eb.offering_id AND"
                    + " ob.term_id = oa.term_id JOIN section_slot sa ON sa.section_id = pa.section_id"
                    + " JOIN section_slot sb ON sb.section_id = pb.section_id AND sb.day_of_week ="
                    + " sa.day_of_week AND sb.starts_at < sa.ends_at AND sa.starts_at < sb.ends_at"
                    + " WHERE sa.id"
                    + Rows.OWN
                    + " AND sb.id"
                    + Rows.OWN))
        .isZero();
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*) FROM section_seat s WHERE s.section_id"
                    + Rows.OWN
                    + " AND s.taken <>"
                    + " (SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
                    + " p.enrolment_id WHERE p.section_id = s.section_id AND e.status IN ('ENROLLED',"
                    + " 'COMPLETED')) AND NOT EXISTS (SELECT 1 FROM enrolment_place x WHERE"
                    + " x.section_id = s.section_id AND x.enrolment_id > "
                    + Rows.LAST
                    + ")"))
        .isZero();
  }
}
