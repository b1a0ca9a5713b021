package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.SummerScene.account;
import static kz.miras.registrar.inside.SummerScene.refused;
import static kz.miras.registrar.inside.SummerScene.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.summer.AttendanceDesk;
import kz.miras.registrar.registration.service.summer.AttendanceQueries;
import kz.miras.registrar.registration.service.summer.Attended;
import kz.miras.registrar.registration.summer.Presence;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A summer group that has paid: its attendance is controlled, its results close debts. */
@InsideTest
class SummerControlInsideIT {

  private static LocalDate today() {
    return Scene.today();
  }

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        SummerControlInsideIT.class, SummerScene.class, Marks.class, SummerGroup.class);
  }

  private static String uuid(String student) throws SQLException {
    return Scene.text("SELECT uuid FROM student WHERE student_no = ?", student);
  }

  private static AttendanceDesk checks() {
    return Inside.bean(AttendanceDesk.class);
  }

  private static AttendanceQueries.Page page(String login, SummerGroup group) throws Exception {
    return Inside.as(
        login, () -> Inside.bean(AttendanceQueries.class).page(group.line(), group.section()));
  }

  private static Attended attended(String login, SummerGroup group) throws Exception {
    return view(login, group.plan()).own().get(0).attended();
  }

  private static long notices(String student) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
            + " 'registration.notice.summer-absence'",
        SummerGroup.key(student));
  }

  @Test
  @DisplayName("SUM-11 SUM-12 a teacher checks the own group; absence is flagged, told, corrected")
  void attendance() throws Exception {
    SummerGroup group = SummerGroup.of(40, SummerPurpose.ADDITIONAL, null);
    LocalDate begins = group.day("starts_on");
    LocalDate ends = group.day("ends_on");
    String teacher = Scene.account("TCH", null, group.teacher());
    String stranger =
        Scene.account(
            "TCH",
            null,
            Scene.number("SELECT MAX(id) FROM teacher WHERE id <> ?", group.teacher()));
    String student = group.students().get(0);
    String login = account(student);
    Map<String, Presence> absent = Map.of(uuid(student), Presence.ABSENT);
    try {
      group.lasts(today().minusDays(20), today().plusDays(20));
      assertThat(
              refused(
                  teacher,
                  () -> checks().record(group.section(), today().plusDays(1), null, Map.of())))
          .containsExactly("registration.attendance.future");
      assertThat(
              refused(
                  teacher,
                  () -> checks().record(group.section(), today().minusDays(21), null, Map.of())))
          .containsExactly("registration.attendance.outside");
      assertThatThrownBy(
              () ->
                  Inside.as(
                      stranger, () -> checks().record(group.section(), today(), null, Map.of())))
          .as("not the own group")
          .isInstanceOf(RegistrarException.NotFound.class);
      assertThatThrownBy(() -> page(stranger, group))
          .isInstanceOf(RegistrarException.NotFound.class);
      assertThatThrownBy(() -> page(login, group))
          .as("the others are not a student's concern")
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
      assertThat(attended(login, group)).as("nothing is checked yet").isNull();

      assertThat(refused(teacher, () -> checks().record(group.section(), today(), null, absent)))
          .isEmpty();
      assertThat(refused(teacher, () -> checks().record(group.section(), today(), null, Map.of())))
          .containsExactly("registration.attendance.there");
      Attended own = attended(login, group);
      assertThat(own.tally().missed()).isOne();
      assertThat(own.isFlagged()).isTrue();
      assertThat(own.absences()).singleElement().matches(one -> one.on().equals(today()));
      assertThat(attended(account(group.students().get(1)), group).isFlagged()).isFalse();
      assertThat(notices(student)).isOne();
      assertThat(refused(teacher, () -> checks().record(group.section(), today(), 2, absent)))
          .as("another lesson of the day")
          .isEmpty();
      assertThat(notices(student)).as("told once").isOne();
      corrections(group, teacher, student, login);
    } finally {
      group.lasts(begins, ends);
    }
  }

  private static void corrections(SummerGroup group, String teacher, String student, String login)
      throws Exception {
    AttendanceQueries.Page page = page(teacher, group);
    assertThat(page.recording()).isTrue();
    assertThat(page.students()).hasSize(3);
    for (AttendanceQueries.Check check : page.checks()) {
      assertThat(check.absent()).isOne();
      assertThat(
              refused(
                  teacher,
                  () ->
                      checks().correct(check.id(), Map.of(uuid(student), Presence.EXCUSED), null)))
          .as("the author on the same day")
          .isEmpty();
      assertThat(refused(teacher, () -> checks().correct(check.id(), Map.of(), null)))
          .containsExactly("registration.attendance.newer");
    }
    assertThat(attended(login, group).isFlagged()).isFalse();
    assertThat(attended(login, group).tally().excused()).isEqualTo(2);
    String senior = Scene.holding("SEN");
    AttendanceQueries.Check last = page(senior, group).checks().get(0);
    assertThat(last.revision()).isEqualTo(2);
    assertThat(refused(senior, () -> checks().correct(last.id(), last.marks(), " ")))
        .containsExactly("registration.attendance.reason");
    assertThat(refused(senior, () -> checks().correct(last.id(), Map.of(), "seen there")))
        .isEmpty();
    assertThat(page(senior, group).checks()).as("nothing is lost").hasSize(5);
    assertThatThrownBy(() -> Scene.change("UPDATE attendance_mark SET presence = 'PRESENT'"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  @DisplayName(
      "SUM-10 a paid group gets its sheet, and the posted result closes the debt; only then the semester"
          + " is closed")
  void results() throws Exception {
    SummerGroup group = SummerGroup.of(44, SummerPurpose.DEBT, Letter.F);
    LocalDate begins = group.day("starts_on");
    LocalDate ends = group.day("ends_on");
    String teacher = Scene.account("TCH", null, group.teacher());
    String specialist = Scene.holding("SPE");
    long discipline =
        Scene.number("SELECT discipline_id FROM summer_discipline WHERE uuid = ?", group.line());
    long section = Scene.number("SELECT id FROM section WHERE uuid = ?", group.section());
    try {
      group.lasts(today().minusDays(40), today().minusDays(1));
      assertThat(refused(Scene.holding("DIR"), () -> SummerScene.plans().close(group.plan())))
          .as("nothing is posted yet")
          .containsExactly("registration.summer.unposted");
      group.lasts(today().minusDays(40), today().plusDays(2));
      String sheet = Inside.as(specialist, () -> Inside.bean(SheetFormation.class).form(section));
      assertThat(Scene.text("SELECT kind FROM sheet WHERE uuid = ?", sheet)).isEqualTo("SUMMER");
      SheetDesk desk = Inside.bean(SheetDesk.class);
      Inside.as(specialist, () -> done(() -> desk.open(sheet)));
      // ratings until the exam begins, scores from its day on
      Scene.change(
          "UPDATE sheet SET exam_date = university_today(), exam_time = '23:59:59' WHERE uuid = ?",
          sheet);
      int place = 0;
      for (String student : group.students()) {
        long row =
            Scene.number(
                "SELECT r.id FROM sheet_row r JOIN sheet s ON s.id = r.sheet_id WHERE s.uuid = ? AND"
                    + " r.student_id = ?",
                sheet,
                SummerGroup.key(student));
        String score = place++ < 2 ? "80" : "20";
        int version = (int) Scene.number("SELECT version FROM sheet_row WHERE id = ?", row);
        List<TypedCell> cells =
            List.of(
                new TypedCell(row, "first", "75", version, null),
                new TypedCell(row, "second", "75", version, null),
                new TypedCell(row, "score", score, version, null));
        assertThat(Inside.as(teacher, () -> desk.type(sheet, cells)))
            .allMatch(one -> one.refusal() == null);
      }
      Inside.as(teacher, () -> done(() -> desk.submit(sheet)));
      assertThat(Inside.as(specialist, () -> Inside.bean(SheetPosting.class).close(sheet)))
          .isEqualTo(3);

      assertThat(standing(group.students().get(0), discipline))
          .isEqualTo(AcademicRecord.Standing.PASSED);
      assertThat(standing(group.students().get(2), discipline))
          .as("who fails keeps the debt")
          .isEqualTo(AcademicRecord.Standing.FAILED);
      assertThat(
              Scene.text(
                  "SELECT kind FROM achievement WHERE student_id = ? AND discipline_id = ? ORDER BY"
                      + " position DESC LIMIT 1",
                  SummerGroup.key(group.students().get(0)),
                  discipline))
          .isEqualTo("SUMMER");
      assertThat(view(account(group.students().get(0)), group.plan()).own().get(0).enrolment())
          .hasToString("COMPLETED");
      group.lasts(today().minusDays(40), today().minusDays(1));
      assertThat(refused(Scene.holding("DIR"), () -> SummerScene.plans().close(group.plan())))
          .as("everything is posted")
          .isEmpty();
    } finally {
      group.lasts(begins, ends);
    }
  }

  private static AcademicRecord.Standing standing(String student, long discipline)
      throws SQLException {
    return Inside.bean(AcademicRecord.class)
        .past(SummerGroup.key(student), Set.of(discipline))
        .get(discipline)
        .standing();
  }

  private static Object done(Runnable act) {
    act.run();
    return null;
  }
}
