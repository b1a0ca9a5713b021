package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kz.miras.registrar.achievement.service.VerifyResults;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.CurriculumSound;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Sex;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentSound;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The demonstration university, judged by the product's own rules over plain SQL. Keys from 100000
 * on are its own; what other tests have added lies below or is left out.
 */
@ExtendWith(ServerExtension.class)
class DemoIT {

  private static final String OWN = " >= 100000";

  /** Reads a row. */
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
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
            number(server, "SELECT COUNT(*) FROM audit_entry WHERE action = 'results.take-over'"))
        .as("one audit entry for each batch taken over")
        .isPositive();
  }

  private static String databaseUrl(TestServer server) throws SQLException {
    try (Connection connection = server.database()) {
      return connection.getMetaData().getURL();
    }
  }

  private static String user(TestServer server) throws SQLException {
    return text(server, "SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)");
  }

  @Test
  @DisplayName("four schools, sixteen programmes of three levels, each with people in every course")
  void itIsAUniversity(TestServer server) throws SQLException {
    assertThat(number(server, "SELECT COUNT(*) FROM org_unit WHERE kind = 'SCHOOL' AND id" + OWN))
        .isEqualTo(4);
    assertThat(number(server, "SELECT COUNT(*) FROM programme WHERE id" + OWN)).isEqualTo(16);
    assertThat(number(server, "SELECT COUNT(DISTINCT level) FROM programme WHERE id" + OWN))
        .isEqualTo(3);
    assertThat(
            number(
                server,
                "SELECT COUNT(DISTINCT s.programme_id) FROM student s WHERE s.status = 'STUDYING'"
                    + " AND s.id"
                    + OWN))
        .isEqualTo(16);
    assertThat(
            number(server, "SELECT COUNT(*) FROM student WHERE status <> 'GRADUATED' AND id" + OWN))
        .isEqualTo(240);
    for (String status : List.of("STUDYING", "ON_LEAVE", "EXPELLED", "GRADUATED")) {
      assertThat(
              number(
                  server,
                  "SELECT COUNT(*) FROM student WHERE status = '" + status + "' AND id" + OWN))
          .as(status)
          .isPositive();
    }
  }

  @Test
  @DisplayName("every curriculum satisfies the standard without a single warning")
  void curriculaAreSound(TestServer server) throws SQLException {
    record Plan(long id, String code, Level level, int credits, int years) {}
    List<Plan> plans =
        rows(
            server,
            "SELECT c.id, CONCAT(p.code, ' ', c.admission_year), p.level, p.credits, p.years FROM"
                + " curriculum c JOIN programme p ON p.id = c.programme_id WHERE c.id"
                + OWN,
            row ->
                new Plan(
                    row.getLong(1),
                    row.getString(2),
                    Level.valueOf(row.getString(3)),
                    row.getInt(4),
                    row.getInt(5)));
    assertThat(plans).hasSizeGreaterThan(60);
    for (Plan plan : plans) {
      Verdict verdict =
          CurriculumSound.judge(
              plan.level(),
              plan.credits(),
              plan.years(),
              lines(server, plan.id()),
              rules(plan.level()));
      assertThat(verdict.refusals()).as(plan.code()).isEmpty();
      assertThat(verdict.warnings()).as(plan.code()).isEmpty();
    }
  }

  private static List<PlanLine> lines(TestServer server, long curriculum) throws SQLException {
    return rows(
        server,
        "SELECT d.code, d.name_kk, d.name_ru, d.name_en, d.name_repeats, d.credits, i.term_no,"
            + " i.cycle, i.component, i.choice_block, i.choice_credits FROM curriculum_item i JOIN"
            + " discipline d ON d.id = i.discipline_id WHERE i.curriculum_id = "
            + curriculum
            + " AND i.id"
            + OWN,
        row ->
            new PlanLine(
                row.getString(1),
                LocalizedText.of(row.getString(2), row.getString(3), row.getString(4)),
                row.getBoolean(5),
                row.getInt(6),
                row.getInt(7),
                Cycle.valueOf(row.getString(8)),
                row.getString(9) == null ? null : Component.valueOf(row.getString(9)),
                row.getString(10),
                row.getObject(11, Integer.class)));
  }

  private static RuleSet rules(Level level) {
    return RuleSet.of("test", 1, level, LocalDate.of(2000, 1, 1), Map.of());
  }

  @Test
  @DisplayName("everybody is somebody: a right ИИН, or a foreigner with a document")
  void peopleAreIdentified(TestServer server) throws SQLException {
    List<String> wrong =
        rows(
            server,
            "SELECT student_no, iin, birth_date, sex, identity_doc, citizenship FROM student WHERE id"
                + OWN,
            row -> {
              Verdict verdict =
                  StudentSound.identity(
                      row.getString(2),
                      false,
                      row.getObject(3, LocalDate.class),
                      Sex.valueOf(row.getString(4)),
                      row.getString(5),
                      null);
              boolean sound = verdict.isAllowed() && verdict.warnings().isEmpty();
              boolean foreign = row.getString(2) != null || !row.getString(6).equals("KZ");
              return sound && foreign ? null : row.getString(1) + " " + verdict;
            });
    wrong.removeIf(java.util.Objects::isNull);
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("every status follows from orders the machine of statuses allows")
  void statusesFollowFromOrders(TestServer server) throws SQLException {
    record Step(String student, OrderKind kind, String from, String to, int course, String now) {}
    List<Step> steps =
        rows(
            server,
            "SELECT s.student_no, o.kind, c.from_status, c.to_status, c.course_year,"
                + " CONCAT(s.status, ' ', s.course_year) FROM student_status_change c JOIN"
                + " student_order o ON o.id = c.order_id JOIN student s ON s.id = c.student_id WHERE"
                + " c.id"
                + OWN
                + " AND s.id"
                + OWN
                + " AND NOT EXISTS (SELECT 1 FROM student_status_change x WHERE x.student_id = s.id"
                + " AND x.id < 100000) ORDER BY s.id, c.effective_on, c.id",
            row ->
                new Step(
                    row.getString(1),
                    OrderKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6)));
    assertThat(steps).hasSizeGreaterThan(500);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean first = i == 0 || !steps.get(i - 1).student().equals(step.student());
      boolean last = i + 1 == steps.size() || !steps.get(i + 1).student().equals(step.student());
      String before = first ? null : steps.get(i - 1).to();
      boolean continues = first ? step.from() == null : step.from().equals(before);
      boolean allowed =
          first
              || OrderEffects.judge(step.kind(), StudentStatus.valueOf(before), step.student())
                  .isAllowed();
      boolean arrives = !last || step.now().equals(step.to() + " " + step.course());
      if (!continues || !allowed || !arrives) {
        wrong.add(step.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("every result is what the rules make of its rating and score")
  void resultsFollowFromScores(TestServer server) throws SQLException {
    List<String> wrong =
        rows(
            server,
            "SELECT s.student_no, a.rating, a.score, a.percent, a.letter, a.mark, a.result_on,"
                + " d.control_form, p.level, a.kind FROM achievement a JOIN student s ON s.id ="
                + " a.student_id JOIN programme p ON p.id = s.programme_id JOIN discipline d ON d.id ="
                + " a.discipline_id WHERE s.id"
                + OWN
                + " AND a.kind <> 'RECOGNISED' AND a.score IS NOT"
                + " NULL",
            DemoIT::judged);
    assertThat(wrong).hasSizeGreaterThan(4000);
    wrong.removeIf(java.util.Objects::isNull);
    assertThat(wrong).isEmpty();
  }

  private static String judged(ResultSet row) throws SQLException {
    LocalDate date = row.getObject(7, LocalDate.class);
    ControlForm form = ControlForm.valueOf(row.getString(8));
    int score = row.getInt(3);
    RowScores scores =
        form.hasRating()
            ? RowScores.of(row.getInt(2), row.getInt(2), score)
            : RowScores.single(score);
    FinalOutcome outcome =
        FinalGradePolicy.of(rules(Level.valueOf(row.getString(9))), date)
            .outcome(form, scores)
            .orElseThrow();
    Letter letter = GradeScale.on(date).parse(row.getString(5)).orElseThrow();
    Mark mark = row.getString(6) == null ? null : Mark.valueOf(row.getString(6));
    boolean same =
        outcome.grade().letter() == letter
            && outcome.grade().mark() == mark
            && outcome.grade().percent() == row.getObject(4, Integer.class).intValue();
    return same ? null : row.getString(1) + " " + row.getString(10) + " " + outcome;
  }

  @Test
  @DisplayName("no student is in two places at once, and a seat is counted for everybody placed")
  void lessonsDoNotOverlap(TestServer server) throws SQLException {
    assertThat(number(server, "SELECT COUNT(*) FROM section_slot WHERE id" + OWN)).isPositive();
    assertThat(
            number(
                server,
                "SELECT COUNT(*) FROM enrolment_place pa JOIN enrolment_place pb ON pb.section_id >"
                    + " pa.section_id JOIN enrolment ea ON ea.id = pa.enrolment_id JOIN enrolment eb"
                    + " ON eb.id = pb.enrolment_id AND eb.student_id = ea.student_id JOIN offering oa"
                    + " ON oa.id = ea.offering_id JOIN offering ob ON ob.id = eb.offering_id AND"
                    + " ob.term_id = oa.term_id JOIN section_slot sa ON sa.section_id = pa.section_id"
                    + " JOIN section_slot sb ON sb.section_id = pb.section_id AND sb.day_of_week ="
                    + " sa.day_of_week AND sb.starts_at < sa.ends_at AND sa.starts_at < sb.ends_at"
                    + " WHERE sa.id"
                    + OWN
                    + " AND sb.id"
                    + OWN))
        .isZero();
    assertThat(
            number(
                server,
                "SELECT COUNT(*) FROM section_seat s WHERE s.section_id"
                    + OWN
                    + " AND s.taken <>"
                    + " (SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
                    + " p.enrolment_id WHERE p.section_id = s.section_id AND e.status IN ('ENROLLED',"
                    + " 'COMPLETED'))"))
        .isZero();
  }

  private static long number(TestServer server, String sql) throws SQLException {
    return Long.parseLong(text(server, sql));
  }

  private static String text(TestServer server, String sql) throws SQLException {
    return rows(server, sql, row -> row.getString(1)).get(0);
  }

  private static <T> List<T> rows(TestServer server, String sql, Reading<T> reading)
      throws SQLException {
    List<T> read = new ArrayList<>();
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        read.add(reading.of(row));
      }
    }
    return read;
  }
}
