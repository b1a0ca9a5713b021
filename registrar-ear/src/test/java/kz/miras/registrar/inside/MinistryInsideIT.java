package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordOutcome;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;
import kz.miras.registrar.correspondence.ministry.SendPauses;
import kz.miras.registrar.correspondence.service.ministry.MinistryDesk;
import kz.miras.registrar.correspondence.service.ministry.MinistryRun;
import kz.miras.registrar.correspondence.service.ministry.MinistrySetup;
import kz.miras.registrar.correspondence.service.ministry.MinistryStore;
import kz.miras.registrar.correspondence.service.ministry.MinistryWork;
import kz.miras.registrar.correspondence.service.ministry.NumberBook;
import kz.miras.registrar.correspondence.service.ministry.PlatformAddress;
import kz.miras.registrar.correspondence.service.ministry.RecordView;
import kz.miras.registrar.ministry.PlatformStub;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.RegistrarException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The exchange with the platform of the ministry, against a stand-in of it, in the container. */
@InsideTest
class MinistryInsideIT {

  private static final SendPauses SHORT = new SendPauses(List.of(Duration.ofMillis(1)));

  /** What the platform demands of STUDENT_INFO and only it keeps. */
  private static final List<String> INFO =
      List.of(
          "graduatedCountryId",
          "examType",
          "icDepartmentId",
          "studiedForeignLangId",
          "foreignLangProficiencyLevelId");

