package kz.miras.registrar.correspondence.ministry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import kz.miras.registrar.correspondence.ministry.ComparisonRhythm.Before;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparisonRhythmTest {

  private static final ZoneId ALMATY = ZoneOffset.ofHours(5);
  private static final Instant NOON = Instant.parse("2193-10-01T07:00:00Z");

  /** The second of October, three o'clock there. */
  private static final Instant NIGHT = Instant.parse("2193-10-01T22:00:00Z");

  private static ComparisonRhythm weekly() {
    return new ComparisonRhythm(7, 3, ALMATY);
  }

  @Test
  @DisplayName("GOV-16 a week after the last comparison began, from its hour on, the next is due")
  void weekAfter() {
    Before late = new Before(Instant.parse("2193-09-24T19:30:00Z"), true);
    assertThat(weekly().next(late)).contains(NIGHT);
    assertThat(new ComparisonRhythm(1, 3, ALMATY).next(new Before(NOON, true))).contains(NIGHT);
  }

  @Test
  @DisplayName("GOV-16 after a comparison that was broken off, and the first sending, the next day")
  void brokenOff() {
    assertThat(weekly().next(new Before(NOON, false))).contains(NIGHT);
  }

  @Test
  @DisplayName(
      "GOV-16 without a rhythm, or before anything was sent, nothing is compared of itself")
  void never() {
    assertThat(new ComparisonRhythm(0, 3, ALMATY).next(new Before(NOON, true))).isEmpty();
    assertThat(weekly().next(null)).isEmpty();
  }

  @Test
  @DisplayName("GOV-16 what documents of graduates rest on is compared before all else")
  void graduatesFirst() {
    assertThat(
            RunKind.READ_BACK.inOrder(
                List.of(
                    PlatformType.SUBJECT,
                    PlatformType.DELETED_TRANSCRIPT,
                    PlatformType.GRADUATES,
                    PlatformType.FACULTIES,
                    PlatformType.GRADUATES)))
        .containsExactly(
            PlatformType.GRADUATES,
            PlatformType.DELETED_TRANSCRIPT,
            PlatformType.FACULTIES,
            PlatformType.SUBJECT);
    assertThat(RunKind.SEND.inOrder(List.of(PlatformType.STUDENT, PlatformType.SUBJECT)))
        .containsExactly(PlatformType.SUBJECT, PlatformType.STUDENT);
  }
}
