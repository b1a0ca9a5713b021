package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderSound;
import kz.miras.registrar.student.OrderTerms;
import kz.miras.registrar.student.Standing;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentSamples;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.StudyForm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("DEB-1 in which years a student is in a course")
class CourseTimeTest {

  static final List<Term> CALENDAR =
      List.of(
          IncompleteClockTest.term(2024, TermType.AUTUMN, "2024-09-02", "2025-01-18"),
          IncompleteClockTest.term(2024, TermType.SPRING, "2025-01-27", "2025-05-31"),
          IncompleteClockTest.term(2024, TermType.SUMMER, "2025-06-09", "2025-07-19"),
          IncompleteClockTest.term(2025, TermType.AUTUMN, "2025-09-01", "2026-01-17"),
          IncompleteClockTest.term(2025, TermType.SPRING, "2026-01-26", "2026-05-30"),
          IncompleteClockTest.term(2025, TermType.SUMMER, "2026-06-08", "2026-07-18"),
          IncompleteClockTest.term(2026, TermType.AUTUMN, "2026-09-01", "2027-01-16"),
          IncompleteClockTest.term(2026, TermType.SPRING, "2027-01-25", "2027-05-29"));

  private final List<StudentStatusChange> changes = new ArrayList<>();

  @Test
  @DisplayName("DEB-1 who is promoted after the last semester is in the course from the next year")
  void promoted() {
    assertThat(of("2025-10-10", 1).year()).as("without any order").isEqualTo(2025);
    step(OrderKind.ADMISSION, "2024-09-02", StudentStatus.STUDYING, 1);
    assertThat(of("2025-06-20", 1).year()).isEqualTo(2024);
    step(OrderKind.COURSE_PROMOTION, "2025-06-25", StudentStatus.STUDYING, 2);
    assertThat(of("2025-07-01", 2).year()).isEqualTo(2025);
    assertThat(of("2025-07-01", 2).due(1, TermType.SPRING)).isEqualTo(TermRef.spring(2024));
    assertThat(of("2025-07-01", 2).due(3, TermType.AUTUMN)).isEqualTo(TermRef.autumn(2026));
    assertThat(of("2025-07-01", 4).year()).as("of a course no order tells of").isEqualTo(2024);
  }

  @Test
  @DisplayName("DEB-1 a promotion before spring is over is one to the next year")
  void promotedEarly() {
    step(OrderKind.ADMISSION, "2024-09-02", StudentStatus.STUDYING, 1);
    step(OrderKind.COURSE_PROMOTION, "2025-05-20", StudentStatus.STUDYING, 2);
    assertThat(of("2025-09-01", 2).year()).isEqualTo(2025);
    assertThat(of("2025-09-01", 2).due(2, TermType.AUTUMN)).isEqualTo(TermRef.autumn(2025));
  }

  @Test
  @DisplayName("DEB-1 a year that begins before the order of promotion takes no debt away")
  void promotedLate() {
    step(OrderKind.ADMISSION, "2024-09-02", StudentStatus.STUDYING, 1);
    step(OrderKind.COURSE_PROMOTION, "2025-09-01", StudentStatus.STUDYING, 2);
    for (String day : List.of("2026-08-31", "2026-09-01", "2026-09-09")) {
      assertThat(of(day, 2).year()).as(day).isEqualTo(2025);
      assertThat(of(day, 2).due(2, TermType.AUTUMN)).as(day).isEqualTo(TermRef.autumn(2025));
    }
    assertThat(of("2027-02-01", 2).due(3, TermType.AUTUMN))
        .as("nothing of a course to come is owed")
        .isEqualTo(TermRef.autumn(2027));
    StudentStatusChange late =
        step(OrderKind.COURSE_PROMOTION, "2026-09-10", StudentStatus.STUDYING, 3);
    assertThat(of("2026-09-10", 3).due(2, TermType.AUTUMN)).isEqualTo(TermRef.autumn(2025));
    LocalDate back = LocalDate.parse("2026-09-12");
    changes.add(late.undoneBy(order(OrderKind.CANCELLATION, back, late), back, Instant.EPOCH));
    assertThat(of("2026-09-12", 2).year()).as("taken back").isEqualTo(2025);
  }

