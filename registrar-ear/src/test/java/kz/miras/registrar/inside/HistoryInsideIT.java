package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.naming.InitialContext;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.service.AchievementQueries;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.achievement.service.TakeOver;
import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentChanges;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.student.StudentLeft;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of results in the history, and what the history says of a past day. */
@InsideTest
class HistoryInsideIT {

  private static final int FIRST = 136;
  private static final String CARD_DAY =
      "SELECT COUNT(*) FROM sheet h JOIN achievement a ON a.sheet_id = h.id WHERE h.uuid = ? AND"
          + " h.exam_date = ? AND a.result_on = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(HistoryInsideIT.class, Marks.class);
  }

  private static String student(int number) throws SQLException {
    return Scene.student(FIRST + number);
  }

  private static long key(String student) throws SQLException {
    return Scene.number("SELECT id FROM student WHERE student_no = ?", student);
  }

  private static String code(long offering) throws SQLException {
    return Scene.text("SELECT code FROM offering WHERE id = ?", offering);
  }

  /** A submitted sheet of one student, all of it best, that names no day of its exam. */
  private static String submitted(String student, EnrolmentType why) throws Exception {
    return submitted(student, why, Scene.offering(5));
  }

  private static String submitted(String student, EnrolmentType why, long offering)
      throws Exception {
    long section = Scene.section(offering, "GROUP", 2);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    SheetFormation formation = Inside.bean(SheetFormation.class);
    String office = Scene.holding("SPE");
    assertThat(
            Inside.as(office, () -> counter.enrol(student, offering, NamedSections.ANY, why, null))
                .enrolled())
        .isTrue();
    String sheet = Inside.as(office, () -> formation.form(section));
    Scene.change(
        "UPDATE sheet_row SET p1 = 100, p2 = 100, score = 100 WHERE sheet_id = (SELECT id FROM"
            + " sheet WHERE uuid = ?)",
        sheet);
    Scene.change(
        "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6) WHERE uuid = ?",
        sheet);
    return sheet;
  }

  @Test
  @DisplayName("ACH-6 a discipline taken as additional is posted so; the sheet keeps the day of it")
  void additionalByPurpose() throws Exception {
    String student = student(0);
    AchievementQueries queries = Inside.bean(AchievementQueries.class);
    String office = Scene.holding("SPE");
    StudyRecord before = Inside.as(office, () -> queries.record(student, null));
    String sheet = submitted(student, EnrolmentType.ADDITIONAL);
    SheetPosting posting = Inside.bean(SheetPosting.class);

    assertThat(Inside.as(Scene.holding("SPE"), () -> posting.close(sheet))).isEqualTo(1);

    assertThat(
            Scene.text(
                "SELECT CONCAT(a.kind, ' ', a.letter, ' ', a.additional) FROM achievement a JOIN"
                    + " sheet h ON h.id = a.sheet_id WHERE h.uuid = ?",
                sheet))
        .isEqualTo("ADDITIONAL A 1");
    assertThat(Scene.number(CARD_DAY, sheet, Scene.today(), Scene.today())).isEqualTo(1);
    StudyRecord after = Inside.as(office, () -> queries.record(student, null));
    assertThat(after.gpa()).isEqualTo(before.gpa());
    assertThat(after.earned()).isEqualTo(before.earned());
    assertThat(after.earnedAdditional()).isEqualTo(before.earnedAdditional() + 5);
  }

  private static long following(String sheet, String kind) throws SQLException {
    long next = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id,"
            + " continues_id, rule_set_code, status) SELECT ?, UUID(), ?, ?, h.term_id,"
            + " h.discipline_id, h.section_id, h.id, h.rule_set_code, 'OPEN' FROM sheet h WHERE"
            + " h.uuid = ?",
        next,
        "IN-" + next,
        kind,
        sheet);
    Scene.change(
        "INSERT INTO sheet_row (id, sheet_id, student_id, enrolment_id, position, carried_rating)"
            + " SELECT ?, ?, r.student_id, r.enrolment_id, 1, 100 FROM sheet_row r JOIN sheet h ON"
            + " h.id = r.sheet_id WHERE h.uuid = ?",
        Scene.next("attestation_seq"),
        next,
        sheet);
    return next;
  }

  @Test
  @DisplayName("ATT-1 a leave closes an FX row as W and takes the row of an individual sitting out")
  void leaveInFollowingSheets() throws Exception {
    String student = student(1);
    String sheet = submitted(student, EnrolmentType.ADDITIONAL);
    long retake = following(sheet, "FX");
    long individual = following(sheet, "INDIVIDUAL");

    // in the middle of the term of the sheet: who leaves before it begins leaves no trace
    LocalDate since = LocalDate.of(2090, 10, 1);
    assertThat(undone(retake, individual, new StudentLeft(key(student), since, "№ 5")))
        .isEqualTo("FX W");
  }

  /** Rows of the student in these two sheets after something has happened; then all is undone. */
  private static String undone(long main, long individual, Object... events) throws Exception {
    return Inside.as(
        Scene.holding("SPE"),
        () -> {
          UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
          transaction.begin();
          try {
            for (Object event : events) {
              Inside.fire(event);
            }
            Inside.bean(Sheets.class).flush();
            return Scene.text(
                "SELECT COALESCE(GROUP_CONCAT(CONCAT(h.kind, ' ', COALESCE(r.mark, '-')) ORDER BY"
                    + " h.id), 'none') FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE"
                    + " h.id IN (?, ?)",
                main,
                individual);
          } finally {
            transaction.rollback();
          }
        });
  }

  private static EnrolmentChanges changed(
      long student, long section, EnrolmentStatus status, String why) throws SQLException {
    long offering = Scene.number("SELECT offering_id FROM section WHERE id = ?", section);
    long enrolment =
        Scene.number(
            "SELECT MAX(id) FROM enrolment WHERE student_id = ? AND offering_id = ?",
            student,
            offering);
    return new EnrolmentChanges(
        List.of(
            new EnrolmentChange(
                enrolment,
                student,
                status,
                List.of(section),
                why,
                offering,
                EnrolmentType.MAIN,
                false,
                true)));
  }

  @Test
  @DisplayName(
      "ATT-1 SHT-8 an early sitting is followed like the sheet of the group, and only once")
  void earlySitting() throws Exception {
    String student = student(2);
    String sheet = submitted(student, EnrolmentType.ADDITIONAL);
    long main = Scene.number("SELECT id FROM sheet WHERE uuid = ?", sheet);
    long section = Scene.number("SELECT section_id FROM sheet WHERE id = ?", main);
    long individual = following(sheet, "INDIVIDUAL");
    Scene.change("DELETE FROM sheet_row WHERE sheet_id = ?", main);
    long key = key(student);

    // in the middle of the term of the sheet: who leaves before it begins leaves no trace
    LocalDate since = LocalDate.of(2090, 10, 1);
    assertThat(undone(main, individual, new StudentLeft(key, since, "№ 5")))
        .as("no I stands for a student who has left")
        .isEqualTo("INDIVIDUAL W");
    assertThat(
            undone(main, individual, changed(key, section, EnrolmentStatus.WITHDRAWN, "illness")))
        .isEqualTo("INDIVIDUAL W");
    assertThat(undone(main, individual, changed(key, section, EnrolmentStatus.DROPPED, null)))
        .isEqualTo("none");
    assertThat(undone(main, individual, changed(key, section, EnrolmentStatus.ENROLLED, null)))
        .as("no second row")
        .isEqualTo("INDIVIDUAL -");
  }

  @Test
  @DisplayName("SHT-7 ACH-5 who passes by correction is taken out of the open sheet of the retake")
  void overtakenByCorrection() throws Exception {
    String student = student(3);
    long offering = Scene.offering(5);
    long retake = following(submitted(student, EnrolmentType.ADDITIONAL, offering), "FX");
    String rows = "SELECT COUNT(*) FROM sheet_row WHERE sheet_id = ?";

    Marks.arrives(key(student), offering, Letter.FX);
    assertThat(Scene.number(rows, retake)).as("FX: still to be sat").isEqualTo(1);
    Marks.corrected(key(student), offering, Letter.C_MINUS);
    assertThat(Scene.number(rows, retake)).isZero();
  }

  @Test
  @DisplayName("ACH-8 a result taken over today belongs to the days after it was given")
  void takenOver() throws Exception {
    String student = student(2);
    long offering = Scene.offering(5);
    String code = code(offering);
    LocalDate given = LocalDate.of(2023, 12, 20);
    Ledger.Posting past = past(key(student), offering, given);
    Marks.together(() -> Inside.bean(TakeOver.class).post(List.of(past), Scene.today()));

    assertThat(codes(student, given.minusDays(1))).doesNotContain(code);
    assertThat(codes(student, given)).contains(code);
    assertThat(codes(student, LocalDate.of(2024, 1, 1))).contains(code);
    Marks.arrives(key(student), offering, Letter.A);
    assertThat(lines(student, LocalDate.of(2024, 1, 1), code)).isEqualTo(1);
    assertThat(lines(student, null, code)).isEqualTo(2);
  }

  private static Ledger.Posting past(long student, long offering, LocalDate given)
      throws SQLException {
    return new Ledger.Posting(
        student,
        Marks.studied(Scene.number("SELECT discipline_id FROM offering WHERE id = ?", offering), 5),
        new LedgerEntry.Outcome(
            Scene.number("SELECT term_id FROM offering WHERE id = ?", offering),
            TermRef.autumn(2090),
            ResultKind.MAIN,
            1,
            80,
            80,
            Grade.of(80, GradeScale.V2),
            given,
            "policy-bachelor"),
        new LedgerEntry.Source(
            null, null, "№ 12, 2023", null, null, true, "office", Instant.now()));
  }

  private static List<String> codes(String student, LocalDate asOf) throws Exception {
    AchievementQueries queries = Inside.bean(AchievementQueries.class);
    return Inside.as(Scene.holding("SPE"), () -> queries.record(student, asOf)).terms().stream()
        .flatMap(term -> term.lines().stream())
        .map(StudyRecord.Line::code)
        .toList();
  }

  private static long lines(String student, LocalDate asOf, String code) throws Exception {
    return codes(student, asOf).stream().filter(code::equals).count();
  }
}
