package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestDesk.Attached;
import kz.miras.registrar.registration.service.RequestDesk.Typed;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A W is decided in the middle of a term, weeks before or after the sheet is formed. */
@InsideTest
class WithdrawnInSheetInsideIT {

  private static final int FIRST = 170;
  private static final int LONGEST = 1000;
  private static final String REASON = "illness, ".repeat(LONGEST).substring(0, LONGEST);
  private static final String ROW =
      "SELECT CONCAT(COALESCE(r.mark, '-'), ' ', COALESCE(CHAR_LENGTH(r.note), 0)) FROM sheet_row r"
          + " JOIN student s ON s.id = r.student_id WHERE s.student_no = ? AND r.sheet_id ="
          + " (SELECT h.id FROM sheet h WHERE h.uuid = ?)";

  private static final String KEPT =
      "SELECT GROUP_CONCAT(CONCAT_WS(' ', s.student_no, r.score, IF(r.note IS NULL, 'false',"
          + " 'true'), r.enrolment_id)) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN"
          + " student s ON s.id = r.student_id WHERE h.uuid = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(WithdrawnInSheetInsideIT.class);
  }

  private static long enrol(String student, long offering) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Decision decision =
        Inside.as(
            Scene.holding("SPE"),
            () ->
                counter.enrol(
                    student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    assertThat(decision.enrolled()).as(decision.toString()).isTrue();
    return decision.enrolment();
  }

  /** Somebody asks, the deputy decides. */
  private static void withdraw(String student, long enrolment) throws Exception {
    RequestDesk desk = Inside.bean(RequestDesk.class);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    String id =
        Inside.as(
                Scene.holding("SPE"),
                () ->
                    desk.ask(
                        new Typed(
                            RequestKind.WITHDRAW,
                            student,
                            null,
                            null,
                            null,
                            enrolment,
                            null,
                            null,
                            new RequestWords(REASON, null, "certificate 7")),
                        Attached.NONE))
            .id();
    assertThat(Inside.as(Scene.holding("DEP"), () -> counter.decide(id, true, null)).isAllowed())
        .isTrue();
  }

  private static String form(long section) throws Exception {
    SheetFormation formation = Inside.bean(SheetFormation.class);
    return Inside.as(Scene.holding("SPE"), () -> formation.form(section));
  }

  @Test
  @DisplayName("SHT-8 who withdrew before the sheet was formed has W in it and in the results")
  void formedAfterwards() throws Exception {
    String student = Scene.student(FIRST);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    withdraw(student, enrol(student, offering));

    String sheet = form(section);

    assertThat(Scene.text(ROW, student, sheet)).isEqualTo("W " + REASON.length());
    Scene.change(
        "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6) WHERE uuid = ?",
        sheet);
    SheetPosting posting = Inside.bean(SheetPosting.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> posting.close(sheet))).isEqualTo(1);
    assertThat(
            Scene.text(
                "SELECT a.mark FROM achievement a JOIN sheet h ON h.id = a.sheet_id JOIN student s"
                    + " ON s.id = a.student_id WHERE h.uuid = ? AND s.student_no = ?",
                sheet,
                student))
        .isEqualTo("W");
  }

  @Test
  @DisplayName("REQ-4 the longest reason of a request fits the row of a sheet that stands already")
  void formedBefore() throws Exception {
    String student = Scene.student(FIRST + 1);
    String other = Scene.student(FIRST + 2);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    long enrolment = enrol(student, offering);
    enrol(other, offering);
    String sheet = form(section);

    withdraw(student, enrolment);

    assertThat(Scene.text(ROW, student, sheet)).isEqualTo("W " + REASON.length());
    assertThat(Scene.text(ROW, other, sheet)).isEqualTo("- 0");
  }

  @Test
  @DisplayName("SHT-8 who withdrew and is enrolled again stands in the open sheet as everybody")
  void comesBack() throws Exception {
    String student = Scene.student(FIRST);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    long enrolment = enrol(student, offering);
    String sheet = form(section);
    Scene.change(
        "UPDATE sheet_row SET p1 = 71, score = 83, typed_by = 'in-teacher', scored_by = 'in-teacher'"
            + " WHERE sheet_id = (SELECT id FROM sheet WHERE uuid = ?)",
        sheet);
    withdraw(student, enrolment);
    assertThat(Scene.text(ROW, student, sheet)).startsWith("W");

    long again = enrol(student, offering);

    assertThat(Scene.text(ROW, student, sheet)).isEqualTo("- 0");
    assertThat(
            Scene.text(
                "SELECT CONCAT_WS(' ', r.p1 + 0, r.score, r.scored_by, r.enrolment_id) FROM sheet_row"
                    + " r JOIN sheet h ON h.id = r.sheet_id WHERE h.uuid = ?",
                sheet))
        .isEqualTo("71.000000000 83 in-teacher " + again);
  }

  @Test
  @DisplayName(
      "SHT-8 who is taken out after a score was typed stays in the sheet until the office decides,"
          + " and comes back to the same row")
  void keptScore() throws Exception {
    String student = Scene.student(FIRST);
    String other = Scene.student(FIRST + 1);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    long enrolment = enrol(student, offering);
    long blank = enrol(other, offering);
    String sheet = form(section);
    Scene.change(
        "UPDATE sheet_row SET score = 83, typed_by = 'in-teacher', scored_by = 'in-teacher' WHERE"
            + " enrolment_id = ?",
        enrolment);

    cancel(enrolment);
    cancel(blank);

    assertThat(Scene.text(KEPT, sheet))
        .as("only the row with a score is left, and says why")
        .isEqualTo(student + " 83 true " + enrolment);
    long again = enrol(student, offering);
    assertThat(Scene.text(KEPT, sheet)).isEqualTo(student + " 83 false " + again);
  }

  private static void cancel(long enrolment) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(
        Scene.holding("SPE"),
        () -> {
          counter.leave(enrolment, EnrolmentStatus.CANCELLED_BY_OR, "too few");
          return null;
        });
  }
}
