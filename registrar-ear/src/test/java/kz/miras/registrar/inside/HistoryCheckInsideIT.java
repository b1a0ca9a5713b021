package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.summary.HistoryCheckDesk;
import kz.miras.registrar.achievement.service.summary.HistoryWorkDesk;
import kz.miras.registrar.achievement.service.summary.SummaryDesk;
import kz.miras.registrar.achievement.summary.HistoryCheck;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checks of the histories, kept with what they found and what became of it. */
@InsideTest
class HistoryCheckInsideIT {

  private static final int PLACE = 159;
  private static final int YEAR = 2182;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(HistoryCheckInsideIT.class, Marks.class, Soon.class);
  }

  @Test
  @DisplayName(
      "ACH-11 a check keeps what differs, once; who dealt with it is added, and putting right ends"
          + " it; nothing of it is changed afterwards")
  void kept() throws Exception {
    String student = Scene.student(PLACE);
    spoil(student, "earned");
    HistoryCheckDesk desk = Inside.bean(HistoryCheckDesk.class);
    String director = Scene.holding("DIR");

    check(director);
    List<HistoryCheckDesk.Line> found = lines(desk, director, student);
    assertThat(found)
        .filteredOn(HistoryCheckDesk.Line::isOpen)
        .singleElement()
        .satisfies(line -> assertThat(line.figure()).isEqualTo("earned"))
        .satisfies(line -> assertThat(line.stored()).isNotEqualTo(line.derived()));
    String difference =
        found.stream().filter(HistoryCheckDesk.Line::isOpen).findFirst().orElseThrow().id();
    check(director);
    assertThat(lines(desk, director, student)).as("found again").hasSameSizeAs(found);

    Inside.as(
        director,
        () -> {
          desk.remark(difference, "spoiled by a test; recalculation is asked for");
          return null;
        });
    HistoryWorkDesk works = Inside.bean(HistoryWorkDesk.class);
    WorkProgress recalculation = Inside.as(Scene.holding("SEN"), works::recalculate);
    Soon.isSo("the recalculation ends", recalculation::ended);
    assertThat(((SummaryDesk.Recalculated) recalculation.outcome()).differing()).isPositive();
    check(director);

    assertThat(lines(desk, director, student))
        .filteredOn(line -> line.id().equals(difference))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.steps())
                    .extracting(HistoryCheckDesk.Step::kind)
                    .containsExactly(HistoryCheck.Event.REMARK, HistoryCheck.Event.REPAIRED));
    assertThat(lines(desk, director, student)).noneMatch(HistoryCheckDesk.Line::isOpen);
    assertThat(Inside.as(director, desk::view).checks().get(0).by()).isEqualTo(director);
  }

  @Test
  @DisplayName("ACH-11 what nobody put right and is not found any more is told gone")
  void gone() throws Exception {
    String student = Scene.student(PLACE);
    spoil(student, "failed");
    HistoryCheckDesk desk = Inside.bean(HistoryCheckDesk.class);
    String director = Scene.holding("DIR");
    check(director);
    assertThat(lines(desk, director, student)).anyMatch(HistoryCheckDesk.Line::isOpen);

    // the next posting stores all figures anew
    Marks.post(result(student));
    check(director);

    assertThat(lines(desk, director, student).get(0).steps())
        .extracting(HistoryCheckDesk.Step::kind)
        .containsExactly(HistoryCheck.Event.GONE);
    for (String table :
        List.of("history_check", "history_difference", "history_difference_event")) {
      assertThatThrownBy(() -> Scene.change("UPDATE " + table + " SET id = id + 1"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> Scene.change("DELETE FROM " + table))
          .hasMessageContaining("append-only");
    }
  }

  /** Checks all histories and waits for the end, as the page does. */
  private static void check(String login) throws Exception {
    HistoryWorkDesk works = Inside.bean(HistoryWorkDesk.class);
    WorkProgress progress = Inside.as(login, works::check);
    Soon.isSo("the check of all histories ends", progress::ended);
    assertThat(progress.failed()).isFalse();
    assertThat(progress.done()).as("figures and chain of each").isGreaterThanOrEqualTo(2);
  }

  private static List<HistoryCheckDesk.Line> lines(
      HistoryCheckDesk desk, String login, String student) throws Exception {
    return Inside.as(login, desk::view).lines().stream()
        .filter(line -> line.studentNo().equals(student))
        .toList();
  }

  /** A result arrives, and one of the figures kept with it is changed past the rules. */
  private static void spoil(String student, String figure) throws Exception {
    Marks.post(result(student));
    Scene.change(
        "UPDATE achievement_summary SET "
            + figure
            + " = "
            + figure
            + " + 7 WHERE student_id = (SELECT id FROM student WHERE student_no = ?)",
        student);
  }

  private static Ledger.Posting result(String student) throws SQLException {
    String code = "CHK" + Scene.next("curriculum_seq");
    return new Ledger.Posting(
        Scene.number("SELECT id FROM student WHERE student_no = ?", student),
        Marks.basic(code, 4),
        Marks.main("CHECK-" + YEAR, YEAR, Letter.B, Scene.today()),
        Marks.source(null));
  }

  @Test
  @DisplayName(
      "ACH-11 the check goes on beside the caller, once at a time; who may only read watches")
  void besideTheCaller() throws Exception {
    HistoryWorkDesk works = Inside.bean(HistoryWorkDesk.class);
    String director = Scene.holding("DIR");
    WorkProgress first = Inside.as(director, works::check);
    WorkProgress second = Inside.as(Scene.holding("DEP"), works::check);
    assertThat(second == first || first.ended()).as("the one that goes on is watched").isTrue();
    Soon.isSo("the check ends", () -> first.ended() && second.ended());
    String auditor = Scene.holding("AUD");
    assertThat(Inside.as(auditor, works::checking)).as("none goes on").isEmpty();
    assertThatThrownBy(() -> Inside.as(auditor, works::check))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }
}
