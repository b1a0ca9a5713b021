package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.JournalScene.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.rating.ControlReminders;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.attestation.service.rating.DispositionQueries;
import kz.miras.registrar.attestation.service.rating.DispositionQueries.Alone;
import kz.miras.registrar.attestation.service.rating.DispositionQueries.Waited;
import kz.miras.registrar.office.service.DeskQueries;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Controls taken alone in sheets without journals, in the container. */
@InsideTest
class DispositionInsideIT {

  private static final int FIRST = 5;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(DispositionInsideIT.class, JournalScene.class, SheetScene.class);
  }

  @AfterEach
  void putAway() throws SQLException {
    JournalScene.past();
  }

  /**
   * A sheet whose teacher types ratings into it: all of the first student, and of the second, who
   * came late, those of the second period.
   */
  private record Scened(long teacher, String author, long key, String id, List<String> students) {

    static Scened of() throws Exception {
      List<String> two = Scene.students(FIRST, 2);
      long teacher = JournalScene.teacher();
      String author = Scene.account("TCH", null, teacher);
      long key = JournalScene.sheet(teacher, two);
      String id = Scene.text("SELECT uuid FROM sheet WHERE id = ?", key);
      Scened scene = new Scened(teacher, author, key, id, two);
      assertThat(scene.type(0, "first", "70")).isEmpty();
      assertThat(scene.type(0, "second", "80")).isEmpty();
      assertThat(scene.type(1, "second", "90")).isEmpty();
      return scene;
    }

    private String type(int place, String column, String text) throws Exception {
      long row =
          Scene.number(
              "SELECT r.id FROM sheet_row r JOIN student s ON s.id = r.student_id WHERE r.sheet_id ="
                  + " ? AND s.student_no = ?",
              key,
              students.get(place));
      return SheetScene.type(author, id, row, column, text);
    }

    Alone seen(String login) throws Exception {
      return Inside.as(login, () -> Inside.bean(DispositionQueries.class).of(id));
    }

    Verdict decide(String login, int period, int place, LocalDate until) throws Exception {
      RatingExcuse.Basis basis =
          new RatingExcuse.Basis("14", Scene.today(), until, "enrolled in week 9");
      DispositionDesk desk = Inside.bean(DispositionDesk.class);
      return Inside.as(login, () -> desk.decide(id, period, students.get(place), basis));
    }
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static String told(long teacher, String code) throws SQLException {
    return Scene.text(
        "SELECT GROUP_CONCAT(link) FROM notice WHERE teacher_id = ? AND code = ?", teacher, code);
  }

  private static long late(String login) throws Exception {
    DeskQueries desks = Inside.bean(DeskQueries.class);
    return Inside.as(login, desks::waiting).stream()
        .filter(one -> one.due().list().equals("sheets") && one.due().name().equals("alone-late"))
        .mapToLong(DeskQueries.Waiting::count)
        .sum();
  }

  @Test
  @DisplayName(
      "RAT-3 RAT-9 a late enrolee takes the control alone where the sheet has no journal; the rating"
          + " stands in the sheet")
  void withoutJournal() throws Exception {
    Scened scene = Scened.of();
    String deputy = Scene.holding("DEP");
    Alone seen = scene.seen(deputy);
    assertThat(seen.deciding()).isTrue();
    assertThat(seen.waited())
        .extracting(Waited::period, Waited::studentNo)
        .containsExactly(org.assertj.core.api.Assertions.tuple(1, scene.students().get(1)));
    assertThat(seen.usualUntil()).isEqualTo(Scene.today().plusDays(14));
    assertThat(scene.seen(scene.author()).deciding()).isFalse();

    LocalDate tomorrow = Scene.today().plusDays(1);
    assertThat(codes(scene.decide(deputy, 1, 0, tomorrow)))
        .containsExactly("attestation.rating.excuse.rated");
    String both = Scene.account("DEP", null, scene.teacher());
    assertThat(scene.decide(both, 1, 1, tomorrow).refusals())
        .extracting(Refusal::rule)
        .containsExactly("SOD-6");
    assertThatThrownBy(() -> scene.decide(deputy, 3, 1, tomorrow))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThat(codes(scene.decide(deputy, 1, 1, tomorrow))).isEmpty();
    assertThat(told(scene.teacher(), "attestation.notice.disposition-teacher"))
        .endsWith("/attestation/sheet.xhtml?id=" + scene.id());
    assertThat(JournalScene.rating(scene.key(), 1, scene.students().get(1)))
        .as("open, and no zero")
        .isNull();

    ControlReminders reminders = Inside.bean(ControlReminders.class);
    reminders.remind(LocalTime.NOON);
    assertThat(told(scene.teacher(), "attestation.notice.control-soon")).endsWith("?list=sheets");

    RatingGrid.Excuse control = scene.seen(scene.author()).controls().get(0);
    assertThat(control.period()).isEqualTo(1);
    assertThat(control.reason()).as("for the office").isNull();
    assertThat(scene.seen(deputy).controls().get(0).reason()).isEqualTo("enrolled in week 9");
    DispositionDesk desk = Inside.bean(DispositionDesk.class);
    run(scene.author(), () -> desk.rate(scene.id(), control.id(), 65));
    assertThat(JournalScene.rating(scene.key(), 1, scene.students().get(1)))
        .isEqualTo("65.000000000");
    assertThat(JournalScene.rating(scene.key(), 2, scene.students().get(1)))
        .isEqualTo("90.000000000");
    assertThat(scene.seen(deputy).waited()).isEmpty();
  }

  @Test
  @DisplayName(
      "RAT-3 RAT-9 who did not come until the last day is noted, and stands as late till then")
  void didNotCome() throws Exception {
    Scened scene = Scened.of();
    assertThat(codes(scene.decide(Scene.holding("DEP"), 1, 1, Scene.today()))).isEmpty();
    assertThat(late(scene.author())).isZero();
    Scene.change(
        "UPDATE rating_excuse SET document_date = ?, until_on = ? WHERE discipline_id = (SELECT"
            + " discipline_id FROM sheet WHERE id = ?)",
        Scene.today().minusDays(9),
        Scene.today().minusDays(1),
        scene.key());
    assertThat(late(scene.author())).isOne();
    RatingGrid.Excuse control = scene.seen(scene.author()).controls().get(0);
    assertThat(control.over()).isTrue();
    assertThat(control.missable()).isTrue();
    DispositionDesk desk = Inside.bean(DispositionDesk.class);
    run(scene.author(), () -> desk.didNotCome(scene.id(), control.id()));
    assertThat(JournalScene.rating(scene.key(), 1, scene.students().get(1)))
        .isEqualTo("0.000000000");
    assertThat(late(scene.author())).isZero();
  }

  @Test
  @DisplayName("RAT-3 a period that has a journal is decided there, and not in the sheet")
  void withJournal() throws Exception {
    List<String> one = Scene.students(FIRST, 1);
    JournalScene.Taught taught = JournalScene.Taught.of(one, 2);
    String id = Scene.text("SELECT uuid FROM sheet WHERE id = ?", taught.sheet());
    Scened scene = new Scened(taught.teacher(), taught.author(), taught.sheet(), id, one);
    String deputy = Scene.holding("DEP");
    assertThat(scene.seen(deputy).waited()).extracting(Waited::period).containsExactly(1);
    assertThatThrownBy(() -> scene.decide(deputy, 2, 0, Scene.today()))
        .isInstanceOf(RegistrarException.NotFound.class);
    JournalScene.decide(deputy, taught.journal(), one.get(0), Scene.today());
    assertThat(scene.seen(deputy).controls()).as("stands in the journal").isEmpty();
  }
}
