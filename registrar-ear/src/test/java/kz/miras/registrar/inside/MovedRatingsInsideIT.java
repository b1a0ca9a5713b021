package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.inside.MovedScene.Group;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is typed stays typed when students change their group. */
@InsideTest
class MovedRatingsInsideIT {

  private static final int FIRST = 36;
  private static final String ROW =
      "SELECT CONCAT_WS(' ', TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM r.p1)), r.typed_by)"
          + " FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN student s ON s.id ="
          + " r.student_id WHERE h.section_id = ? AND h.kind = 'MAIN' AND s.student_no = ?";

  /** Points of a week in the journals of a group. */
  private static final String WEEKS =
      "SELECT CONCAT(h.period_no, ' ', w.week, ' ', w.points, ' ', w.typed_by) FROM rating_week w"
          + " JOIN sheet_row r ON r.id = w.sheet_row_id JOIN sheet h ON h.id = r.sheet_id WHERE"
          + " h.section_id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MovedRatingsInsideIT.class, JournalScene.class, MovedScene.class);
  }

  private static long rows(long section) throws Exception {
    return Scene.number(
        "SELECT COUNT(*) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.section_id = ?",
        section);
  }

  @AfterEach
  void putAway() throws SQLException {
    JournalScene.past();
  }

  @Test
  @DisplayName(
      "RAT-7 merged into a group without a sheet, students keep their ratings in a new one")
  void keptWithoutASheet() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 3);
    for (String student : two) {
      MovedScene.enrol(student, offering);
    }
    MovedScene.rate(MovedScene.form(group), two.get(0), "78.5");
    long other = Scene.section(offering, "GROUP", 3);

    MovedScene.merge(group, other);

    assertThat(Scene.text(ROW, other, two.get(0))).isEqualTo("78.5 in-teacher");
    assertThat(Scene.text(ROW, other, two.get(1))).as("nothing was typed").isEmpty();
    assertThat(rows(other)).isEqualTo(2);
    assertThat(rows(group)).isZero();
  }

  @Test
  @DisplayName(
      "RAT-7 merged into a group whose sheet is submitted, it goes back with the rating in it")
  void keptInASubmittedSheet() throws Exception {
    List<String> two = Scene.students(FIRST + 2, 2);
    long offering = Scene.offering(1);
    Group other = Group.of(offering, 1, two.get(0));
    long theirs = other.sheet();
    Group group = Group.of(offering, 1, two.get(1));
    long sheet = group.sheet();
    MovedScene.rate(sheet, two.get(1), "66.166666667");
    long journal = journal(sheet, two.get(1));
    other.widen(3);
    Scene.change(
        "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6) WHERE id = ?",
        theirs);

    MovedScene.merge(group.section(), other.section());

    assertThat(Scene.text(ROW, other.section(), two.get(1))).isEqualTo("66.166666667 in-teacher");
    assertThat(Scene.text("SELECT status FROM sheet WHERE id = ?", theirs)).isEqualTo("OPEN");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet WHERE id = ? AND returned_remark IS NOT NULL AND"
                    + " submitted_by IS NULL",
                theirs))
        .isEqualTo(1);
    assertThat(Scene.text(WEEKS, other.section()))
        .as("the journal of the new group, formed for it")
        .isEqualTo("2 9 61.50 in-teacher");
    assertThat(Scene.number("SELECT COUNT(*) FROM sheet_row WHERE sheet_id = ?", journal)).isZero();
  }

  @Test
  @DisplayName("RAT-7 where only a journal is typed, the new group gets sheet and journal for it")
  void keptWithTheJournalOnly() throws Exception {
    List<String> one = Scene.students(FIRST, 1);
    long offering = Scene.offering(1);
    Group group = Group.of(offering, 2, one.get(0));
    long sheet = group.sheet();
    journal(sheet, one.get(0));
    Scene.change("UPDATE sheet SET kind = 'RETAKE' WHERE id = ?", sheet);
    long other = Scene.section(offering, "GROUP", 2);

    MovedScene.merge(group.section(), other);

    assertThat(Scene.text(WEEKS, other)).isEqualTo("2 9 61.50 in-teacher");
    assertThat(
            Scene.text(
                "SELECT CONCAT(kind, ' ', level) FROM sheet WHERE section_id = ? AND rates_id IS"
                    + " NULL",
                other))
        .as("SHT-9: what the new group asks for")
        .isEqualTo("MAIN BACHELOR");
    assertThat(rows(other)).as("in the sheet and in the journal").isEqualTo(2);
    assertThat(rows(group.section())).isZero();
  }

  @Test
  @DisplayName("RAT-7 where the journal of the new group is closed, its sheet gets the rating")
  void keptPastAClosedJournal() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    long offering = Scene.offering(1);
    Group other = Group.of(offering, 1, two.get(0));
    long theirs = other.sheet();
    long closed = journal(theirs, two.get(0));
    Scene.change(
        "UPDATE sheet SET status = 'CLOSED', closed_by = 'office', closed_at = UTC_TIMESTAMP(6)"
            + " WHERE id = ?",
        closed);
    Group group = Group.of(offering, 1, two.get(1));
    long journal = journal(group.sheet(), two.get(1));
    Scene.change("UPDATE sheet_row SET score = 80 WHERE sheet_id = ?", journal);
    other.widen(3);

    MovedScene.merge(group.section(), other.section());

    assertThat(
            Scene.text(
                "SELECT r.p2 > 61 AND r.p2 < 80 FROM sheet_row r JOIN student s ON s.id ="
                    + " r.student_id WHERE r.sheet_id = ? AND s.student_no = ?",
                theirs,
                two.get(1)))
        .isEqualTo("1");
    assertThat(Scene.number("SELECT COUNT(*) FROM sheet_row WHERE sheet_id = ?", closed))
        .as("a closed journal is as it was")
        .isEqualTo(1);
  }

  @Test
  @DisplayName("RAT-6 one who comes with a journal leaves a group that rates without one as it is")
  void aGroupWithoutJournals() throws Exception {
    List<String> two = Scene.students(FIRST + 2, 2);
    long offering = Scene.offering(1);
    Group other = Group.of(offering, 1, two.get(0));
    long theirs = other.sheet();
    Scene.change(
        "UPDATE sheet_row SET p2 = 70, typed_by = 'in-teacher' WHERE sheet_id = ?", theirs);
    Group group = Group.of(offering, 1, two.get(1));
    long sheet = group.sheet();
    long journal = journal(sheet, two.get(1));
    Scene.change("INSERT INTO sheet_typist (sheet_id, login) VALUES (?, 'in-earlier')", sheet);
    Scene.change("INSERT INTO sheet_typist (sheet_id, login) VALUES (?, 'in-weeks')", journal);
    other.widen(3);

    MovedScene.merge(group.section(), other.section());

    assertThat(Scene.number("SELECT COUNT(*) FROM sheet WHERE rates_id = ?", theirs)).isZero();
    assertThat(Scene.number("SELECT journal_periods FROM sheet WHERE id = ?", theirs)).isZero();
    assertThat(
            Scene.text(
                "SELECT r.note FROM sheet_row r JOIN student s ON s.id = r.student_id WHERE"
                    + " r.sheet_id = ? AND s.student_no = ?",
                theirs,
                two.get(1)))
        .as("what was typed of the student is told")
        .contains("9: 61.5");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_typist WHERE sheet_id = ? AND login IN ('in-earlier',"
                    + " 'in-weeks')",
                theirs))
        .as("SOD-1: whoever typed it is known where it has gone")
        .isEqualTo(2);
  }

  /** A journal of the second period with points of one week. */
  private static long journal(long sheet, String student) throws Exception {
    long journal = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id, rates_id,"
            + " period_no, rule_set_code, status) SELECT ?, UUID(), ?, 'RATING', term_id,"
            + " discipline_id, section_id, id, 2, rule_set_code, 'OPEN' FROM sheet WHERE id = ?",
        journal,
        "R-" + journal,
        sheet);
    Scene.change("UPDATE sheet SET journal_periods = 2 WHERE id = ?", sheet);
    long row = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet_row (id, sheet_id, student_id, enrolment_id, position, typed_by) SELECT"
            + " ?, ?, r.student_id, r.enrolment_id, 1, 'in-teacher' FROM sheet_row r JOIN student s"
            + " ON s.id = r.student_id WHERE r.sheet_id = ? AND s.student_no = ?",
        row,
        journal,
        sheet,
        student);
    Scene.change(
        "INSERT INTO rating_week (id, sheet_row_id, week, points, typed_by) VALUES (?, ?, 9, 61.5,"
            + " 'in-teacher')",
        Scene.next("attestation_seq"),
        row);
    return journal;
  }

  @Test
  @DisplayName("SHT-8 who joins a group whose sheet is submitted sends it back to be filled")
  void joinsASubmittedSheet() throws Exception {
    List<String> two = Scene.students(FIRST + 4, 2);
    long offering = Scene.offering(1);
    Group group = Group.of(offering, 3, two.get(0));
    long sheet = group.sheet();
    Scene.change(
        "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6) WHERE id = ?",
        sheet);

    MovedScene.enrol(two.get(1), offering);

    assertThat(rows(group.section())).isEqualTo(2);
    assertThat(Scene.text("SELECT status FROM sheet WHERE id = ?", sheet)).isEqualTo("OPEN");
  }
}
