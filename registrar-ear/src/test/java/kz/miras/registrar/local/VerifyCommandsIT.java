package kz.miras.registrar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README that verify a restored database, run as an administrator runs them: in
 * processes of their own, on what lies in the unpacked application and nothing else.
 */
@ExtendWith(ServerExtension.class)
class VerifyCommandsIT {

  private static final String AUDIT = "VerifyAudit";
  private static final String RESULTS = "VerifyResults";
  private static final String REGISTRATIONS = "VerifyRegistrations";
  private static final String SUMMARIES = "VerifySummaries";

  private static final Pattern PROGRAM = Pattern.compile("kz\\.miras\\.[a-z.]+\\.(Verify\\w+)");

  private static final String DECISIONS =
      "SELECT COUNT(DISTINCT section_id), COUNT(*) FROM registration_log";
  private static final String NEXT =
      " FROM offering o JOIN term t ON t.id = o.term_id WHERE t.type <> 'SUMMER' AND o.status IN"
          + " ('PLANNED', 'OPEN') AND EXISTS (SELECT 1 FROM section x WHERE x.offering_id = o.id AND"
          + " x.kind = 'GROUP' AND x.status = 'OPEN') ORDER BY t.starts_on DESC, o.id LIMIT 1";
  private static final String OFFERING = "SELECT o.uuid" + NEXT;
  private static final String STRANGERS =
      "SELECT s.student_no FROM student s WHERE s.status = 'STUDYING' AND NOT EXISTS (SELECT 1 FROM"
          + " account a WHERE a.student_id = s.id) AND s.curriculum_id NOT IN (SELECT i.curriculum_id"
          + " FROM curriculum_item i WHERE i.discipline_id = (SELECT o.discipline_id"
          + NEXT
          + ")) ORDER BY s.id DESC LIMIT 2";

  @TempDir private static Path folder;

  private static UnpackedApplication unpacked;

  @BeforeAll
  static void unpack() throws IOException {
    unpacked = UnpackedApplication.in(folder);
  }

  /**
   * Two decisions about seats, whatever other tests have left: students are refused to raise a mark
   * they do not have, so that nobody loses a seat by it.
   */
  @BeforeAll
  static void somebodyRegisters() throws SQLException {
    TestServer server = TestServer.get();
    long decided = figures(server, DECISIONS).get(1);
    Visitor office = new Visitor(server.url()).signedIn("specialist", "specialist-Demo1");
    String address = "/registration/offering.xhtml?id=" + texts(server, OFFERING).get(0);
    for (String student : texts(server, STRANGERS)) {
      String page = office.get(address).body();
      Map<String, String> form = new TreeMap<>(Map.of("f", "f", "enrol", "enrol"));
      form.putAll(Map.of("who", student, "group", "", "type", "GPA_RAISE", "reason", ""));
      office.post(address, page.substring(page.indexOf("id=\"f\"")), form);
    }
    assertThat(figures(server, DECISIONS).get(1)).isEqualTo(decided + 2);
  }

