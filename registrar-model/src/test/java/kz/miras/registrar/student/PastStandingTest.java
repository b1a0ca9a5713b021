package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("MOV-16 how somebody stood on a past day")
class PastStandingTest {

  private static final Curriculum ECONOMICS = StudentSamples.curriculum("6B04101");
  private static final LocalDate ADMITTED = LocalDate.of(2024, 8, 25);
  private static final LocalDate SESSION = LocalDate.of(2025, 1, 20);
  private static final LocalDate ORDERED = LocalDate.of(2025, 2, 3);

  private static final Standing GRANT = standing(StudentStatus.STUDYING, 1, Funding.GRANT);
  private static final Standing PAID = standing(StudentStatus.STUDYING, 2, Funding.PAID);
  private static final Student STUDENT = StudentSamples.student(GRANT);

  private static Standing standing(StudentStatus status, int course, Funding funding) {
    return new Standing(
        status, course, ECONOMICS, null, StudyForm.FULL_TIME, Language.KK, funding, false);
  }

  private static StudentOrder order(OrderKind kind, StudentOrder corrects) {
    return new StudentOrder(
        "1-С",
        1,
        new OrderSound.Written(kind, ADMITTED, ADMITTED, null, OrderTerms.NONE),
        "1-С",
        corrects,
        false);
  }

  private static StudentStatusChange step(LocalDate on, Standing before, Standing after) {
    return new StudentStatusChange(
        STUDENT, on, before, after, order(OrderKind.OTHER, null), Instant.EPOCH);
  }

  @Test
  @DisplayName("MOV-16 what was ordered after the day counts for nothing, from its day on it does")
  void orderedSince() {
    List<StudentStatusChange> changes =
        List.of(step(ADMITTED, null, GRANT), step(ORDERED, GRANT, PAID));
    PastStanding then = PastStanding.on(SESSION, PAID, changes).orElseThrow();
    assertThat(then.funding()).isEqualTo(Funding.GRANT);
    assertThat(then.course()).isEqualTo(1);
    assertThat(then.status()).isEqualTo(StudentStatus.STUDYING);
    assertThat(PastStanding.on(ORDERED.minusDays(1), PAID, changes).orElseThrow().funding())
        .isEqualTo(Funding.GRANT);
    assertThat(PastStanding.on(ORDERED, PAID, changes).orElseThrow().funding())
        .isEqualTo(Funding.PAID);
  }

  @Test
  @DisplayName("MOV-16 whoever was admitted later was nobody's student then")
  void notYet() {
    List<StudentStatusChange> changes = List.of(step(ORDERED, null, GRANT));
    assertThat(PastStanding.on(SESSION, GRANT, changes)).isEmpty();
    assertThat(PastStanding.on(ORDERED, GRANT, changes)).isPresent();
  }

  @Test
  @DisplayName("MOV-16 without any order it is as today; the first later one tells what was before")
  void littleKnown() {
    assertThat(PastStanding.on(SESSION, PAID, List.of()).orElseThrow().course()).isEqualTo(2);
    PastStanding before =
        PastStanding.on(SESSION, PAID, List.of(step(ORDERED, GRANT, PAID))).orElseThrow();
    assertThat(before.funding()).isEqualTo(Funding.GRANT);
    assertThat(before.course()).isEqualTo(1);
  }

  @Test
  @DisplayName("MOV-16 an old order tells status and course, the next one the rest")
  void oldOrders() {
    StudentStatusChange old = step(ADMITTED, null, Standing.past(StudentStatus.STUDYING, 1));
    PastStanding then =
        PastStanding.on(SESSION, PAID, List.of(old, step(ORDERED, GRANT, PAID))).orElseThrow();
    assertThat(then.funding()).isEqualTo(Funding.GRANT);
    assertThat(then.form()).isEqualTo(StudyForm.FULL_TIME);
    assertThat(then.curriculum()).isSameAs(ECONOMICS);
  }

  @Test
  @DisplayName("MOV-16 an order that was taken back has never moved anybody")
  void takenBack() {
    Standing expelled = standing(StudentStatus.EXPELLED, 1, Funding.GRANT);
    StudentStatusChange expulsion = step(SESSION.minusDays(5), GRANT, expelled);
    StudentStatusChange back =
        expulsion.undoneBy(
            order(OrderKind.CANCELLATION, expulsion.getOrder()), ORDERED, Instant.EPOCH);
    assertThat(
            PastStanding.on(SESSION, GRANT, List.of(step(ADMITTED, null, GRANT), expulsion, back))
                .orElseThrow()
                .status())
        .isEqualTo(StudentStatus.STUDYING);
  }
}
