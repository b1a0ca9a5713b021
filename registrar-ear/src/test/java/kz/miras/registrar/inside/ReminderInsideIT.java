package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Map;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetReminders;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.ListQuery;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reminders the timer sends, in the container. */
@InsideTest
class ReminderInsideIT {

  private static final int FIRST = 15;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ReminderInsideIT.class, SheetScene.class);
  }

  private static long reminders(SheetScene scene) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM sheet_reminder m JOIN sheet h ON h.id = m.sheet_id WHERE h.uuid = ?"
            + " AND m.teacher_id = ? AND m.reminded_on = ?",
        scene.sheet(),
        scene.teacherKey(),
        Scene.today());
  }

  private static long told(SheetScene scene, String code) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code = ?", scene.teacherKey(), code);
  }

  @Test
  @DisplayName(
      "SHT-26 who is late or due tomorrow is reminded once a day, who submitted never is, and the"
          + " office sees when")
  void reminded() throws Exception {
    SheetScene late = SheetScene.open(FIRST, 1);
    late.examAt(late.now().minusDays(4));
    SheetScene soon = SheetScene.open(FIRST, 1);
    soon.examAt(soon.now().minusDays(1));
    SheetScene coming = SheetScene.open(FIRST, 1);
    coming.examAt(coming.now().plusDays(9));
    SheetScene submitted = SheetScene.open(FIRST, 1);
    submitted.examAt(submitted.now().minusHours(1));
    submitted.score(0, 80);
    SheetScene.act(
        submitted.teacher(), () -> Inside.bean(SheetDesk.class).submit(submitted.sheet()));
    submitted.examAt(submitted.now().minusDays(4));
    SheetReminders desk = Inside.bean(SheetReminders.class);

    assertThat(desk.remind(LocalTime.of(7, 59))).as("too early").isZero();
    assertThat(desk.remind(LocalTime.of(20, 0))).as("too late").isZero();
    assertThat(reminders(late)).isZero();
    assertThat(desk.remind(LocalTime.NOON)).isGreaterThanOrEqualTo(2);
    assertThat(reminders(late)).isOne();
    assertThat(reminders(soon)).isOne();
    assertThat(reminders(coming)).isZero();
    assertThat(reminders(submitted)).isZero();
    long soonTold = told(soon, "attestation.notice.reminder-soon");
    long lateTold = told(late, "attestation.notice.reminder-late");
    assertThat(soonTold).isPositive();
    assertThat(lateTold).isPositive();

    assertThat(desk.remind(LocalTime.NOON)).as("once a day").isZero();
    assertThat(told(soon, "attestation.notice.reminder-soon")).isEqualTo(soonTold);
    assertThat(told(late, "attestation.notice.reminder-late")).isEqualTo(lateTold);

    String number = Scene.text("SELECT number FROM sheet WHERE uuid = ?", late.sheet());
    ListQuery query = new ListQuery(0, 1, null, true, Map.of("number", number), null);
    assertThat(
            Inside.as(
                    Scene.holding("SPE"),
                    () -> Inside.bean(ListQueries.class).page("sheets", query))
                .toString())
        .as("the office sees when")
        .contains(Scene.today().toString());
    for (SheetScene scene : java.util.List.of(late, soon, coming, submitted)) {
      Scene.change(
          "UPDATE sheet SET exam_date = NULL, version = version + 1 WHERE uuid = ?", scene.sheet());
    }
  }
}
