package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderSound;
import kz.miras.registrar.student.OrderTerms;
import kz.miras.registrar.student.Standing;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentSamples;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.StudyForm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StudiedProgrammesTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final String LAW_CODE = "6B04201";
  private static final String ECONOMICS_CODE = "6B04101";
  private static final Curriculum LAW = StudentSamples.curriculum(LAW_CODE);
  private static final Curriculum ECONOMICS = StudentSamples.curriculum(ECONOMICS_CODE);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2022, 9, 1));

  private final List<StudentStatusChange> changes = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private Standing now;

  @Test
  @DisplayName("DOC-13 who was moved to and fro has each result with the programme of its day")
  void toAndFro() {
    order(OrderKind.ADMISSION, "2022-08-25", StudentStatus.STUDYING, LAW);
    order(OrderKind.TRANSFER_INSIDE, "2023-01-20", StudentStatus.STUDYING, ECONOMICS);
    order(OrderKind.TRANSFER_INSIDE, "2024-01-20", StudentStatus.STUDYING, LAW);
    entry("A", 2022, TermType.AUTUMN, "2023-01-19", 95);
    entry("B", 2022, TermType.SPRING, "2023-05-20", 70);
    entry("C", 2023, TermType.SPRING, "2024-05-20", 80);
    assertThat(codes()).containsExactly(LAW_CODE, ECONOMICS_CODE);
    assertThat(of(LAW_CODE)).containsExactly("A", "C");
    assertThat(of(ECONOMICS_CODE)).containsExactly("B");
    entry("D", 2022, TermType.SPRING, "2023-01-20", 80);
    assertThat(of(ECONOMICS_CODE)).as("on the day of the order itself").containsExactly("B", "D");
  }

  @Test
  @DisplayName(
      "DOC-13 the retake of a session and a correction are of the programme of the attempt")
  void continued() {
    order(OrderKind.ADMISSION, "2022-08-25", StudentStatus.STUDYING, LAW);
    order(OrderKind.TRANSFER_INSIDE, "2023-01-20", StudentStatus.STUDYING, ECONOMICS);
    entry("A", 2022, TermType.AUTUMN, "2023-01-10", 40);
    entry("A", 2022, TermType.AUTUMN, ResultKind.FX, "2023-01-27", 75, null);
    entry("B", 2022, TermType.AUTUMN, "2023-01-12", 60);
    entry("B", 2022, TermType.AUTUMN, ResultKind.MAIN, "2023-02-03", 65, 3L);
    entry("A", 2022, TermType.SPRING, ResultKind.RETAKE, "2023-05-20", 90, null);
    assertThat(of(LAW_CODE)).containsExactly("A", "A", "B", "B");
    assertThat(of(ECONOMICS_CODE)).as("studied anew").containsExactly("A");
  }

  @Test
  @DisplayName("DOC-13 credits recognised are of the programme they were recognised for")
  void recognised() {
    order(OrderKind.ADMISSION, "2022-08-25", StudentStatus.STUDYING, LAW);
    order(OrderKind.TRANSFER_INSIDE, "2023-01-20", StudentStatus.STUDYING, ECONOMICS);
    recognised("A", "2023-01-15", "2023-02-01T05:00:00Z", false);
    recognised("B", "2022-08-20", "2026-02-01T05:00:00Z", true);
    recognised("C", "2023-01-15", "2023-01-19T20:00:00Z", false);
    assertThat(of(ECONOMICS_CODE))
        .as("the order of recognition is older than the transfer; midnight is that of Almaty")
        .containsExactly("A", "C");
    assertThat(of(LAW_CODE))
        .as("taken over from an earlier system, and dated before admission")
        .containsExactly("B");
  }

  @Test
  @DisplayName("DOC-13 who was reinstated into another programme has left the results before it")
  void reinstated() {
    order(OrderKind.ADMISSION, "2022-08-25", StudentStatus.STUDYING, LAW);
    order(OrderKind.EXPULSION, "2023-02-01", StudentStatus.EXPELLED, LAW);
    entry("A", 2022, TermType.AUTUMN, "2023-01-10", 40);
    entry("B", 2022, TermType.AUTUMN, ResultKind.MAIN, "2023-02-10", 80, null);
    order(OrderKind.REINSTATEMENT, "2024-08-25", StudentStatus.STUDYING, ECONOMICS);
    entry("C", 2024, TermType.AUTUMN, "2025-01-10", 80);
    assertThat(codes()).containsExactly(LAW_CODE, ECONOMICS_CODE);
    assertThat(of(LAW_CODE)).as("entered after expulsion too").containsExactly("A", "B");
    assertThat(of(ECONOMICS_CODE)).containsExactly("C");
  }

  @Test
  @DisplayName("DOC-13 a transfer that was taken back has led nowhere")
  void takenBack() {
    order(OrderKind.ADMISSION, "2022-08-25", StudentStatus.STUDYING, LAW);
    order(OrderKind.TRANSFER_INSIDE, "2023-01-20", StudentStatus.STUDYING, ECONOMICS);
    StudentStatusChange back =
        changes
            .get(1)
            .undoneBy(
                written(OrderKind.CANCELLATION, LocalDate.parse("2023-01-25")),
                LocalDate.parse("2023-01-25"),
                Instant.EPOCH);
    changes.add(back);
    now = back.getAfter();
    entry("A", 2022, TermType.AUTUMN, "2023-01-22", 80);
    assertThat(codes()).containsExactly(LAW_CODE);
    assertThat(of(LAW_CODE)).containsExactly("A");
  }

  @Test
  @DisplayName("DOC-13 without any order there is one programme, and all results are its")
  void noOrders() {
    now = standing(StudentStatus.STUDYING, LAW);
    entry("A", 2022, TermType.AUTUMN, "2023-01-10", 80);
    assertThat(codes()).containsExactly(LAW_CODE);
    assertThat(of(LAW_CODE)).containsExactly("A");
    changes.add(
        new StudentStatusChange(
            StudentSamples.student(now),
            LocalDate.parse("2022-08-25"),
            null,
            Standing.past(StudentStatus.STUDYING, 1),
            written(OrderKind.ADMISSION, LocalDate.parse("2022-08-25")),
            Instant.EPOCH));
    assertThat(codes()).as("an old order names no programme").containsExactly(LAW_CODE);
    assertThat(of(LAW_CODE)).containsExactly("A");
  }

  @Test
  @DisplayName("DOC-13 a programme the student has never been in is refused, with those there are")
  void neverIn() {
    order(OrderKind.ADMISSION, "2022-08-25", StudentStatus.STUDYING, LAW);
    order(OrderKind.TRANSFER_INSIDE, "2023-01-20", StudentStatus.STUDYING, ECONOMICS);
    StudiedProgrammes studied = StudiedProgrammes.of(now, changes);
    assertThat(studied.verdict(null).isAllowed()).isTrue();
    assertThat(studied.verdict(LAW_CODE).isAllowed()).isTrue();
    Refusal refusal = studied.verdict("6B06101").refusals().get(0);
    assertThat(refusal.rule()).isEqualTo("DOC-13");
    assertThat(refusal.args().toString()).contains("6B06101", LAW_CODE, ECONOMICS_CODE);
  }

  @Test
  @DisplayName("DOC-13 credits and GPA are those of what counts in the whole study and is of it")
  void sums() {
    order(OrderKind.ADMISSION, "2022-08-25", StudentStatus.STUDYING, LAW);
    order(OrderKind.TRANSFER_INSIDE, "2023-01-20", StudentStatus.STUDYING, ECONOMICS);
    entry("A", 2022, TermType.AUTUMN, "2023-01-10", 95);
    entry("B", 2022, TermType.AUTUMN, "2023-01-11", 10);
    entry("C", 2022, TermType.AUTUMN, "2023-01-12", 10);
    entry("D", 2022, TermType.AUTUMN, "2023-01-25", 80);
    entry("B", 2022, TermType.SPRING, ResultKind.RETAKE, "2023-05-20", 70, null);
    StudyRecord law = record(LAW_CODE);
    assertThat(law.earned()).isEqualTo(5);
    assertThat(law.gpaCredits()).as("what was passed later lowers nothing").isEqualTo(10);
    assertThat(law.gpa()).isEqualByComparingTo("2.00");
    assertThat(law.failed()).extracting(StudyRecord.Line::code).containsExactly("C");
    assertThat(law.terms()).hasSize(1);
    assertThat(law.terms().get(0).enrolled()).as("one of the term is of the other").isEqualTo(15);
    assertThat(law.terms().get(0).gpa()).isEqualByComparingTo("1.33");
    assertThat(law.years().get(0).earned()).isEqualTo(5);
    StudyRecord economics = record(ECONOMICS_CODE);
    assertThat(economics.earned()).isEqualTo(10);
    assertThat(economics.gpa()).isEqualByComparingTo("2.67");
    StudyRecord whole = StudyRecords.of(ledger, RulesOfTime.always(RULES));
    assertThat(law.earned() + economics.earned()).isEqualTo(whole.earned());
    assertThat(law.gpaPoints().add(economics.gpaPoints())).isEqualByComparingTo(whole.gpaPoints());
  }

  private StudyRecord record(String code) {
    StudiedProgrammes studied = StudiedProgrammes.of(now, changes);
    return StudyRecords.of(
        ledger, RulesOfTime.always(RULES), studied.positions(code, ledger, ALMATY));
  }

  private List<String> codes() {
    return StudiedProgrammes.of(now, changes).all().stream().map(Programme::getCode).toList();
  }

  private List<String> of(String code) {
    return record(code).terms().stream()
        .flatMap(term -> term.lines().stream())
        .map(StudyRecord.Line::code)
        .sorted()
        .toList();
  }

  private void order(OrderKind kind, String day, StudentStatus status, Curriculum curriculum) {
    Standing after = standing(status, curriculum);
    Student student = StudentSamples.student(after);
    changes.add(
        new StudentStatusChange(
            student,
            LocalDate.parse(day),
            now,
            after,
            written(kind, LocalDate.parse(day)),
            Instant.EPOCH));
    now = after;
  }

  private static StudentOrder written(OrderKind kind, LocalDate day) {
    OrderSound.Written said = new OrderSound.Written(kind, day, day, null, OrderTerms.NONE);
    return new StudentOrder("1-С", 1, said, "1-С", null, false);
  }

  private static Standing standing(StudentStatus status, Curriculum curriculum) {
    return new Standing(
        status, 1, curriculum, null, StudyForm.FULL_TIME, Language.KK, Funding.GRANT, false);
  }

  private void recognised(String code, String on, String recordedAt, boolean migrated) {
    entry(
        code,
        new TermRef(2022, TermType.AUTUMN),
        ResultKind.RECOGNISED,
        LocalDate.parse(on),
        80,
        new LedgerEntry.Source(
            null, null, "№ 7", null, null, migrated, "office", Instant.parse(recordedAt)));
  }

  private void entry(String code, int year, TermType term, String on, int percent) {
    entry(code, year, term, ResultKind.MAIN, on, percent, null);
  }

  private void entry(
      String code, int year, TermType in, ResultKind kind, String on, int percent, Long corrects) {
    LocalDate day = LocalDate.parse(on);
    entry(
        code,
        new TermRef(year, in),
        kind,
        day,
        percent,
        new LedgerEntry.Source(
            null,
            null,
            "№ 1",
            corrects,
            null,
            false,
            "office",
            day.atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  private void entry(
      String code,
      TermRef term,
      ResultKind kind,
      LocalDate on,
      int percent,
      LedgerEntry.Source source) {
    ledger.add(
        new LedgerEntry(
            UUID.randomUUID(),
            1,
            ledger.size() + 1L,
            new LedgerEntry.Studied(
                (long) code.charAt(0),
                code,
                LocalizedText.of(code, code, code),
                5,
                Cycle.BASIC,
                Component.UNIVERSITY,
                false,
                false,
                false),
            new LedgerEntry.Outcome(
                1, term, kind, 1, 60, null, Grade.of(percent, GradeScale.V2), on, "B-2022"),
            source,
            new byte[0]));
  }
}
