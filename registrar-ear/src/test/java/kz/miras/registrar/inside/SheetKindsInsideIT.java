package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.service.UniversityTime;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every kind of sheet a session has, from forming to what its closing posts. */
@InsideTest
class SheetKindsInsideIT {

  private static final String SPECIALIST = "SPE";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SheetKindsInsideIT.class, SessionScene.class, SheetScene.class);
  }

  /**
   * A group of a session.
   *
   * @param key of the group
   */
  private record Taught(long key) {

    /**
     * A group of a discipline of its own.
     *
     * @param at places of its students among all bachelors, from the last
     */
    static Taught of(long term, String kind, String control, String type, int attempt, int... at)
        throws SQLException {
      long offering = SessionScene.offering(term, kind, control);
      // results of these sheets change nobody's average; credits and debts they do give
      Scene.change(
          "UPDATE discipline SET excluded_from_gpa = TRUE WHERE id = (SELECT discipline_id FROM"
              + " offering WHERE id = ?)",
          offering);
      long group = SessionScene.group(offering);
      for (int one : at) {
        SessionScene.enrol(SessionScene.student("BACHELOR", one), offering, group, type, attempt);
      }
      return new Taught(group);
    }

    private String sheet() throws SQLException {
      return Scene.text("SELECT uuid FROM sheet WHERE section_id = ?", key);
    }

    /** Row of the student who was enrolled as the first, the second and so on. */
    private long row(int place) throws SQLException {
      return Scene.number(
          "SELECT r.id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.section_id = ?"
              + " ORDER BY r.enrolment_id LIMIT 1 OFFSET "
              + place,
          key);
    }

    /** Why a cell was not stored; nothing where it was. */
    private String type(String login, int place, String column, String text) throws Exception {
      return SheetScene.type(login, sheet(), row(place), column, text);
    }

    /**
     * Opens it, types it as its teacher and closes it as somebody of the office.
     *
     * @param rated whether ratings of 60 are typed first
     * @param scores of each student
     */
    private void pass(boolean rated, String... scores) throws Exception {
      SheetDesk desk = Inside.bean(SheetDesk.class);
      String office = Scene.holding(SPECIALIST);
      String teacher =
          Scene.account(
              "TCH", null, Scene.number("SELECT teacher_id FROM sheet WHERE section_id = ?", key));
      String sheet = sheet();
      SheetScene.act(office, () -> desk.open(sheet));
      for (int place = 0; rated && place < scores.length; place++) {
        assertThat(type(teacher, place, "first", "60")).isEmpty();
        assertThat(type(teacher, place, "second", "60")).isEmpty();
      }
      examIsToday();
      for (int place = 0; place < scores.length; place++) {
        assertThat(type(teacher, place, "score", scores[place])).isEmpty();
      }
      SheetScene.act(teacher, () -> desk.submit(sheet));
      SheetPosting posting = Inside.bean(SheetPosting.class);
      assertThat(Inside.as(office, () -> posting.close(sheet))).isEqualTo(scores.length);
    }

    private void examIsToday() throws SQLException {
      UniversityTime time = Inside.bean(UniversityTime.class);
      Scene.change(
          "UPDATE sheet SET exam_date = ?, version = version + 1 WHERE section_id = ?",
          time.today(),
          key);
    }

    /** What was posted, in the order the students were enrolled. */
    private String posted() throws SQLException {
      return Scene.text(
          "SELECT GROUP_CONCAT(CONCAT(a.sheet_kind, ' ', a.kind, ' ', COALESCE(a.letter, a.mark),"
              + " ' ', a.percent, ' ', a.attempt_no) ORDER BY r.enrolment_id SEPARATOR ', ') FROM"
              + " achievement a JOIN sheet h ON h.id = a.sheet_id JOIN sheet_row r ON r.sheet_id ="
              + " h.id AND r.student_id = a.student_id WHERE h.section_id = ?",
          key);
    }
  }

  @Test
  @DisplayName(
      "SHT-9 CTL-2 GOS-5 each kind of sheet is formed, typed in its columns and closed as what it"
          + " is: credit, defence, practice, state exam, repeated study, difference")
  void eachAsWhatItIs() throws Exception {
    long term = Scene.term("SES-KINDS", 2231);
    Taught credit = Taught.of(term, "DISCIPLINE", "CREDIT", "MAIN", 1, 20, 21);
    Taught graded = Taught.of(term, "DISCIPLINE", "DIFF_CREDIT", "MAIN", 1, 20);
    Taught coursework = Taught.of(term, "COURSEWORK", "DEFENCE", "MAIN", 1, 20);
    Taught practice = Taught.of(term, "PRACTICE", "DEFENCE", "MAIN", 1, 20);
    Taught state = Taught.of(term, "DISCIPLINE", "STATE_EXAM", "MAIN", 1, 20, 21);
    Taught again = Taught.of(term, "DISCIPLINE", "EXAM", "RETAKE", 2, 22);
    Taught difference = Taught.of(term, "DISCIPLINE", "EXAM", "DIFFERENCE", 1, 23);
    assertThat(SessionScene.form(term)).isEqualTo(7);

    credit.pass(false, "50", "49");
    assertThat(credit.posted()).isEqualTo("MAIN MAIN P 50 1, MAIN MAIN NP 49 1");
    graded.pass(false, "74");
    assertThat(graded.posted()).isEqualTo("MAIN MAIN C+ 74 1");
    coursework.pass(false, "90");
    assertThat(coursework.posted()).isEqualTo("COURSEWORK COURSEWORK A- 90 1");
    practice.pass(false, "95");
    assertThat(practice.posted()).isEqualTo("PRACTICE PRACTICE A 95 1");
    // 0.6 of 60 and 0.4 of the exam
    state.pass(true, "80", "30");
    assertThat(state.posted())
        .isEqualTo("GOS_HISTORY STATE_EXAM C 68 1, GOS_HISTORY STATE_EXAM FX 30 1");
    again.pass(true, "50");
    assertThat(again.posted()).as("all parts anew").isEqualTo("RETAKE RETAKE D+ 56 2");
    difference.pass(true, "100");
    assertThat(difference.posted()).isEqualTo("DIFFERENCE DIFFERENCE B- 76 1");

    PublicationDesk publications = Inside.bean(PublicationDesk.class);
    for (Taught one : List.of(credit, state)) {
      String sheet = one.sheet();
      SheetScene.act(
          Scene.holding(SPECIALIST), () -> publications.publish(sheet, SheetPart.RESULT));
      assertThat(
              Scene.number(
                  "SELECT COUNT(*) FROM fx_right r JOIN sheet h ON h.id = r.sheet_id WHERE"
                      + " h.section_id = ?",
                  one.key()))
          .as("neither a credit nor the state exam is retaken by the exam alone")
          .isZero();
    }
  }
}
