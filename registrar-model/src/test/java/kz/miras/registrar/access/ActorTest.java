package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Grant TEACHER = Grant.of(Role.TCH, TODAY.minusYears(3), "№ 12-ж");

  @Test
  @DisplayName("ACC-2 a grant holds from its first to its last day and no longer")
  void grantHoldsWithinItsDates() {
    Actor actor = actor(Grant.of(Role.DIR, TODAY, "№ 40-ж").until(TODAY.plusDays(9)));
    assertThat(actor.may(Permissions.SHEET_CLOSE, TODAY.minusDays(1))).isFalse();
    assertThat(actor.may(Permissions.SHEET_CLOSE, TODAY)).isTrue();
    assertThat(actor.may(Permissions.SHEET_CLOSE, TODAY.plusDays(9))).isTrue();
    assertThat(actor.may(Permissions.SHEET_CLOSE, TODAY.plusDays(10))).isFalse();
    assertThat(actor.roles(TODAY.plusDays(10))).isEmpty();
    assertThat(actor.permissions(TODAY.plusDays(10))).isEmpty();
  }

  @Test
  @DisplayName("ACC-2 an acting director holds the director's rights beside the own ones")
  void actingDirectorHoldsBoth() {
    Grant acting = Grant.of(Role.DIR, TODAY, "№ 41-ж").until(TODAY.plusDays(5)).delegatedFrom(1);
    Actor deputy = actor(Grant.of(Role.DEP, TODAY.minusYears(1), "№ 7-ж"), acting);
    assertThat(deputy.may(Permissions.EXAM_TIMETABLE_APPROVE, TODAY)).isTrue();
    assertThat(deputy.may(Permissions.EXAM_TIMETABLE_APPROVE, TODAY.plusDays(6))).isFalse();
    assertThat(deputy.may(Permissions.SHEET_CLOSE, TODAY.plusDays(6))).isTrue();
  }

  @Test
  @DisplayName("ACC-3 a teacher reaches the sheets of own sections and own exams only")
  void teacherReachesOwnSheets() {
    Actor teacher = actor(TEACHER);
    Target own = Target.nobodys().taughtBy(List.of(7L, 8L));
    Target exam = Target.nobodys().taughtBy(List.of(9L)).examinedBy(List.of(7L));
    Target strange = Target.nobodys().taughtBy(List.of(9L)).examinedBy(List.of(9L));
    assertThat(teacher.may(Permissions.SHEET_READ, own, TODAY)).isTrue();
    assertThat(teacher.may(Permissions.SHEET_READ, exam, TODAY)).isTrue();
    assertThat(teacher.may(Permissions.SHEET_READ, strange, TODAY)).isFalse();
    assertThat(teacher.may(Permissions.SHEET_ENTER_RATING, exam, TODAY)).isFalse();
    assertThat(teacher.may(Permissions.SHEET_ENTER_EXAM, own, TODAY)).isFalse();
    assertThat(teacher.may(Permissions.SHEET_ENTER_EXAM, exam, TODAY)).isTrue();
  }

  @Test
  @DisplayName("ACC-3 a student never reaches another student")
  void studentReachesOnlyTheOwnRecord() {
    Actor student =
        new Actor(5, "aigerim", 70L, null, List.of(Grant.of(Role.STU, TODAY, "№ 1-с")), List.of());
    for (String permission : student.permissions(TODAY)) {
      if (student.scopes(permission, TODAY).contains(Scope.OWN_RECORD)) {
        assertThat(student.may(permission, Target.ofStudent(70L), TODAY)).isTrue();
        assertThat(student.may(permission, Target.ofStudent(71L), TODAY)).isFalse();
        assertThat(student.may(permission, Target.nobodys(), TODAY)).isFalse();
        assertThat(student.may(permission, Target.nobodys().ownedBy(5L), TODAY)).isTrue();
        assertThat(student.may(permission, Target.nobodys().ownedBy(70L), TODAY)).isFalse();
      }
    }
    assertThat(student.may(Permissions.ACHIEVEMENT_READ, TODAY)).isTrue();
  }

  @Test
  @DisplayName(
      "SUB-6 a student who works at the office too reaches by a token the own record alone")
  void onlyOneRoleCounts() {
    Actor both =
        new Actor(
            5,
            "aigerim",
            70L,
            7L,
            List.of(Grant.of(Role.STU, TODAY, "№ 1-с"), Grant.of(Role.SPE, TODAY, "№ 14-ж")),
            List.of(
                new PersonalRight(
                    Permissions.ACHIEVEMENT_READ, Set.of(Scope.ALL), TODAY, null, "№ 3-ж"),
                new PersonalRight(Permissions.TRANSCRIPT_REQUEST, Set.of(), TODAY, null, "№ 4-ж")));
    assertThat(both.may(Permissions.STUDENT_READ, Target.ofStudent(71L), TODAY)).isTrue();
    Actor student = both.onlyAs(Role.STU);
    assertThat(student.may(Permissions.STUDENT_READ, Target.ofStudent(70L), TODAY)).isTrue();
    assertThat(student.may(Permissions.STUDENT_READ, Target.ofStudent(71L), TODAY)).isFalse();
    assertThat(student.may(Permissions.ACHIEVEMENT_READ, Target.ofStudent(71L), TODAY)).isFalse();
    assertThat(student.may(Permissions.TRANSCRIPT_REQUEST, TODAY)).isFalse();
  }

  @Test
  @DisplayName("ACC-3 an adviser reaches advisees, a dean the own schools, a chair the commission")
  void othersReachTheirOwn() {
    Actor adviser = actor(Grant.of(Role.ADV, TODAY, "№ 2-ж"));
    Target mine = Target.ofStudent(1L).advisedBy(7L).inSchool(3L);
    assertThat(adviser.may(Permissions.STUDENT_READ, mine, TODAY)).isTrue();
    assertThat(adviser.may(Permissions.STUDENT_READ, mine.advisedBy(8L), TODAY)).isFalse();
    assertThat(adviser.may(Permissions.STUDENT_READ, mine.advisedBy(null), TODAY)).isFalse();
    // whoever replaces the adviser for a while reaches the advisees too
    Target replaced = mine.advisedByAny(Set.of(8L, 7L));
    assertThat(adviser.may(Permissions.STUDENT_READ, replaced, TODAY)).isTrue();
    assertThat(adviser.may(Permissions.STUDENT_READ, mine.advisedByAny(Set.of()), TODAY)).isFalse();

    Actor dean = actor(Grant.of(Role.DEAN, TODAY, "№ 3-ж").over(3L, 4L));
    assertThat(dean.may(Permissions.STUDENT_READ, mine, TODAY)).isTrue();
    assertThat(dean.may(Permissions.STUDENT_READ, mine.inSchool(5L), TODAY)).isFalse();
    assertThat(dean.schools(Permissions.STUDENT_READ, TODAY)).containsExactlyInAnyOrder(3L, 4L);
    assertThat(dean.schools(Permissions.SHEET_CLOSE, TODAY)).isEmpty();

    Actor chair = actor(Grant.of(Role.AKC, TODAY, "№ 4-ж").over(3L));
    assertThat(chair.may(Permissions.PROTOCOL_SIGN, Target.nobodys().before(3L), TODAY)).isTrue();
    assertThat(chair.may(Permissions.PROTOCOL_SIGN, Target.nobodys().before(4L), TODAY)).isFalse();
    assertThat(chair.may(Permissions.PROTOCOL_SIGN, Target.nobodys().inSchool(3L), TODAY))
        .isFalse();
  }

  @Test
  @DisplayName("ACC-3 an account without a person reaches nobody's things in no scope but all")
  void accountWithoutPersonReachesNothing() {
    Actor ghost = new Actor(9, "ghost", null, null, List.of(TEACHER), List.of());
    assertThat(ghost.may(Permissions.SHEET_READ, Target.nobodys(), TODAY)).isFalse();
    assertThat(ghost.may(Permissions.CALENDAR_READ, Target.nobodys(), TODAY)).isTrue();
  }

  @Test
  @DisplayName("ACC-4 a right given by order adds to the role, a denial outweighs every role")
  void personalRightsAddAndTakeAway() {
    PersonalRight number =
        new PersonalRight(
            Permissions.DIPLOMA_NUMBER, Set.of(Scope.ALL), TODAY, TODAY.plusDays(30), "№ 50-ж");
    PersonalRight noClosing =
        new PersonalRight(Permissions.SHEET_CLOSE, Set.of(), TODAY, null, "№ 51-ж");
    Actor specialist =
        new Actor(
            6,
            "marat",
            null,
            null,
            List.of(
                Grant.of(Role.SPE, TODAY.minusDays(9), "№ 8-ж"),
                Grant.of(Role.SEN, TODAY.minusDays(9), "№ 9-ж").until(TODAY)),
            List.of(number, noClosing));
    assertThat(specialist.may(Permissions.SHEET_CLOSE, TODAY.minusDays(1))).isTrue();
    assertThat(specialist.may(Permissions.SHEET_CLOSE, TODAY)).isFalse();
    assertThat(specialist.may(Permissions.DIPLOMA_NUMBER, TODAY.plusDays(30))).isTrue();
    assertThat(specialist.may(Permissions.DIPLOMA_NUMBER, TODAY.plusDays(31))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PersonalRight("sheet.shred", Set.of(), TODAY, null, "№ 52-ж"));
  }

  @Test
  @DisplayName("ACC-4 a personal right limited to schools reaches the schools of the appointment")
  void personalRightReachesTheSchoolsOfTheAppointment() {
    PersonalRight edit =
        new PersonalRight(
            Permissions.STUDENT_EDIT, Set.of(Scope.OWN_SCHOOL), TODAY, null, "№ 53-ж");
    Actor dean =
        new Actor(
            8,
            "bolat",
            null,
            null,
            List.of(
                Grant.of(Role.DEAN, TODAY, "№ 3-ж").over(3L),
                Grant.of(Role.AKC, TODAY, "№ 4-ж").over(5L)),
            List.of(edit));
    Target student = Target.ofStudent(1L);
    assertThat(dean.may(Permissions.STUDENT_EDIT, student.inSchool(3L), TODAY)).isTrue();
    assertThat(dean.may(Permissions.STUDENT_EDIT, student.inSchool(5L), TODAY)).isFalse();
  }

  private static Actor actor(Grant... grants) {
    return new Actor(4, "saule", null, 7L, List.of(grants), List.of());
  }
}
