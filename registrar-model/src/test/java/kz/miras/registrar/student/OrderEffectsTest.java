package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderEffectsTest {

  @ParameterizedTest
  @CsvSource({
    "ADMISSION,STUDYING,STUDYING",
    "TRANSFER_IN,STUDYING,STUDYING",
    "MOBILITY_IN,STUDYING,STUDYING",
    "LEAVE,STUDYING,ON_LEAVE",
    "LEAVE_EXTENSION,ON_LEAVE,",
    "LEAVE_RETURN,ON_LEAVE,STUDYING",
    "EXPULSION,STUDYING ON_LEAVE,EXPELLED",
    "TRANSFER_OUT,STUDYING ON_LEAVE,EXPELLED",
    "REINSTATEMENT,EXPELLED,STUDYING",
    "COURSE_PROMOTION,STUDYING,",
    "REPEAT_YEAR,STUDYING,",
    "TRANSFER_INSIDE,STUDYING,",
    "MOBILITY_OUT,STUDYING,",
    "MOBILITY_RETURN,STUDYING,",
    "GRADUATION,STUDYING,GRADUATED",
    "PERSONAL_DATA,STUDYING ON_LEAVE EXPELLED GRADUATED,",
    "CANCELLATION,STUDYING ON_LEAVE EXPELLED GRADUATED,",
    "OTHER,STUDYING ON_LEAVE EXPELLED GRADUATED,"
  })
  @DisplayName("MOV-11 every kind of order in every status does what the status machine says")
  void statusMachine(OrderKind kind, String from, StudentStatus to) {
    List<String> allowed = List.of(from.split(" "));
    for (StudentStatus status : StudentStatus.values()) {
      assertThat(OrderEffects.judge(kind, fit(kind, "S1", status)).isAllowed())
          .as("%s in %s", kind, status)
          .isEqualTo(allowed.contains(status.name()));
    }
    assertThat(OrderEffects.statusAfter(kind)).isEqualTo(Optional.ofNullable(to));
  }

  @ParameterizedTest
  @EnumSource(OrderKind.class)
  @DisplayName("MOV-11 nothing leads on from graduation, and only promotion raises the course")
  void graduationIsFinal(OrderKind kind) {
    boolean moves = OrderEffects.statusAfter(kind).isPresent();
    assertThat(
            moves && OrderEffects.judge(kind, fit(kind, "S1", StudentStatus.GRADUATED)).isAllowed())
        .isFalse();
    assertThat(OrderEffects.courseStep(kind)).isEqualTo(kind == OrderKind.COURSE_PROMOTION ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(OrderKind.class)
  @DisplayName("MOV-11 who goes on leave or leaves for good gives seats back, a graduate has none")
  void seatsAreGivenBack(OrderKind kind) {
    Optional<StudentStatus> after = OrderEffects.statusAfter(kind);
    boolean away =
        after
            .filter(it -> it == StudentStatus.ON_LEAVE || it == StudentStatus.EXPELLED)
            .isPresent();
    assertThat(OrderEffects.releasesEnrolments(kind)).isEqualTo(away);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderKind.class,
      names = {"ADMISSION", "TRANSFER_IN", "MOBILITY_IN"})
  @DisplayName("MOV-11 somebody who is a student already is not admitted again")
  void admittedOnce(OrderKind kind) {
    assertThat(OrderEffects.judge(kind, subject(StudentStatus.STUDYING, false, true, 1)).refusals())
        .extracting(Refusal::code)
        .containsExactly("student.order.admitted");
  }

  @Test
  @DisplayName("MOV-11 nobody is promoted beyond the last course, or returns without having gone")
  void boundsOfKinds() {
    assertThat(code(OrderKind.COURSE_PROMOTION, subject(StudentStatus.STUDYING, false, true, 4)))
        .isEqualTo("student.order.last-course");
    assertThat(code(OrderKind.MOBILITY_OUT, subject(StudentStatus.STUDYING, true, true, 2)))
        .isEqualTo("student.order.away");
    assertThat(code(OrderKind.MOBILITY_RETURN, subject(StudentStatus.STUDYING, false, true, 2)))
        .isEqualTo("student.order.not-away");
  }

  /** A student to whom nothing but the status stands in the way of the kind. */
  static OrderEffects.Subject fit(OrderKind kind, String number, StudentStatus status) {
    return new OrderEffects.Subject(
        number, status, kind == OrderKind.MOBILITY_RETURN, !kind.isEntry(), 2, 4);
  }

  private static OrderEffects.Subject subject(
      StudentStatus status, boolean away, boolean admitted, int course) {
    return new OrderEffects.Subject("S1", status, away, admitted, course, 4);
  }

  private static String code(OrderKind kind, OrderEffects.Subject subject) {
    return OrderEffects.judge(kind, subject).refusals().get(0).code();
  }
}
