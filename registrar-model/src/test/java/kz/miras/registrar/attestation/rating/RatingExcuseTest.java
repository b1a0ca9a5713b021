package kz.miras.registrar.attestation.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatingExcuseTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 12, 1);
  private static final LocalDate UNTIL = LocalDate.of(2025, 12, 15);
  private static final RatingExcuse.Basis BASIS =
      new RatingExcuse.Basis(" 12 ", TODAY, UNTIL, "illness");

  private static RatingExcuse excuse() {
    return new RatingExcuse(1, 2, 3, 1, BASIS, "director", Instant.EPOCH);
  }

  private static String[] codes(RatingExcuse.Basis basis, boolean rated) {
    return RatingExcuse.judge(basis, rated, TODAY).refusals().stream()
        .map(Refusal::code)
        .toArray(String[]::new);
  }

  @Test
  @DisplayName("RAT-3 a disposition has number, date, last day and reason, each told at its field")
  void needsItsBasis() {
    assertThat(codes(BASIS, false)).isEmpty();
    assertThat(codes(new RatingExcuse.Basis(null, null, null, " "), false))
        .containsExactly(
            "attestation.rating.excuse.number",
            "attestation.rating.excuse.date",
            "attestation.rating.excuse.until",
            "attestation.rating.excuse.reason");
    assertThat(
            RatingExcuse.judge(new RatingExcuse.Basis("", TODAY, UNTIL, "x"), false, TODAY)
                .refusals())
        .extracting(Refusal::field)
        .containsExactly("number");
    assertThat(codes(new RatingExcuse.Basis("12", TODAY.plusDays(1), UNTIL, "x"), false))
        .containsExactly("attestation.rating.excuse.date");
    assertThat(codes(new RatingExcuse.Basis("12", TODAY, TODAY.minusDays(1), "x"), false))
        .containsExactly("attestation.rating.excuse.until");
    assertThat(codes(new RatingExcuse.Basis("12", TODAY, TODAY, "x"), false)).isEmpty();
  }

  @Test
  @DisplayName("RAT-3 who has a rating of the period needs no disposition")
  void ratedNeedsNone() {
    assertThat(codes(BASIS, true)).containsExactly("attestation.rating.excuse.rated");
  }

  @Test
  @DisplayName("RAT-3 who does not come until the last day gets a 0 somebody types, and not before")
  void didNotCome() {
    RatingExcuse excuse = excuse();
    assertThatThrownBy(() -> excuse.didNotCome("teacher", UNTIL))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThatThrownBy(() -> excuse.didNotCome("director", UNTIL.plusDays(1)))
        .as("SOD-1")
        .isInstanceOf(RegistrarException.Refused.class);
    excuse.didNotCome("teacher", UNTIL.plusDays(1));
    assertThat(excuse.getScore()).isZero();
    assertThat(excuse.getScoredBy()).isEqualTo("teacher");
    assertThatThrownBy(() -> excuse.didNotCome("teacher", UNTIL.plusDays(2)))
        .isInstanceOf(RegistrarException.Refused.class);
    excuse.renew(
        new RatingExcuse.Basis("15", UNTIL.plusDays(2), UNTIL.plusDays(9), "still ill"),
        "director",
        Instant.EPOCH);
    assertThat(excuse.isMissed()).isFalse();
    assertThat(excuse.getScore()).as("another disposition takes the 0 back").isNull();
    excuse.rate(70, "teacher", UNTIL.plusDays(9));
    assertThat(excuse.getScore()).isEqualTo(70);
  }

  @Test
  @DisplayName("RAT-3 the control is taken until the last day, which a new disposition may move")
  void untilItsLastDay() {
    RatingExcuse excuse = excuse();
    assertThat(excuse.getScore()).isNull();
    assertThatThrownBy(() -> excuse.rate(70, "teacher", UNTIL.plusDays(1)))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThatThrownBy(() -> excuse.rate(101, "teacher", UNTIL))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThatThrownBy(() -> excuse.rate(null, "teacher", UNTIL))
        .isInstanceOf(RegistrarException.Refused.class);
    excuse.rate(70, "teacher", UNTIL);
    assertThat(excuse.getScore()).isEqualTo(70);
    excuse.renew(
        new RatingExcuse.Basis("15", TODAY, UNTIL.plusDays(5), "illness"),
        "director",
        Instant.EPOCH);
    excuse.rate(75, "teacher", UNTIL.plusDays(5));
    assertThat(excuse.getScore()).isEqualTo(75);
    assertThat(excuse.getDocumentNo()).isEqualTo("15");
  }

  @Test
  @DisplayName("SOD-1 who decided that a control is taken alone does not type its score")
  void whoDecidesTypesNothing() {
    RatingExcuse excuse = excuse();
    assertThatThrownBy(() -> excuse.rate(70, "director", TODAY))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(excuse.getScore()).isNull();
  }
}
