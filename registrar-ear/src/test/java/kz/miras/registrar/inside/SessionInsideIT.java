package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.attestation.service.SheetFormation.Obstacle;
import kz.miras.registrar.attestation.service.SheetFormation.Preview;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sheets of a whole session in one act. */
@InsideTest
class SessionInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SessionInsideIT.class, SessionScene.class, Crowd.class);
  }

  private static Preview preview(long term) throws Exception {
    SheetFormation formation = Inside.bean(SheetFormation.class);
    return Inside.as(Scene.holding("JUN"), () -> formation.preview(term));
  }

  private static List<String> codes(Preview preview, boolean refuses) {
    return preview.obstacles().stream()
        .filter(one -> one.refuses() == refuses)
        .map(Obstacle::why)
        .map(Refusal::code)
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("SHT-9 SHT-10 a session is formed in one act, by reason and level, and only once")
  void aWholeSession() throws Exception {
    long term = Scene.term("SES-1", 2110);
    long mixed = SessionScene.offering(term, "DISCIPLINE", "EXAM");
    long mixedGroup = SessionScene.group(mixed);
    SessionScene.enrol(SessionScene.student("BACHELOR", 0), mixed, mixedGroup, "MAIN", 1);
    SessionScene.enrol(SessionScene.student("BACHELOR", 1), mixed, mixedGroup, "RETAKE", 2);
    SessionScene.enrol(SessionScene.student("MASTER", 0), mixed, mixedGroup, "MAIN", 1);
    long again = SessionScene.offering(term, "DISCIPLINE", "EXAM");
    long againGroup = SessionScene.group(again);
    SessionScene.enrol(SessionScene.student("BACHELOR", 0), again, againGroup, "RETAKE", 2);
    SessionScene.enrol(SessionScene.student("BACHELOR", 1), again, againGroup, "DEBT", 3);
    long difference = SessionScene.offering(term, "DISCIPLINE", "EXAM");
    long differenceGroup = SessionScene.group(difference);
    SessionScene.enrol(
        SessionScene.student("BACHELOR", 0), difference, differenceGroup, "DIFFERENCE", 1);
    long thesis = SessionScene.offering(term, "FINAL", "EXAM");
    long thesisGroup = SessionScene.group(thesis);
    SessionScene.enrol(SessionScene.student("BACHELOR", 2), thesis, thesisGroup, "MAIN", 1);
    SessionScene.group(thesis);
    SessionScene.enrol(SessionScene.student("BACHELOR", 3), again, 0, "RETAKE", 2);

    Preview before = preview(term);
    assertThat(before.sheets()).isEqualTo(4);
    assertThat(before.students()).isEqualTo(6);
    assertThat(before.formed()).isZero();
    assertThat(codes(before, true))
        .containsExactly(
            "attestation.final.weighted",
            "attestation.final.weighted",
            "attestation.session.no-group",
            "attestation.sheet.nobody");
    assertThat(codes(before, false))
        .containsExactly("attestation.session.levels", "attestation.session.no-window");
    assertThat(before.obstacles().get(0).refuses()).as("what stops comes first").isTrue();

    assertThat(SessionScene.form(term)).isEqualTo(4);
    assertThat(SessionScene.sheets(mixedGroup)).isEqualTo("MAIN BACHELOR 2, MAIN MASTER 1");
    assertThat(SessionScene.sheets(againGroup)).isEqualTo("RETAKE BACHELOR 2");
    assertThat(SessionScene.sheets(differenceGroup)).isEqualTo("DIFFERENCE BACHELOR 1");
    assertThat(SessionScene.sheets(thesisGroup)).isNull();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet h WHERE h.term_id = ? AND h.teacher_id IS NOT NULL AND"
                    + " h.examiner_id = h.teacher_id AND h.status = 'CREATED'",
                term))
        .isEqualTo(4);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry a WHERE a.action = 'sheet.form' AND a.entity_id IN"
                    + " (SELECT h.number FROM sheet h WHERE h.term_id = ?)",
                term))
        .isEqualTo(4);

    assertThat(SessionScene.form(term)).as("formed twice").isZero();
    assertThat(preview(term).formed()).isEqualTo(3);
    assertThat(preview(term).sheets()).isZero();
  }

  @Test
  @DisplayName("SHT-10 who comes later stands in the sheet of their own level only")
  void comesLater() throws Exception {
    long term = Scene.term("SES-2", 2112);
    long offering = SessionScene.offering(term, "DISCIPLINE", "EXAM");
    long group = SessionScene.group(offering);
    SessionScene.enrol(SessionScene.student("BACHELOR", 4), offering, group, "MAIN", 1);
    assertThat(SessionScene.form(term)).isEqualTo(1);

    come(SessionScene.student("MASTER", 1), offering);
    assertThat(SessionScene.sheets(group)).isEqualTo("MAIN BACHELOR 1");
    assertThat(SessionScene.form(term)).as("the sheet of the masters").isEqualTo(1);
    assertThat(SessionScene.sheets(group)).isEqualTo("MAIN BACHELOR 1, MAIN MASTER 1");
    come(SessionScene.student("MASTER", 2), offering);
    assertThat(SessionScene.sheets(group)).isEqualTo("MAIN BACHELOR 1, MAIN MASTER 2");
    assertThatThrownBy(
            () ->
                Inside.as(
                    Scene.holding("SPE"), () -> Inside.bean(SheetFormation.class).form(group)))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(said(refused.refusals())).containsExactly("attestation.sheet.exists"));
  }

  @Test
  @DisplayName("SHT-32 who is enrolled after the sheet was closed gets a supplementary one, once")
  void comesAfterClosing() throws Exception {
    long term = Scene.term("SES-LATE", 2221);
    long offering = SessionScene.offering(term, "PRACTICE", "DIFF_CREDIT");
    long group = SessionScene.group(offering);
    SessionScene.enrol(SessionScene.student("BACHELOR", 5), offering, group, "MAIN", 1);
    assertThat(SessionScene.form(term)).isEqualTo(1);
    Scene.change(
        "UPDATE sheet SET status = 'CLOSED', closed_by = 'office', closed_at = UTC_TIMESTAMP(6)"
            + " WHERE section_id = ?",
        group);
    assertThat(preview(term).formed()).isEqualTo(1);

    long late = SessionScene.student("BACHELOR", 6);
    SessionScene.enrol(late, offering, group, "MAIN", 1);
    Preview preview = preview(term);
    assertThat(preview.formed()).as("it lacks somebody").isZero();
    assertThat(preview.students()).isEqualTo(1);
    assertThat(codes(preview, false)).contains("attestation.session.late");

    assertThat(SessionScene.form(term)).isEqualTo(1);
    assertThat(
            Scene.number(
                "SELECT r.student_id FROM sheet h JOIN sheet_row r ON r.sheet_id = h.id WHERE"
                    + " h.section_id = ? AND h.supplement_no = 1",
                group))
        .isEqualTo(late);
    assertThat(SessionScene.form(term)).as("nobody is left").isZero();
    assertThat(preview(term).formed()).isEqualTo(1);
  }

  /** The office enrols somebody in the only group of an offering. */
  private static void come(long student, long offering) throws Exception {
    String number = Scene.text("SELECT student_no FROM student WHERE id = ?", student);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Decision decision =
        Inside.as(
            Scene.holding("SPE"),
            () ->
                counter.enrol(number, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    assertThat(decision.enrolled()).as(decision.toString()).isTrue();
  }

  @Test
  @DisplayName("SHT-3 two who form the same session at once form it once")
  void formedAtOnce() throws Exception {
    long term = Scene.term("SES-3", 2113);
    for (int i = 0; i < 5; i++) {
      long offering = SessionScene.offering(term, "DISCIPLINE", "EXAM");
      long group = SessionScene.group(offering);
      SessionScene.enrol(SessionScene.student("BACHELOR", 5 + i), offering, group, "MAIN", 1);
    }
    SheetFormation formation = Inside.bean(SheetFormation.class);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      work.add(() -> formation.formTerm(term));
    }
    List<Integer> formed = Crowd.atOnce(Inside.signedIn(Scene.holding("SPE")), work);
    assertThat(formed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    assertThat(Scene.number("SELECT COUNT(*) FROM sheet WHERE term_id = ?", term)).isEqualTo(5);
    assertThat(Scene.number("SELECT COUNT(DISTINCT number) FROM sheet WHERE term_id = ?", term))
        .isEqualTo(5);
  }

  private static List<String> said(List<Refusal> said) {
    return said.stream().map(Refusal::code).toList();
  }
}
