package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.service.AdmissionDesk;
import kz.miras.registrar.attestation.service.room.IncidentDesk;
import kz.miras.registrar.inside.MovedScene.Group;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was decided about a student goes along to the sheet of another group. */
@InsideTest
class MovedDecisionsInsideIT {

  private static final int FIRST = 36;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MovedDecisionsInsideIT.class, MovedScene.class, SheetScene.class);
  }

  @Test
  @DisplayName(
      "RAT-7 EXM-10 who is denied the exam is so in the sheet of another group, until the office"
          + " admits again there")
  void deniedInTheNewGroup() throws Exception {
    List<String> one = Scene.students(FIRST, 1);
    long offering = Scene.offering(1);
    Group group = Group.of(offering, 2, one.get(0));
    MovedScene.rate(group.sheet(), one.get(0), "78.5");
    open(group.sheet());
    String senior = Scene.holding("SEN");
    BasisDocument memo = SheetScene.basis(BasisDocument.Type.MEMO);
    decide(group.sheet(), senior, new AdmissionDecision(true, memo));
    long other = Scene.section(offering, "GROUP", 2);

    MovedScene.merge(group.section(), other);

    long theirs = sheetOf(other);
    open(theirs);
    String id = Scene.text("SELECT uuid FROM sheet WHERE id = ?", theirs);
    assertThat(SheetScene.type(senior, id, row(theirs), "score", "85"))
        .isEqualTo("attestation.cell.denied");
    decide(theirs, senior, new AdmissionDecision(false, memo));
    assertThat(Scene.text("SELECT COALESCE(mark, '-') FROM sheet_row WHERE id = ?", row(theirs)))
        .isEqualTo("-");
  }

  @Test
  @DisplayName(
      "RAT-7 CTL-16 an act annuls the result of who has gone to another group since, in the sheet"
          + " of that group")
  void annulledInTheNewGroup() throws Exception {
    List<String> one = Scene.students(FIRST, 1);
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 2);
    MovedScene.enrol(one.get(0), offering);
    long sheet = MovedScene.form(group);
    Scene.change(
        "UPDATE sheet_row SET score = 90, typed_by = 'in-teacher', scored_by = 'in-teacher' WHERE"
            + " id = ?",
        row(sheet));
    String act = UUID.randomUUID().toString();
    Scene.change(
        "INSERT INTO exam_incident (id, uuid, number, sheet_id, student_id, occurred_at, kind,"
            + " removed, description, witnesses, registered_by, registered_at, status) SELECT"
            + " NEXTVAL(attestation_seq), ?, CONCAT('T-', r.id), r.sheet_id, r.student_id, NOW(6),"
            + " 'DEVICE', FALSE, 'a telephone', 'A', 'in-teacher', NOW(6), 'REGISTERED' FROM"
            + " sheet_row r WHERE r.id = ?",
        act,
        row(sheet));
    long other = Scene.section(offering, "GROUP", 2);
    MovedScene.merge(group, other);

    IncidentDesk desk = Inside.bean(IncidentDesk.class);
    SheetScene.act(
        Scene.holding("DIR"),
        () -> desk.decide(act, true, SheetScene.basis(BasisDocument.Type.ORDER)));

    assertThat(
            Scene.text(
                "SELECT CONCAT(score, ' ', annulled_by_act IS NOT NULL) FROM sheet_row WHERE id ="
                    + " ?",
                row(sheetOf(other))))
        .isEqualTo("0 1");
  }

  private static void open(long sheet) throws SQLException {
    Scene.change("UPDATE sheet SET status = 'OPEN', version = version + 1 WHERE id = ?", sheet);
  }

  private static long row(long sheet) throws SQLException {
    return Scene.number("SELECT id FROM sheet_row WHERE sheet_id = ?", sheet);
  }

  private static void decide(long sheet, String login, AdmissionDecision decision)
      throws Exception {
    String id = Scene.text("SELECT uuid FROM sheet WHERE id = ?", sheet);
    long row = row(sheet);
    AdmissionDesk desk = Inside.bean(AdmissionDesk.class);
    SheetScene.act(login, () -> desk.decide(id, row, decision));
  }

  private static long sheetOf(long section) throws SQLException {
    return Scene.number("SELECT id FROM sheet WHERE section_id = ? AND rates_id IS NULL", section);
  }

  @Test
  @DisplayName(
      "PUB-1 RAT-7 whoever comes to a sheet whose ratings are published is told the own one later,"
          + " whether enrolled now or with a rating nobody has published")
  void comesAfterThePublication() throws Exception {
    List<String> three = Scene.students(FIRST, 3);
    long offering = Scene.offering(1);
    Group other = Group.of(offering, 2, three.get(0));
    long theirs = other.sheet();
    Scene.change(
        "INSERT INTO sheet_publication (sheet_id, part, published_at, published_by) VALUES (?,"
            + " 'RATING', UTC_TIMESTAMP(6), 'office')",
        theirs);
    MovedScene.enrol(three.get(1), offering);
    assertThat(leftOut(theirs, three.get(1))).as("enrolled now").isOne();
    assertThat(leftOut(theirs, three.get(0))).as("was told").isZero();
    Group group = Group.of(offering, 1, three.get(2));
    MovedScene.rate(group.sheet(), three.get(2), "78.5");
    other.widen(4);

    MovedScene.merge(group.section(), other.section());

    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN student s ON s.id = r.student_id WHERE"
                    + " r.sheet_id = ? AND s.student_no = ? AND r.p1 = 78.5",
                theirs,
                three.get(2)))
        .isOne();
    assertThat(leftOut(theirs, three.get(2))).as("came with a rating").isOne();
  }

  @Test
  @DisplayName(
      "RAT-7 SHT-32 moved to a group whose sheet is posted, a rating goes along to a supplementary"
          + " sheet and is not lost")
  void movedBehindAPostedSheet() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    long offering = Scene.offering(1);
    Group other = Group.of(offering, 1, two.get(0));
    Scene.change(
        "UPDATE sheet SET status = 'CLOSED', closed_by = 'office', closed_at = UTC_TIMESTAMP(6),"
            + " version = version + 1 WHERE id = ?",
        other.sheet());
    Group group = Group.of(offering, 1, two.get(1));
    MovedScene.rate(group.sheet(), two.get(1), "78.5");
    other.widen(3);

    MovedScene.merge(group.section(), other.section());

    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(CONCAT(h.supplement_no, ' ', r.p1 + 0)) FROM sheet_row r JOIN"
                    + " sheet h ON h.id = r.sheet_id JOIN student s ON s.id = r.student_id WHERE"
                    + " h.section_id = ? AND s.student_no = ?",
                other.section(),
                two.get(1)))
        .isEqualTo("1 78.500000000");
    assertThat(Scene.number("SELECT COUNT(*) FROM sheet_row WHERE sheet_id = ?", other.sheet()))
        .as("what is posted stays as it is")
        .isOne();
  }

  private static long leftOut(long sheet, String student) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM rating_left_out l JOIN student s ON s.id = l.student_id WHERE"
            + " l.sheet_id = ? AND s.student_no = ? AND l.published_at IS NULL",
        sheet,
        student);
  }
}