  private static List<String> texts(TestServer server, String sql) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }

  private static List<Long> figures(TestServer server, String sql) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      List<Long> figures = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        figures.add(row.getLong(i));
      }
      return figures;
    }
  }

  /** Runs a program and expects that it counts what the database holds. */
  private static String verifies(
      TestServer server, String program, String count, Function<List<Long>, String> sentence)
      throws Exception {
    List<Long> before = figures(server, count);
    UnpackedApplication.Ended ended = unpacked.run(server, program);
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(before).allSatisfy(figure -> assertThat(figure).isPositive());
    // rows may be sealed meanwhile: what is counted lies between before and after
    List<String> told = new ArrayList<>(List.of(sentence.apply(before)));
    for (long last = figures(server, count).get(0), rows = before.get(0); rows < last; rows++) {
      told.add(sentence.apply(List.of(rows + 1, before.get(before.size() - 1))));
    }
    assertThat(ended.said()).containsAnyOf(told.toArray(String[]::new)).doesNotContain("??");
    return ended.said();
  }

  @Test
  @DisplayName("README and audit.md name each of the four programs once, with the same class path")
  void theDocumentsNameThem() throws IOException {
    Path root = Path.of(System.getProperty("registrar.root"));
    for (List<String> named :
        List.of(
            unpacked.lines(),
            UnpackedApplication.block(Files.readString(root.resolve("docs/audit.md"))))) {
      assertNamed(named);
    }
  }

  private static void assertNamed(List<String> commands) {
    Map<String, String> classPaths = new TreeMap<>();
    for (String line : commands) {
      Matcher program = PROGRAM.matcher(line);
      if (program.find()) {
        assertThat(classPaths.put(program.group(1), line.split(" +")[2])).as(line).isNull();
      }
    }
    assertThat(classPaths).containsOnlyKeys(AUDIT, RESULTS, REGISTRATIONS, SUMMARIES);
    assertThat(classPaths.values())
        .containsOnly("\"registrar-ejb.jar:lib/*:mariadb-java-client.jar\"");
  }

  @Test
  @DisplayName("AUD-3 the README's command verifies the audit trail and tells how many rows")
  void audit(TestServer server) throws Exception {
    Path heads = folder.resolve("audit-heads.txt");
    assertThat(unpacked.command(server, AUDIT)).endsWith(heads.getFileName().toString());
    String said = intact(server);
    // the head it tells is what the server exports: nothing is cut off against it
    Files.writeString(heads, said.lines().reduce((first, last) -> last).orElseThrow() + "\n");
    intact(server);
    Files.writeString(heads, Files.readString(heads).replaceFirst("audit \\d+", "audit 987654"));
    UnpackedApplication.Ended ended = unpacked.run(server, AUDIT);
    assertThat(ended.code()).as(ended.said()).isEqualTo(1);
  }

  private static String intact(TestServer server) throws Exception {
    return verifies(
        server,
        AUDIT,
        "SELECT COUNT(*) FROM audit_seal",
        rows -> Messages.text(Language.EN, "access.chain.intact", rows.get(0)));
  }

  @Test
  @DisplayName("AUD-3 the README's command verifies all results and tells how many")
  void results(TestServer server) throws Exception {
    verifies(
        server,
        RESULTS,
        "SELECT COUNT(DISTINCT student_id), COUNT(*) FROM achievement",
        all ->
            Messages.text(Language.EN, "achievement.chains.verified", all.get(0), all.get(1), 0));
  }

  @Test
  @DisplayName("AUD-3 the README's command verifies all registrations and tells how many")
  void registrations(TestServer server) throws Exception {
    verifies(
        server,
        REGISTRATIONS,
        DECISIONS,
        all ->
            Messages.text(Language.EN, "registration.history.verified", all.get(0), all.get(1), 0));
  }

  @Test
  @DisplayName(
      "AUD-3 the README's command ends with 1 and names section and position of a changed decision")
  void aChangedDecision(TestServer server) throws Exception {
    String row;
    String section;
    long position;
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT l.section_id, l.position, CONCAT_WS(' ', t.code, o.code, x.code) FROM"
                    + " registration_log l JOIN section x ON x.id = l.section_id JOIN offering o ON"
                    + " o.id = x.offering_id JOIN term t ON t.id = o.term_id ORDER BY l.position"
                    + " DESC, l.section_id LIMIT 1")) {
      assertThat(found.next()).as("a decision about a seat").isTrue();
      position = found.getLong(2);
      row = " WHERE section_id = " + found.getLong(1) + " AND position = " + position;
      section = found.getString(3);
    }
    UnpackedApplication.Ended ended = changed(server, row);
    assertThat(ended.code()).as(ended.said()).isEqualTo(1);
    assertThat(ended.said())
        .contains(section + ": " + Messages.text(Language.EN, "access.chain.CHANGED", position));
    assertThat(unpacked.run(server, REGISTRATIONS).code()).as("undone").isZero();
  }

  /** Runs the program while one row says something else, behind the application's back. */
  private static UnpackedApplication.Ended changed(TestServer server, String row) throws Exception {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      String trigger;
      try (ResultSet definition =
          statement.executeQuery("SHOW CREATE TRIGGER registration_log_no_update")) {
        definition.next();
        trigger = definition.getString("SQL Original Statement");
      }
      statement.execute("DROP TRIGGER registration_log_no_update");
      try {
        statement.execute("UPDATE registration_log SET capacity = capacity + 1" + row);
        try {
          return unpacked.run(server, REGISTRATIONS);
        } finally {
          statement.execute("UPDATE registration_log SET capacity = capacity - 1" + row);
        }
      } finally {
        statement.execute(trigger);
      }
    }
  }

  @Test
  @DisplayName("ACH-7 the README's command finds every stored figure as it is derived")
  void summaries(TestServer server) throws Exception {
    String said =
        verifies(
            server,
            SUMMARIES,
            "SELECT COUNT(DISTINCT student_id), COUNT(*) FROM achievement",
            all ->
                Messages.text(
                    Language.EN, "achievement.summaries.verified", all.get(0), all.get(1)));
    assertThat(said).contains(Messages.text(Language.EN, "achievement.summaries.differing", 0));
  }

  @Test
  @DisplayName("ACH-7 the README's command ends with 1 and names student, figure and both values")
  void aChangedFigure(TestServer server) throws Exception {
    String earned =
        "SELECT CONCAT(s.student_no, ':', a.earned) FROM achievement_summary a JOIN student s ON"
            + " s.id = a.student_id WHERE a.earned > 0 ORDER BY s.id LIMIT 1";
    String[] found = texts(server, earned).get(0).split(":");
    int derived = Integer.parseInt(found[1]);
    change(server, found[0], derived + 7);
    try {
      UnpackedApplication.Ended ended = unpacked.run(server, SUMMARIES);
      assertThat(ended.code()).as(ended.said()).isEqualTo(1);
      assertThat(ended.said())
          .contains(
              Messages.text(
                  Language.EN,
                  "achievement.summaries.differs",
                  found[0],
                  "earned",
                  String.valueOf(derived + 7),
                  String.valueOf(derived)));
    } finally {
      change(server, found[0], derived);
    }
    assertThat(unpacked.run(server, SUMMARIES).code()).as("undone").isZero();
  }

  private static void change(TestServer server, String student, int earned) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE achievement_summary SET earned = "
              + earned
              + " WHERE student_id = (SELECT id FROM student WHERE student_no = '"
              + student
              + "')");
    }
  }
}
