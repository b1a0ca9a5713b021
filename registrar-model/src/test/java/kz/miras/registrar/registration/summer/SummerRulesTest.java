package kz.miras.registrar.registration.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.summer.SummerGroupSize.Wanted;
import kz.miras.registrar.registration.summer.SummerPlanSound.Planned;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SummerRulesTest {

  private static final LocalDate BEGINS = LocalDate.of(2027, 6, 21);
  private static final LocalDate FROM = LocalDate.of(2027, 5, 10);
  private static final LocalDate TO = LocalDate.of(2027, 6, 4);
  private static final LocalDate EARLY = LocalDate.of(2027, 5, 3);

  private static Planned plan(SummerStatus status) {
    return new Planned(status, 6, BEGINS, FROM, TO, 3, List.of());
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream()
        .map(Refusal::code)
        .map(code -> code.replace("registration.summer.", ""))
        .toList();
  }

  private static List<String> expected(String codes) {
    return codes == null || codes.isBlank() ? List.of() : Arrays.asList(codes.split(" "));
  }

  @Test
  @DisplayName("SUM-8 a complete draft is submitted in time")
  void completeDraftIsSubmitted() {
    assertThat(codes(SummerPlanSound.submits(plan(SummerStatus.DRAFT), 6, EARLY))).isEmpty();
    assertThat(codes(SummerPlanSound.submits(plan(SummerStatus.DRAFT), 6, FROM))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SummerStatus.class)
  @DisplayName("SUM-8 only a draft changes and is submitted")
  void onlyADraft(SummerStatus status) {
    boolean draft = status == SummerStatus.DRAFT;
    assertThat(SummerPlanSound.mayChange(status).isAllowed()).isEqualTo(draft);
    assertThat(SummerPlanSound.submits(plan(status), 6, EARLY).isAllowed()).isEqualTo(draft);
  }

  @Test
  @DisplayName("SUM-1 SUM-4 SUM-8 SUM-9 everything a plan lacks is told at once")
  void everythingAtOnce() {
    Planned poor =
        new Planned(
            SummerStatus.DRAFT, 5, BEGINS, null, null, 0, List.of(Level.BACHELOR, Level.MASTER));
    assertThat(codes(SummerPlanSound.submits(poor, 6, EARLY)))
        .containsExactly("dates", "dates", "short", "empty", "unpriced", "unpriced");
    assertThat(SummerPlanSound.submits(poor, 6, EARLY).refusals())
        .extracting(Refusal::rule)
        .containsExactly("SUM-9", "SUM-9", "SUM-1", "SUM-8", "SUM-4", "SUM-4");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-05-10, 2027-06-20, ''",
    "2027-05-10, 2027-05-10, ''",
    "2027-05-10, 2027-05-09, order",
    "2027-05-10, 2027-06-21, too-long",
    "2027-05-10, , dates",
    ", 2027-06-20, dates"
  })
  @DisplayName("SUM-9 applications begin before they end, and end before the semester begins")
  void dates(LocalDate from, LocalDate to, String code) {
    assertThat(codes(SummerPlanSound.dates(from, to, BEGINS))).isEqualTo(expected(code));
  }

  @ParameterizedTest
  @CsvSource({
    "SUBMITTED, order 7, 2027-05-03, ''",
    "SUBMITTED, order 7, 2027-05-10, ''",
    "SUBMITTED, order 7, 2027-05-11, late",
    "SUBMITTED, ' ', 2027-05-03, decision",
    "SUBMITTED, , 2027-05-03, decision",
    "DRAFT, order 7, 2027-05-03, not-submitted",
    "APPROVED, , 2027-05-11, not-submitted decision late"
  })
  @DisplayName("SUM-8 an approval names its decision and comes before applications open")
  void approval(SummerStatus status, String decision, LocalDate today, String codes) {
    assertThat(codes(SummerPlanSound.approves(status, decision, FROM, today)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED, PLANNED, false, false, 2027-05-10, ''",
    "APPROVED, OPENED, false, false, 2027-06-04, ''",
    "APPROVED, PLANNED, false, false, 2027-05-09, closed",
    "APPROVED, PLANNED, false, false, 2027-06-05, closed",
    "APPROVED, PLANNED, true, false, 2027-06-05, ''",
    "APPROVED, PLANNED, true, false, 2027-06-20, ''",
    "APPROVED, PLANNED, true, false, 2027-06-21, closed",
    "SUBMITTED, PLANNED, true, false, 2027-05-12, not-approved",
    "APPROVED, REFUSED, false, false, 2027-05-12, refused",
    "APPROVED, PLANNED, false, true, 2027-05-12, twice",
    "CLOSED, REFUSED, false, true, 2027-05-12, not-approved refused twice"
  })
  @DisplayName(
      "SUM-9 applications come while they are open, the office's until the term begins, once")
  void applications(
      SummerStatus status,
      SummerGroupStatus group,
      boolean office,
      boolean twice,
      LocalDate today,
      String codes) {
    assertThat(codes(SummerPlanSound.applies(plan(status), group, office, twice, today)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED, 2027-08-01, 0, 0, ''",
    "APPROVED, 2027-07-31, 0, 0, running",
    "APPROVED, 2027-08-01, 2, 0, undecided",
    "APPROVED, 2027-08-01, 0, 1, unposted",
    "DRAFT, 2027-07-31, 1, 3, not-approved running undecided unposted"
  })
  @DisplayName("SUM-10 a semester is closed when it is over, everything is decided and posted")
  void closing(SummerStatus status, LocalDate today, int undecided, int unposted, String codes) {
    assertThat(
            codes(
                SummerPlanSound.closes(
                    status, LocalDate.of(2027, 7, 31), undecided, unposted, today)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10, 1, 30, PLANNED, ''",
    "9, 10, 1, 30, PLANNED, below-minimum",
    "20, 10, 2, 15, PLANNED, ''",
    "19, 10, 2, 15, PLANNED, too-many-groups",
    "31, 10, 1, 30, PLANNED, few-seats",
    "31, 10, 2, 30, PLANNED, ''",
    "10, 10, 0, 30, PLANNED, no-groups",
    "10, 10, 1, 30, OPENED, decided",
    "5, 10, 2, 2, REFUSED, decided below-minimum too-many-groups few-seats"
  })
  @DisplayName("SUM-7 groups are opened from the minimum on, with a seat for everybody who applied")
  void opening(
      int applications,
      int minimum,
      int groups,
      int capacity,
      SummerGroupStatus status,
      String codes) {
    assertThat(
            codes(
                SummerGroupSize.opens(new Wanted(applications, minimum, groups, capacity), status)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "9, 25000, PLANNED, ''",
    "1, 25000, PLANNED, ''",
    "10, 25000, PLANNED, enough",
    "0, 25000, PLANNED, nobody",
    "9, , PLANNED, no-individual-price",
    "9, 25000, INDIVIDUAL, decided"
  })
  @DisplayName("SUM-7 fewer than the minimum have lessons of their own where these have a price")
  void individualLessons(
      int applications, BigDecimal price, SummerGroupStatus status, String codes) {
    assertThat(codes(SummerGroupSize.individual(applications, 10, price, status)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNED, few, ''",
    "OPENED, nobody has paid, ''",
    "REFUSED, few, decided",
    "PLANNED, ' ', reason"
  })
  @DisplayName("SUM-7 a discipline is given up with a reason, once")
  void refusal(SummerGroupStatus status, String reason, String codes) {
    assertThat(codes(SummerGroupSize.refuses(status, reason))).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @EnumSource(SummerPurpose.class)
  @DisplayName("SUM-2 what a purpose is studied as serves that purpose, tried before or not")
  void typesFitTheirPurpose(SummerPurpose purpose) {
    assertThat(purpose.fits(purpose.type(true))).isTrue();
    assertThat(purpose.fits(purpose.type(false))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(EnrolmentType.class)
  @DisplayName("SUM-2 the usual purpose of a type is one it serves")
  void usualPurposeFits(EnrolmentType type) {
    assertThat(SummerPurpose.usual(type).map(one -> one.fits(type)))
        .isNotEqualTo(Optional.of(false));
    assertThat(SummerPurpose.usual(type).isEmpty()).isEqualTo(type == EnrolmentType.MAIN);
  }

  @ParameterizedTest
  @EnumSource(SummerPurpose.class)
  @DisplayName("SUM-2 study in or with another university names it, nothing else has to")
  void universityNamed(SummerPurpose purpose) {
    boolean needed = purpose == SummerPurpose.OTHER_HEI || purpose == SummerPurpose.DOUBLE_DEGREE;
    for (String missing : new String[] {null, " ", "x".repeat(201)}) {
      assertThat(SummerPlanSound.elsewhere(purpose, missing).isAllowed()).isEqualTo(!needed);
    }
    assertThat(SummerPlanSound.elsewhere(purpose, "x".repeat(200)).isAllowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(SummerPurpose.class)
  @DisplayName("SUM-2 only study at another university is accepted without a seat, once")
  void acceptedElsewhere(SummerPurpose purpose) {
    for (SummerApplicationStatus status : SummerApplicationStatus.values()) {
      assertThat(SummerPlanSound.acceptsElsewhere(purpose, status).isAllowed())
          .isEqualTo(
              purpose == SummerPurpose.OTHER_HEI && status == SummerApplicationStatus.APPLIED);
    }
  }

  @Test
  @DisplayName("SUM-9 an application is taken back until it has become a seat")
  void takenBack() {
    for (SummerApplicationStatus status : SummerApplicationStatus.values()) {
      boolean active = status.isActive();
      assertThat(SummerPlanSound.withdraws(status, null).isAllowed()).isEqualTo(active);
      assertThat(SummerPlanSound.withdraws(status, EnrolmentStatus.REQUESTED).isAllowed())
          .isEqualTo(active);
      assertThat(SummerPlanSound.withdraws(status, EnrolmentStatus.ENROLLED).isAllowed()).isFalse();
    }
  }

  @Test
  @DisplayName("SUM-8 a discipline is in a draft once for each language")
  void proposedOnce() {
    assertThat(SummerPlanSound.proposes(SummerStatus.DRAFT, "LAW", false).isAllowed()).isTrue();
    assertThat(SummerPlanSound.proposes(SummerStatus.DRAFT, "LAW", true).refusals())
        .singleElement()
        .satisfies(one -> assertThat(one.code()).isEqualTo("registration.summer.there"));
    assertThat(SummerPlanSound.proposes(SummerStatus.APPROVED, "LAW", true).refusals()).hasSize(2);
  }
}
