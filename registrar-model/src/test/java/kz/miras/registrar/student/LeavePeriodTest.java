package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeavePeriodTest {

  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

  private final List<StudentStatusChange> changes = new ArrayList<>();

  @Test
  @DisplayName("INC-2 a leave lasts from its first day to the day of the return, extended or not")
  void periods() {
    step(OrderKind.ADMISSION, SEPTEMBER.minusYears(1), StudentStatus.STUDYING);
    step(OrderKind.LEAVE, SEPTEMBER, StudentStatus.ON_LEAVE);
    assertThat(LeavePeriod.of(changes)).containsExactly(new LeavePeriod(SEPTEMBER, null));
    step(OrderKind.LEAVE_EXTENSION, SEPTEMBER.plusMonths(6), StudentStatus.ON_LEAVE);
    step(OrderKind.LEAVE_RETURN, SEPTEMBER.plusYears(1), StudentStatus.STUDYING);
    step(OrderKind.LEAVE, SEPTEMBER.plusYears(2), StudentStatus.ON_LEAVE);
    step(OrderKind.EXPULSION, SEPTEMBER.plusYears(3), StudentStatus.EXPELLED);
    assertThat(LeavePeriod.of(changes))
        .containsExactly(
            new LeavePeriod(SEPTEMBER, SEPTEMBER.plusYears(1)),
            new LeavePeriod(SEPTEMBER.plusYears(2), SEPTEMBER.plusYears(3)));
    assertThat(LeavePeriod.of(changes).get(0).lasts()).isFalse();
  }

  @Test
  @DisplayName("INC-2 a leave that another order took back was none; the right dates count")
  void takenBack() {
    step(OrderKind.ADMISSION, SEPTEMBER.minusYears(1), StudentStatus.STUDYING);
    StudentStatusChange wrong = step(OrderKind.LEAVE, SEPTEMBER, StudentStatus.ON_LEAVE);
    LocalDate right = SEPTEMBER.plusDays(9);
    changes.add(
        wrong.undoneBy(
            order(OrderKind.CANCELLATION, right, wrong.getOrder()), right, Instant.EPOCH));
    assertThat(LeavePeriod.of(changes)).isEmpty();
    step(OrderKind.LEAVE, right, StudentStatus.ON_LEAVE);
    assertThat(LeavePeriod.of(changes)).containsExactly(new LeavePeriod(right, null));
  }

  @Test
  @DisplayName("INC-2 a leave that ends on the day it begins has no day")
  void empty() {
    step(OrderKind.LEAVE, SEPTEMBER, StudentStatus.ON_LEAVE);
    step(OrderKind.LEAVE_RETURN, SEPTEMBER, StudentStatus.STUDYING);
    assertThat(LeavePeriod.of(changes)).isEmpty();
  }

  private StudentStatusChange step(OrderKind kind, LocalDate day, StudentStatus status) {
    StudentStatusChange change =
        new StudentStatusChange(
            StudentSamples.student(standing()),
            day,
            standing(),
            Standing.past(status, 2),
            order(kind, day, null),
            Instant.EPOCH);
    changes.add(change);
    return change;
  }

  private static StudentOrder order(OrderKind kind, LocalDate day, StudentOrder corrects) {
    return new StudentOrder(
        kind.name(),
        1,
        new OrderSound.Written(kind, day, day, null, OrderTerms.NONE),
        kind.name(),
        corrects,
        false);
  }

  private static Standing standing() {
    return new Standing(
        StudentStatus.STUDYING,
        2,
        StudentSamples.curriculum("6B04101"),
        null,
        StudyForm.FULL_TIME,
        kz.miras.registrar.shared.Language.KK,
        Funding.GRANT,
        false);
  }
}