  private PlatformStub stub;
  private PlatformAddress address;
  private MinistryWork work;
  private MinistryStore store;
  private MinistryDesk desk;
  private String senior;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MinistryInsideIT.class, SheetScene.class, Soon.class)
        .addClasses(PlatformStub.classes());
  }

  @BeforeEach
  void begin() throws Exception {
    stub = new PlatformStub(0, "miras", "stub");
    address = new PlatformAddress(stub.url(), 999, "miras", "stub");
    work = Inside.bean(MinistryWork.class);
    store = Inside.bean(MinistryStore.class);
    desk = Inside.bean(MinistryDesk.class);
    senior = Scene.holding("SEN");
    String director = Scene.holding("DIR");
    MinistrySetup setup = Inside.bean(MinistrySetup.class);
    for (MinistrySetup.Code code : Inside.as(senior, setup::codes)) {
      if (code.number() == null) {
        SheetScene.act(director, () -> setup.number(code.dictionary(), code.value(), 1));
      }
    }
    // what another test has sent is to be sent again to a stand-in that knows nothing
    Scene.change("DELETE FROM ministry_sent");
  }

  @AfterEach
  void end() {
    stub.close();
  }

  private MinistryRun done(RunKind kind, boolean onlyDue, PlatformType... types) throws Exception {
    UUID run = store.begin(kind, List.of(types), onlyDue, senior).orElseThrow();
    work.work(run, address, SHORT);
    return Inside.as(senior, () -> desk.run(run));
  }

  @Test
  @DisplayName(
      "GOV-1 GOV-9 GOV-12 catalogue and students are sent whole; sent again nothing is due")
  void sentWhole() throws Exception {
    PlatformType[] types = {
      PlatformType.FACULTIES,
      PlatformType.CAFEDRA,
      PlatformType.STUDY_FORMS,
      PlatformType.PROFESSION,
      PlatformType.SPECIALIZATIONS,
      PlatformType.TYP_CURRICULUM,
      PlatformType.TUTOR,
      PlatformType.TUTOR_CAFEDRA,
      PlatformType.GROUPS,
      PlatformType.TUP_SUBJECT,
      PlatformType.GENERAL_EXAMS_MARKS,
      PlatformType.TERMS,
      PlatformType.STUDYCALENDAR,
      PlatformType.ORDERS,
      PlatformType.ORDER_SECTIONS,
      PlatformType.SECTION_PERSON,
      PlatformType.ORDER_STUDENT_INFO,
      PlatformType.COURSE_TRANSFER_ORDER,
      PlatformType.ORDERS_ACADEMIC_MOBILITY,
      PlatformType.RETIRES,
      PlatformType.STUDENT,
      PlatformType.STUDENT_INFO,
      PlatformType.STUDENT_DIPLOMA_INFO,
      PlatformType.GRADUATES,
      PlatformType.DIPLOMA_DUPLICATES,
      PlatformType.SESSION_REPORT
    };
    stub.enters("STUDENT", "studentId", firstStudent(), "nationId", 5);
    for (String field : INFO) {
      stub.enters("STUDENT_INFO", "studentId", firstStudent(), field, 4);
    }
    MinistryRun first = done(RunKind.SEND, true, types);
    assertThat(first.state())
        .as("%s %s", first.trouble(), first.detail())
        .isEqualTo(RunState.ENDED);
    assertThat(first.refused()).isZero();
    assertThat(first.differing()).as("sampled").isZero();
    for (MinistryRun.Part part : first.parts()) {
      assertThat(part.taken() + part.blocked()).as("%s", part.type()).isEqualTo(part.total());
      assertThat(stub.kept(part.type().name()))
          .as("%s", part.type())
          .hasSizeGreaterThanOrEqualTo(part.taken());
    }
    assertThat(stub.kept("STUDENT")).hasSizeGreaterThan(100);
    Map<String, Object> student = stub.kept("STUDENT").get(firstStudent());
    assertThat(student)
        .containsEntry("typeCode", "STUDENT")
        .containsEntry("nationId", 5)
        .containsKeys("patronymic", "maritalStateId", "isStudent", "status");
    assertThat(stub.kept("STUDENT_INFO")).as("only what the platform can take").hasSize(1);
    assertThat(stub.kept("STUDENT_INFO").get(firstStudent()))
        .containsEntry("examType", 4)
        .containsEntry("degreeId", 1);
    MinistryRun again = done(RunKind.SEND, true, types);
    assertThat(again.taken()).isZero();
    assertThat(again.unchanged()).isEqualTo(first.taken());
  }

  private static long firstStudent() throws SQLException {
    Inside.bean(NumberBook.class).giveAll();
    return Scene.number(
        "SELECT n.number FROM ministry_number n JOIN student s ON s.id = n.our_id WHERE n.type ="
            + " 'STUDENT' AND s.status = 'STUDYING' AND s.iin IS NOT NULL ORDER BY n.number LIMIT"
            + " 1");
  }

  @Test
  @DisplayName(
      "GOV-10 GOV-11 what is refused or cannot be digested is told by record, the rest is taken")
  void partialFailure() throws Exception {
    done(RunKind.CHECK, false, PlatformType.SUBJECT);
    stub.refuses("SUBJECT", 3, "nameEn must not be null");
    stub.chokesOn("SUBJECT", 7);
    MinistryRun run = done(RunKind.SEND, false, PlatformType.SUBJECT);
    assertThat(run.state()).isEqualTo(RunState.ENDED);
    assertThat(run.refused()).isEqualTo(2);
    assertThat(run.taken() + run.blocked()).isEqualTo(run.total() - 2);
    RecordView refused = Inside.as(senior, () -> desk.record(PlatformType.SUBJECT, 3));
    assertThat(refused.past().get(0).outcome()).isEqualTo(RecordOutcome.REFUSED);
    assertThat(refused.past().get(0).reason()).isEqualTo("nameEn must not be null");
    assertThat(Inside.as(senior, () -> desk.record(PlatformType.SUBJECT, 7)).past().get(0).reason())
        .isEqualTo("HTTP 500");
    MinistryRun rest = done(RunKind.SEND, true, PlatformType.SUBJECT);
    assertThat(rest.unchanged()).as("only the refused are due").isEqualTo(run.taken());
  }

  @Test
  @DisplayName("GOV-12 a platform that falls silent stops the run; gone on with, it sends the rest")
  void goesOn() throws Exception {
    UUID run =
        store
            .begin(RunKind.SEND, List.of(PlatformType.ORDER_STUDENT_INFO), false, senior)
            .orElseThrow();
    stub.answers(1);
    work.work(run, address, SHORT);
    MinistryRun stopped = Inside.as(senior, () -> desk.run(run));
    assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
    assertThat(stopped.trouble()).isEqualTo("ministry.trouble.SILENT");
    assertThat(stopped.detail()).isEqualTo("HTTP 503");
    int seen = stopped.seen();
    assertThat(seen).isPositive().isLessThan(stopped.total());
    stub.answers(-1);
    int before = stub.saves();
    assertThat(store.goOn(run)).isTrue();
    work.work(run, address, SHORT);
    MinistryRun ended = Inside.as(senior, () -> desk.run(run));
    assertThat(ended.state()).isEqualTo(RunState.ENDED);
    assertThat(ended.seen()).as("each once").isEqualTo(ended.total());
    assertThat(stub.saves() - before)
        .as("only what was left")
        .isEqualTo((ended.total() - seen + 199) / 200);
    assertThat(stub.kept("ORDER_STUDENT_INFO")).hasSize(ended.taken());
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM ministry_outcome o JOIN ministry_run r ON r.id = o.run_id"
                    + " WHERE r.uuid = ? AND o.outcome = 'ACCEPTED'",
                run.toString()))
        .isEqualTo(ended.taken());
  }

  @Test
  @DisplayName(
      "GOV-8 results are lines of transcripts of those who study, and of the archive of the others")
  void results() throws Exception {
    MinistryRun run =
        done(RunKind.CHECK, false, PlatformType.TRANSCRIPT, PlatformType.DELETED_TRANSCRIPT);
    assertThat(run.state()).as("%s", run.trouble()).isEqualTo(RunState.ENDED);
    assertThat(run.parts()).allMatch(part -> part.total() > 100 && part.seen() == part.total());
    assertThat(run.blocked()).isLessThan(run.total() / 2);
  }

  @Test
  @DisplayName(
      "GOV-3 a dry run needs no platform: files as they would be sent, with their checksums")
  void dryRun() throws Exception {
    UUID run =
        Inside.as(
            senior,
            () ->
                desk.begin(
                    RunKind.DRY_RUN, List.of(PlatformType.TERMS, PlatformType.ORDERS), false));
    Soon.isSo(
        "the files are written",
        () -> Inside.as(senior, () -> desk.run(run)).state() == RunState.ENDED);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetScene.act(senior, () -> desk.zip(run, out));
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    assertThat(files)
        .containsOnlyKeys("TERMS.json", "TERMS.csv", "ORDERS.json", "ORDERS.csv", "manifest.json");
    String manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8);
    assertThat(manifest)
        .contains(HexFormat.of().formatHex(Checksum.sha256(files.get("ORDERS.json"))))
        .contains(HexFormat.of().formatHex(Checksum.sha256(files.get("TERMS.csv"))));
    assertThat(new String(files.get("ORDERS.json"), StandardCharsets.UTF_8))
        .startsWith("[\n{\"typeCode\":\"ORDERS\"")
        .endsWith("}\n]\n");
  }

  @Test
  @DisplayName("GOV-12 two runs never go on at once, and nobody sends where no platform is set up")
  void oneAtATime() throws Exception {
    UUID run = store.begin(RunKind.CHECK, List.of(PlatformType.TERMS), false, senior).orElseThrow();
    assertThat(store.begin(RunKind.CHECK, List.of(PlatformType.TERMS), false, senior)).isEmpty();
    work.work(run, null, SHORT);
    Assertions.assertThatThrownBy(
            () ->
                Inside.as(
                    senior, () -> desk.begin(RunKind.SEND, List.of(PlatformType.TERMS), true)))
        .isInstanceOf(RegistrarException.Refused.class);
    String teacher = Scene.holding("TCH");
    Assertions.assertThatThrownBy(() -> Inside.as(teacher, desk::overview))
        .isInstanceOf(Exception.class);
  }
}
