package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersTest {

  private static final LocalDate SIGNED = LocalDate.of(2026, 10, 2);

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
    "OTHER,STUDYING ON_LEAVE EXPELLED GRADUATED,"
  })
  @DisplayName("MOV-11 every kind of order in every status does what the status machine says")
  void statusMachine(OrderKind kind, String from, StudentStatus to) {
    List<String> allowed = List.of(from.split(" "));
    for (StudentStatus status : StudentStatus.values()) {
      assertThat(OrderEffects.judge(kind, status, "S1").isAllowed())
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
    assertThat(moves && OrderEffects.judge(kind, StudentStatus.GRADUATED, "S1").isAllowed())
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

  @Test
  @DisplayName("MOV-12 a sound order is taken")
  void soundOrder() {
    assertThat(judge(SIGNED, known(false, null, Map.of("S1", StudentStatus.STUDYING), List.of())))
        .isEqualTo(Verdict.allowed());
  }

  @Test
  @DisplayName("MOV-12 MOV-11 every reason against an order is told at once")
  void everyReason() {
    Verdict verdict =
        judge(
            SIGNED.minusYears(1).minusDays(1),
            known(true, "77-С", Map.of("S1", StudentStatus.GRADUATED), List.of("S9")));
    assertThat(verdict.refusals())
        .extracting(Refusal::code)
        .containsExactly(
            "student.order.dates",
            "student.order.twice",
            "field.unknown",
            "student.order.status",
            "field.unknown");
    assertThat(verdict.refusals())
        .extracting(Refusal::field)
        .containsExactly("effectiveOn", "number", "corrects", "students", "students");
  }

  @Test
  @DisplayName("MOV-12 an order names students; it may take effect up to a year before signing")
  void namesStudents() {
    assertThat(judge(SIGNED, known(false, null, Map.of(), List.of())).refusals())
        .extracting(Refusal::code)
        .containsExactly("student.order.nobody");
    assertThat(
            judge(
                    SIGNED.minusYears(1),
                    known(false, null, Map.of("S1", StudentStatus.STUDYING), List.of()))
                .isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("MOV-12 an order is applied once")
  void appliedOnce() {
    StudentOrder order =
        new StudentOrder("1-С", SIGNED, SIGNED, OrderKind.LEAVE, null, "Leave", null, false);
    assertThat(order.isApplied()).isFalse();
    order.applied(Instant.EPOCH);
    assertThat(order.isApplied()).isTrue();
    assertThatThrownBy(() -> order.applied(Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Verdict judge(LocalDate effectiveOn, OrderSound.Known known) {
    return OrderSound.judge(OrderKind.LEAVE, SIGNED, effectiveOn, known);
  }

  private static OrderSound.Known known(
      boolean twice, String corrected, Map<String, StudentStatus> found, List<String> unknown) {
    return new OrderSound.Known(twice, corrected, found, unknown);
  }
}
