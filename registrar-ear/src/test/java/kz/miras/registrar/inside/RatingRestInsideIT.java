package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.JournalScene.decide;
import static kz.miras.registrar.inside.JournalScene.run;
import static kz.miras.registrar.inside.JournalScene.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.StudentSittings;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.attestation.service.rating.StudentJournals;
import kz.miras.registrar.inside.JournalScene.Taught;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * One takes the control alone and the others learn their ratings all the same, in the container.
 */
@InsideTest
class RatingRestInsideIT {

  private static final int FIRST = 120;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        RatingRestInsideIT.class, JournalScene.class, RulesScene.class, SheetScene.class);
  }

  @AfterEach
  void putAway() throws SQLException {
    JournalScene.past();
  }

  /** A closed journal in which the second takes the control alone. */
  private static Taught closed(List<String> two) throws Exception {
    Taught taught = Taught.of(two, 2);
    taught.types(two.get(0), "w12", "80");
    taught.types(two.get(0), "rk", "90");
    taught.types(two.get(1), "w12", "60");
    decide(Scene.holding("DEP"), taught.journal(), two.get(1), Scene.today().plusDays(14));
    RatingDesk desk = Inside.bean(RatingDesk.class);
    run(taught.author(), () -> desk.submit(taught.journal()));
    Inside.as(Scene.holding("SPE"), () -> desk.close(taught.journal()));
    Scene.change("UPDATE sheet_row SET p1 = 70 WHERE sheet_id = ?", taught.sheet());
    return taught;
  }

  private static List<String> publish(Taught taught) throws Exception {
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    String id = Scene.text("SELECT uuid FROM sheet WHERE id = ?", taught.sheet());
    return SheetScene.refused(Scene.holding("SPE"), () -> desk.publish(id, SheetPart.RATING));
  }

  private static RowScores shown(Taught taught, String student) throws Exception {
    StudentSittings sittings = Inside.bean(StudentSittings.class);
    long key = Scene.number("SELECT id FROM student WHERE student_no = ?", student);
    long term = Scene.number("SELECT term_id FROM sheet WHERE id = ?", taught.sheet());
    return sittings.of(key, term).stream()
        .filter(sat -> sat.sheet().getId() == taught.sheet())
        .findFirst()
        .orElseThrow()
        .scores();
  }

  private static List<StudentJournals.Own> own(Taught taught, String student) throws Exception {
    StudentJournals journals = Inside.bean(StudentJournals.class);
    long key = Scene.number("SELECT id FROM student WHERE student_no = ?", student);
    long term = Scene.number("SELECT term_id FROM sheet WHERE id = ?", taught.sheet());
    return journals.of(key, term).stream()
        .filter(one -> one.journal().getUuid().toString().equals(taught.journal()))
        .toList();
  }

  private static long told(String student, long sheet) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE s.student_no = ?"
            + " AND n.code IN ('attestation.notice.admitted', 'attestation.notice.not-admitted')"
            + " AND n.args LIKE CONCAT('%', (SELECT d.code FROM discipline d JOIN sheet h ON"
            + " h.discipline_id = d.id WHERE h.id = ?), '%')",
        student, sheet);
  }

  @Test
  @DisplayName("PUB-1 ratings of the complete rows are published, the rest when it is there")
  void theRestLater() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    Taught taught = closed(two);

    assertThat(publish(taught)).isEmpty();
    assertThat(told(two.get(0), taught.sheet())).isEqualTo(1);
    assertThat(told(two.get(1), taught.sheet())).isZero();
    StudentJournals.Own own = own(taught, two.get(0)).get(0);
    assertThat(own.weeks()).containsOnly(Map.entry(12, "80"));
    assertThat(own.control()).isEqualTo("90");
    assertThat(own.rating()).isEqualByComparingTo("85");
    assertThat(own(taught, two.get(1))).as("nothing of it is published").isEmpty();
    assertThat(shown(taught, two.get(0)).second()).isEqualByComparingTo("85");
    assertThat(shown(taught, two.get(1)).first()).as("nothing of it is published").isNull();
    assertThat(publish(taught)).containsExactly("attestation.publication.open-ratings");

    RatingGrid.Excuse excuse = seen(taught.author(), taught.journal()).excuses().get(0);
    DispositionDesk desk = Inside.bean(DispositionDesk.class);
    run(taught.author(), () -> desk.rate(taught.journal(), excuse.id(), 80));
    assertThat(taught.rating(2, two.get(1))).isEqualTo("70.000000000");
    assertThat(shown(taught, two.get(1)).second()).as("not published yet").isNull();
    assertThat(publish(taught)).isEmpty();
    assertThat(told(two.get(1), taught.sheet())).isEqualTo(1);
    assertThat(told(two.get(0), taught.sheet())).as("once").isEqualTo(1);
    assertThat(shown(taught, two.get(1)).second()).isEqualByComparingTo("70");
    assertThat(own(taught, two.get(1)).get(0).alone()).isEqualTo("12");
    assertThat(own(taught, two.get(1)).get(0).control()).isEqualTo("80");
    assertThat(publish(taught)).containsExactly("attestation.publication.done");
  }

  @Test
  @DisplayName("PUB-1 RAT-3 a control of one period taken alone is no reason to miss the other")
  void theOtherPeriod() throws Exception {
    Taught taught = closed(Scene.students(FIRST, 2));
    long term = Scene.number("SELECT term_id FROM sheet WHERE id = ?", taught.sheet());
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    String office = Scene.holding("SPE");
    int before = Inside.as(office, () -> desk.ready(term, SheetPart.RATING));
    Scene.change(
        "UPDATE sheet_row SET p1 = NULL, version = version + 1 WHERE sheet_id = ? AND position = 2",
        taught.sheet());
    assertThat(Inside.as(office, () -> desk.ready(term, SheetPart.RATING)))
        .as("the first rating of the second student is simply not typed")
        .isEqualTo(before - 1);
  }

  @Test
  @DisplayName("PUB-1 where whoever was left out has left the sheet, there is nothing to publish")
  void nobodyIsLeft() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    Taught taught = closed(two);
    assertThat(publish(taught)).isEmpty();
    Scene.change(
        "UPDATE sheet_row SET mark = 'W', version = version + 1 WHERE sheet_id = ? AND student_id ="
            + " (SELECT id FROM student WHERE student_no = ?)",
        taught.sheet(),
        two.get(1));
    assertThat(publish(taught)).containsExactly("attestation.publication.done");
  }

  @Test
  @DisplayName("RAT-3 who did not come until the last day holds the sheet up no longer")
  void didNotCome() throws Exception {
    List<String> two = Scene.students(FIRST + 2, 2);
    Taught taught = closed(two);
    assertThat(publish(taught)).isEmpty();
    DispositionDesk desk = Inside.bean(DispositionDesk.class);
    RatingGrid.Excuse excuse = seen(taught.author(), taught.journal()).excuses().get(0);
    assertThat(excuse.missable()).as("its last day is to come").isFalse();
    assertThat(
            SheetScene.refused(
                taught.author(), () -> desk.didNotCome(taught.journal(), excuse.id())))
        .containsExactly("attestation.rating.excuse.not-over");
    Scene.change(
        "UPDATE rating_excuse SET document_date = ?, until_on = ? WHERE uuid = ?",
        Scene.today().minusDays(3),
        Scene.today().minusDays(1),
        excuse.id());
    Scene.change(
        "UPDATE sheet SET exam_date = ? WHERE id = ?", Scene.today().minusDays(1), taught.sheet());

    assertThat(seen(taught.author(), taught.journal()).excuses().get(0).missable()).isTrue();
    run(taught.author(), () -> desk.didNotCome(taught.journal(), excuse.id()));

    assertThat(taught.rating(2, two.get(1))).as("60 and 0").isEqualTo("30.000000000");
  }

  @Test
  @DisplayName(
      "RAT-3 a control noted as missed is taken back by another disposition, and taken after all")
  void cameAfterAll() throws Exception {
    List<String> two = Scene.students(FIRST + 2, 2);
    Taught taught = closed(two);
    DispositionDesk desk = Inside.bean(DispositionDesk.class);
    String excuse = seen(taught.author(), taught.journal()).excuses().get(0).id();
    Scene.change(
        "UPDATE rating_excuse SET document_date = ?, until_on = ? WHERE uuid = ?",
        Scene.today().minusDays(3),
        Scene.today().minusDays(1),
        excuse);
    run(taught.author(), () -> desk.didNotCome(taught.journal(), excuse));
    assertThat(taught.rating(2, two.get(1))).isEqualTo("30.000000000");

    assertThat(
            decide(Scene.holding("DEP"), taught.journal(), two.get(1), Scene.today().plusDays(7))
                .refusals())
        .isEmpty();

    assertThat(taught.rating(2, two.get(1))).as("nothing is known again").isNull();
    run(taught.author(), () -> desk.rate(taught.journal(), excuse, 80));
    assertThat(taught.rating(2, two.get(1))).isEqualTo("70.000000000");
  }

  @Test
  @DisplayName(
      "SOD-1 RAT-3 who lets the other period count for a missed one does not close the sheet")
  void makesARating() throws Exception {
    List<String> one = Scene.students(FIRST + 2, 1);
    Taught taught = Taught.of(one, 2);
    String sheet = Scene.text("SELECT uuid FROM sheet WHERE id = ?", taught.sheet());
    String remaining = RulesScene.with(sheet, "EXCUSED_PERIOD", "REMAINING");
    Scene.change(
        "UPDATE sheet SET rule_set_code = ?, version = version + 1 WHERE uuid IN (?, ?)",
        remaining,
        sheet,
        taught.journal());
    String senior = Scene.holding("SEN");
    assertThat(decide(senior, taught.journal(), one.get(0), Scene.today().plusDays(7)).isAllowed())
        .isTrue();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_typist WHERE sheet_id = ? AND login = ?",
                taught.sheet(),
                senior))
        .isOne();
  }
}