  @Test
  @DisplayName("DEB-1 a repeated year asks again for its course, not for those before it")
  void repeated() {
    step(OrderKind.ADMISSION, "2024-09-02", StudentStatus.STUDYING, 1);
    step(OrderKind.COURSE_PROMOTION, "2025-09-01", StudentStatus.STUDYING, 2);
    step(OrderKind.REPEAT_YEAR, "2026-08-28", StudentStatus.STUDYING, 2);
    CourseTime again = of("2026-09-05", 2);
    assertThat(again.due(2, TermType.AUTUMN)).isEqualTo(TermRef.autumn(2026));
    assertThat(again.due(1, TermType.AUTUMN)).isEqualTo(TermRef.autumn(2024));
  }

  @Test
  @DisplayName("DEB-1 nothing falls due in a leave, during it and after it; what was owed stays")
  void leave() {
    step(OrderKind.ADMISSION, "2024-09-02", StudentStatus.STUDYING, 2);
    step(OrderKind.COURSE_PROMOTION, "2025-09-01", StudentStatus.STUDYING, 3);
    step(OrderKind.LEAVE, "2025-09-10", StudentStatus.ON_LEAVE, 3);
    for (String day : List.of("2026-02-15", "2026-06-15", "2026-08-31")) {
      CourseTime away = of(day, 3);
      assertThat(away.due(3, TermType.AUTUMN).isBefore(TermRef.autumn(2026))).as(day).isFalse();
      assertThat(away.due(3, TermType.SPRING).isBefore(TermRef.spring(2026))).as(day).isFalse();
      assertThat(away.due(2, TermType.SPRING)).as(day).isEqualTo(TermRef.spring(2024));
    }
    step(OrderKind.LEAVE_RETURN, "2026-09-01", StudentStatus.STUDYING, 3);
    CourseTime back = of("2026-09-01", 3);
    assertThat(back.year()).isEqualTo(2026);
    assertThat(back.due(3, TermType.AUTUMN)).isEqualTo(TermRef.autumn(2026));
    assertThat(back.due(2, TermType.SPRING)).isEqualTo(TermRef.spring(2024));
  }

  @Test
  @DisplayName("DEB-1 a term missed by a short leave is asked for a year later")
  void shortLeave() {
    step(OrderKind.ADMISSION, "2024-09-02", StudentStatus.STUDYING, 1);
    step(OrderKind.LEAVE, "2024-10-01", StudentStatus.ON_LEAVE, 1);
    step(OrderKind.LEAVE_RETURN, "2025-02-01", StudentStatus.STUDYING, 1);
    CourseTime back = of("2025-06-05", 1);
    assertThat(back.due(1, TermType.AUTUMN)).isEqualTo(TermRef.autumn(2025));
    assertThat(back.due(1, TermType.SPRING)).isEqualTo(TermRef.spring(2024));
  }

  private CourseTime of(String day, int course) {
    return CourseTime.on(LocalDate.parse(day), course, changes, CALENDAR);
  }

  private StudentStatusChange step(OrderKind kind, String day, StudentStatus status, int course) {
    LocalDate on = LocalDate.parse(day);
    StudentStatusChange step =
        new StudentStatusChange(
            StudentSamples.student(standing(course)),
            on,
            standing(course),
            Standing.past(status, course),
            order(kind, on, null),
            Instant.EPOCH);
    changes.add(step);
    return step;
  }

  private static StudentOrder order(OrderKind kind, LocalDate day, StudentStatusChange corrects) {
    return new StudentOrder(
        kind.name(),
        1,
        new OrderSound.Written(kind, day, day, null, OrderTerms.NONE),
        kind.name(),
        corrects == null ? null : corrects.getOrder(),
        false);
  }

  private static Standing standing(int course) {
    return new Standing(
        StudentStatus.STUDYING,
        course,
        StudentSamples.curriculum("6B04101"),
        null,
        StudyForm.FULL_TIME,
        Language.KK,
        Funding.GRANT,
        false);
  }
}
