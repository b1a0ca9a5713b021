package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.LateEntryDesk;
import kz.miras.registrar.attestation.service.OverdueSheets;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetReminders;
import kz.miras.registrar.attestation.service.rating.ControlReminders;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.inside.JournalScene.Taught;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Controls no day is named for, and those taken alone, have a clock; in the container. */
@InsideTest
class ControlClockInsideIT {

  private static final int FIRST = 124;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        ControlClockInsideIT.class, JournalScene.class, SessionScene.class, SheetScene.class);
  }

  @AfterEach
  void putAway() throws SQLException {
    JournalScene.past();
  }

  private static long told(long teacher, String code) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code = ?", teacher, code);
  }

  private static long toldOf(String code) throws SQLException {
    return Scene.number("SELECT COUNT(*) FROM notice WHERE code = ?", code);
  }

  private static Verdict lastDay(String office, String number, LocalDate day) throws Exception {
    RecordDesk records = Inside.bean(RecordDesk.class);
    Map<String, String> key = Map.of("sheet", number);
    Map<String, String> values = new HashMap<>(key);
    values.put("last_day", day.toString());
    return Inside.as(
        office,
        () -> records.save("sittings", records.stored("sittings", key), values, null, true));
  }

  @Test
  @DisplayName(
      "SHT-33 a credit without a day ends with its term, is locked, escalated and reminded of, and"
          + " goes on by decision")
  void undated() throws Exception {
    long term = Scene.term("LST-1", 2197);
    long offering = SessionScene.offering(term, "DISCIPLINE", "CREDIT");
    long group = SessionScene.group(offering);
    long student = SessionScene.student("BACHELOR", 12);
    SessionScene.enrol(student, offering, group, "MAIN", 1);
    SessionScene.form(term);
    String number = Scene.text("SELECT number FROM sheet WHERE section_id = ?", group);
    String id = Scene.text("SELECT uuid FROM sheet WHERE number = ?", number);
    assertThat(Scene.text("SELECT last_day FROM sheet WHERE number = ?", number))
        .isEqualTo(Scene.text("SELECT ends_on FROM term WHERE id = ?", term));
    String office = Scene.holding("SPE");
    LocalDate today = Scene.today();
    assertThat(lastDay(office, number, today.minusDays(1)).refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.sheet.last-day-past");
    assertThat(lastDay(office, number, today.plusDays(1)).isAllowed()).isTrue();

    long teacher = JournalScene.teacher();
    String author = Scene.account("TCH", null, teacher);
    Scene.change(
        "UPDATE sheet SET teacher_id = ?, examiner_id = ?, version = version + 1 WHERE number = ?",
        teacher,
        teacher,
        number);
    SheetScene.act(office, () -> Inside.bean(SheetDesk.class).open(id));
    long row =
        Scene.number(
            "SELECT r.id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.number = ?",
            number);
    assertThat(SheetScene.type(author, id, row, "score", "70")).isEmpty();
    Inside.bean(SheetReminders.class).remind(LocalTime.NOON);
    assertThat(told(teacher, "attestation.notice.reminder-soon")).isOne();

    Scene.change(
        "UPDATE sheet SET last_day = ?, version = version + 1 WHERE number = ?",
        today.minusDays(1),
        number);
    assertThat(SheetScene.type(author, id, row, "score", "75"))
        .isEqualTo("attestation.cell.locked");
    assertThat(Inside.bean(OverdueSheets.class).escalate()).isPositive();
    assertThat(JournalScene.status(id)).isEqualTo("OVERDUE");
    assertThat(told(teacher, "attestation.notice.overdue")).isOne();
    assertThat(lastDay(office, number, today.plusDays(2)).refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.sheet.day-stands");

    LateEntryDesk late = Inside.bean(LateEntryDesk.class);
    SheetScene.act(
        Scene.holding("DIR"),
        () -> late.extend(id, today.plusDays(1), null, SheetScene.basis(BasisDocument.Type.ORDER)));
    assertThat(SheetScene.type(author, id, row, "score", "75")).isEmpty();
    assertThat(JournalScene.status(id)).isEqualTo("OPEN");
  }

  @Test
  @DisplayName("RAT-9 a control taken alone is reminded of, escalated once, and stands as late")
  void alone() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    Taught taught = Taught.of(two, 2);
    String office = Scene.holding("DEP");
    RatingGrid seen = JournalScene.seen(office, taught.journal());
    assertThat(seen.usualUntil()).isEqualTo(Scene.today().plusDays(14));
    JournalScene.decide(office, taught.journal(), two.get(0), Scene.today().plusDays(1));
    ControlReminders reminders = Inside.bean(ControlReminders.class);
    reminders.remind(LocalTime.NOON);
    assertThat(told(taught.teacher(), "attestation.notice.control-soon")).isOne();
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", two.get(0));
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
                    + " 'attestation.notice.control-own'",
                student))
        .isPositive();
    reminders.remind(LocalTime.NOON);
    assertThat(told(taught.teacher(), "attestation.notice.control-soon")).as("once a day").isOne();
    assertThat(JournalScene.due(taught.author(), "alone-late")).isZero();

    // its last day was yesterday, and it is another day than that of the reminder
    Scene.change(
        "UPDATE rating_excuse SET document_date = ?, until_on = ? WHERE student_id = ? AND"
            + " discipline_id = (SELECT discipline_id FROM sheet WHERE id = ?)",
        Scene.today().minusDays(9),
        Scene.today().minusDays(1),
        student,
        taught.sheet());
    List<String> other = Scene.students(FIRST + 2, 1);
    Taught second = Taught.of(other, 2);
    JournalScene.decide(office, second.journal(), other.get(0), Scene.today());
    Scene.change(
        "UPDATE rating_excuse SET document_date = ?, until_on = ? WHERE student_id = (SELECT id"
            + " FROM student WHERE student_no = ?) AND discipline_id = (SELECT discipline_id FROM"
            + " sheet WHERE id = ?)",
        Scene.today().minusDays(9),
        Scene.today().minusDays(1),
        other.get(0),
        second.sheet());
    long before = toldOf("attestation.notice.control-overdue");
    assertThat(JournalScene.due(second.author(), "alone-late")).isOne();
    assertThat(JournalScene.due(Scene.holding("SPE"), "alone-late")).isPositive();
    assertThat(reminders.remind(LocalTime.NOON)).isPositive();
    assertThat(told(second.teacher(), "attestation.notice.control-late")).isOne();
    assertThat(toldOf("attestation.notice.control-overdue")).isGreaterThan(before);
    long after = toldOf("attestation.notice.control-overdue");
    reminders.remind(LocalTime.NOON);
    assertThat(toldOf("attestation.notice.control-overdue")).as("once").isEqualTo(after);

    RatingGrid.Excuse excuse =
        JournalScene.seen(second.author(), second.journal()).excuses().get(0);
    SheetScene.act(
        second.author(),
        () -> Inside.bean(DispositionDesk.class).didNotCome(second.journal(), excuse.id()));
    assertThat(JournalScene.due(second.author(), "alone-late")).as("settled").isZero();
  }
}
