package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 2);
  private static final Curriculum ECONOMICS = curriculum("6B04101");
  private static final Curriculum LAW = curriculum("6B04201");

  @Test
  @DisplayName("MOV-11 promotion raises the course by one and leaves the rest as it was")
  void promotion() {
    Standing after =
        OrderEffects.after(OrderKind.COURSE_PROMOTION, OrderTerms.NONE, standing(false));
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("courseYear")
        .isEqualTo(standing(false));
    assertThat(after.getCourseYear()).isEqualTo(3);
  }

  @Test
  @DisplayName("MOV-11 a transfer moves what it says and nothing else")
  void transfer() {
    Standing after =
        OrderEffects.after(
            OrderKind.TRANSFER_INSIDE,
            new OrderTerms(LAW, null, 1, StudyForm.EVENING, Language.RU, Funding.PAID, null, null),
            standing(false));
    assertThat(after.getStatus()).isEqualTo(StudentStatus.STUDYING);
    assertThat(after.getCurriculum()).isSameAs(LAW);
    assertThat(after.getCourseYear()).isEqualTo(1);
    assertThat(after.getForm()).isEqualTo(StudyForm.EVENING);
    assertThat(after.getLanguage()).isEqualTo(Language.RU);
    assertThat(after.getFunding()).isEqualTo(Funding.PAID);
    Standing payment =
        OrderEffects.after(
            OrderKind.TRANSFER_INSIDE,
            new OrderTerms(null, null, null, null, null, Funding.PAID, null, null),
            standing(false));
    assertThat(payment)
        .usingRecursiveComparison()
        .ignoringFields("funding")
        .isEqualTo(standing(false));
  }

  @Test
  @DisplayName("MOV-11 mobility is a flag beside the status; who leaves for good is not away")
  void mobility() {
    assertThat(after(OrderKind.MOBILITY_OUT, false).isOnMobility()).isTrue();
    assertThat(after(OrderKind.MOBILITY_OUT, false).getStatus()).isEqualTo(StudentStatus.STUDYING);
    assertThat(after(OrderKind.MOBILITY_RETURN, true).isOnMobility()).isFalse();
    assertThat(after(OrderKind.COURSE_PROMOTION, true).isOnMobility()).isTrue();
    assertThat(after(OrderKind.EXPULSION, true).isOnMobility()).isFalse();
  }

  @Test
  @DisplayName("MOV-14 what an order did is gone back to, as a step of its own")
  void stepBack() {
    Student student = StudentSamples.student(standing(false));
    StudentOrder expulsion = order("1-С", OrderKind.EXPULSION, null);
    Standing after = OrderEffects.after(OrderKind.EXPULSION, OrderTerms.NONE, student.standing());
    StudentStatusChange step =
        new StudentStatusChange(student, DAY, student.standing(), after, expulsion, Instant.EPOCH);
    student.stand(after);
    assertThat(student.getStatus()).isEqualTo(StudentStatus.EXPELLED);

    StudentStatusChange back =
        step.undoneBy(order("2-С", OrderKind.CANCELLATION, expulsion), DAY, Instant.EPOCH);
    student.stand(back.getAfter());
    assertThat(student.standing()).usingRecursiveComparison().isEqualTo(standing(false));
    assertThat(back.getUndoes()).isSameAs(step);
    assertThat(back.getBefore().getStatus()).isEqualTo(StudentStatus.EXPELLED);
    assertThat(step.changesProgramme()).isFalse();
    StudentStatusChange kept =
        new StudentStatusChange(
            student,
            DAY,
            null,
            standing(true),
            order("3-С", OrderKind.ADMISSION, null),
            Instant.EPOCH);
    assertThat(StudentStatusChange.standing(List.of(step, kept, back)))
        .as("what was taken back, and what took it back, stand no more")
        .containsExactly(kept);
  }

  private static Standing after(OrderKind kind, boolean away) {
    return OrderEffects.after(kind, OrderTerms.NONE, standing(away));
  }

  private static StudentOrder order(String number, OrderKind kind, StudentOrder corrects) {
    return new StudentOrder(
        number,
        1,
        new OrderSound.Written(kind, DAY, DAY, null, OrderTerms.NONE),
        number,
        corrects,
        false);
  }

  private static Standing standing(boolean away) {
    return new Standing(
        StudentStatus.STUDYING,
        2,
        ECONOMICS,
        null,
        StudyForm.FULL_TIME,
        Language.KK,
        Funding.GRANT,
        away);
  }

  private static Curriculum curriculum(String code) {
    return StudentSamples.curriculum(code);
  }
}
