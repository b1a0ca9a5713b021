package kz.miras.registrar.attestation.retake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScheduleSoundTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final RuleSet RULES =
      RuleSet.defaults(Level.BACHELOR, LocalDate.parse("2025-09-01"));
  private static final byte[] SCAN = "%PDF-1.7 certificate".getBytes(StandardCharsets.US_ASCII);
  private static final RowScores ADMITTED = RowScores.ratings(60, 60);
  private static final Instant BEFORE = Instant.parse("2026-01-06T03:00:00Z");

  private static final LocalDate IN_TIME = LocalDate.parse("2026-01-09");

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  /** An exam of Saturday, 10 January 2026, at nine; the 7th is a holiday. */
  private static SittingClock clock() {
    WorkingDays days = new WorkingDays(Set.of(LocalDate.parse("2026-01-07")), Set.of());
    return SittingClock.of(
        LocalDate.parse("2026-01-10"), LocalTime.parse("09:00"), RULES, () -> days, ALMATY);
  }

  @Test
  @DisplayName("EXM-7 a reason in words, a certificate and an exam are needed, all said at once")
  void asked() {
    assertThat(codes(ScheduleSound.asked(null, false, " ", null, 0)))
        .containsExactly(
            "attestation.schedule.reason",
            "attestation.schedule.file",
            "attestation.schedule.exams");
    assertThat(ScheduleSound.asked(ScheduleReason.ILLNESS, false, "flu", SCAN, 1).isAllowed())
        .isTrue();
    assertThat(
            codes(
                ScheduleSound.asked(ScheduleReason.ILLNESS, false, "flu", new byte[] {1, 2, 3}, 1)))
        .as("no scan")
        .containsExactly("attestation.schedule.file");
    assertThat(
            codes(
                ScheduleSound.asked(
                    ScheduleReason.ILLNESS, false, "flu", new byte[ScanType.LIMIT + 1], 1)))
        .containsExactly("attestation.schedule.file");
    assertThat(sized(1000)).isEmpty();
    assertThat(sized(1001)).containsExactly("field.too-long");
  }

  private static List<String> sized(int length) {
    return codes(ScheduleSound.asked(ScheduleReason.ILLNESS, false, "x".repeat(length), SCAN, 1));
  }

  @Test
  @DisplayName("EXM-7 an exam whose request waits for a decision is not asked for again")
  void again() {
    assertThat(codes(ScheduleSound.again("1", true))).containsExactly("attestation.schedule.twice");
    assertThat(ScheduleSound.again("1", false).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("EXM-9 an early session is for mobility and practice abroad, and rests on an order")
  void earlyReason() {
    for (ScheduleReason reason : ScheduleReason.values()) {
      assertThat(ScheduleSound.asked(reason, true, "abroad", SCAN, 1).isAllowed())
          .isEqualTo(reason == ScheduleReason.MOBILITY || reason == ScheduleReason.PRACTICE);
    }
    LocalDate day = LocalDate.parse("2026-01-05");
    for (BasisDocument.Type type : BasisDocument.Type.values()) {
      BasisDocument basis = new BasisDocument(type, "7", day, "abroad");
      assertThat(ScheduleSound.approved(true, false, basis).isAllowed())
          .isEqualTo(type == BasisDocument.Type.ORDER);
      assertThat(ScheduleSound.approved(false, false, basis).isAllowed()).isTrue();
    }
    assertThat(
            codes(
                ScheduleSound.approved(
                    true, false, new BasisDocument(BasisDocument.Type.MEMO, "7", day, "abroad"))))
        .containsExactly("attestation.schedule.order");
  }

  @Test
  @DisplayName(
      "EXM-7 an exam of Saturday is put off to the end of Wednesday, by who did not sit it")
  void later() {
    assertThat(later(ADMITTED, false, false, "2026-01-14T18:59:59Z")).isEmpty();
    assertThat(later(ADMITTED, false, false, "2026-01-14T19:00:00Z"))
        .containsExactly("attestation.schedule.late");
    assertThat(later(ADMITTED, false, false, "2026-01-06T03:00:00Z")).as("before it").isEmpty();
    assertThat(later(RowScores.of(60, 60, Mark.AB), true, false, "2026-01-12T03:00:00Z"))
        .as("a posted no-show")
        .isEmpty();
    assertThat(later(RowScores.of(60, 60, 70), false, false, "2026-01-12T03:00:00Z"))
        .containsExactly("attestation.schedule.no-absence");
    assertThat(later(ADMITTED, false, true, "2026-01-12T03:00:00Z"))
        .as("excused before")
        .containsExactly("attestation.schedule.no-absence");
    assertThat(codes(ScheduleSound.gone("1"))).containsExactly("attestation.schedule.no-absence");
  }

  private static List<String> later(RowScores row, boolean posted, boolean excused, String now) {
    return codes(ScheduleSound.later("1", clock(), row, posted, excused, Instant.parse(now)));
  }

  @Test
  @DisplayName(
      "EXM-9 an exam is taken early before it begins, by who is admitted by a published rating")
  void early() {
    assertThat(early(ADMITTED, false, true, BEFORE)).isEmpty();
    assertThat(early(ADMITTED, false, true, Instant.parse("2026-01-10T04:00:00Z")))
        .as("nine in Almaty")
        .containsExactly("attestation.schedule.begun");
    assertThat(early(ADMITTED, true, true, BEFORE)).containsExactly("attestation.schedule.begun");
    assertThat(early(RowScores.ratings(49, 49), false, true, BEFORE))
        .containsExactly("attestation.schedule.not-admitted");
    assertThat(early(ADMITTED, false, false, BEFORE))
        .as("a draft would be frozen")
        .containsExactly("attestation.schedule.rating-draft");
    RowScores none = new RowScores(null, null, null, null);
    assertThat(codes(ScheduleSound.early("1", clock(), none, false, false, null, BEFORE)))
        .as("a control without ratings")
        .isEmpty();
  }

  private static List<String> early(RowScores row, boolean posted, boolean published, Instant now) {
    return codes(ScheduleSound.early("1", clock(), row, posted, published, RULES, now));
  }

  private static IndividualSchedule schedule() {
    return new IndividualSchedule(
        1,
        2,
        ScheduleReason.ILLNESS,
        false,
        "flu",
        "student",
        BEFORE,
        LocalDate.parse("2026-01-09"));
  }

  @Test
  @DisplayName(
      "EXM-7 the dean agrees, then another person decides; neither asked or is the student")
  void steps() {
    IndividualSchedule schedule = schedule();
    assertThat(codes(schedule.judgeDecision("senior", null, IN_TIME)))
        .as("the dean first")
        .containsExactly("attestation.schedule.state");
    assertThat(schedule.judgeAgreement("dean", 9L).isAllowed()).isTrue();
    assertThat(codes(schedule.judgeAgreement("student", null)))
        .containsExactly("attestation.schedule.own");
    assertThat(codes(schedule.judgeAgreement("dean", 1L)))
        .as("the dean studies here, and it is the own one")
        .containsExactly("attestation.schedule.own");
    schedule.agree(true, null, "dean", BEFORE);
    assertThat(codes(schedule.judgeAgreement("dean", null)))
        .containsExactly("attestation.schedule.state");
    for (String earlier : List.of("student", "dean")) {
      assertThat(codes(schedule.judgeDecision(earlier, null, IN_TIME)))
          .containsExactly("attestation.schedule.own");
    }
    assertThat(codes(schedule.judgeDecision("senior", 1L, IN_TIME)))
        .containsExactly("attestation.schedule.own");
    assertThat(schedule.judgeDecision("senior", null, IN_TIME).isAllowed()).isTrue();
    schedule.approve(
        new BasisDocument(
            BasisDocument.Type.DECISION, " 12 ", LocalDate.parse("2026-01-06"), "flu"),
        LocalDate.parse("2026-01-19"),
        LocalDate.parse("2026-01-23"),
        "senior",
        BEFORE);
    assertThat(schedule.getDocumentNo()).isEqualTo("12");
    assertThat(codes(schedule.judgeDecision("senior", null, IN_TIME)))
        .containsExactly("attestation.schedule.state");
  }

  @Test
  @DisplayName("EXM-7 past its day the office decides without the dean, on an order")
  void withoutTheDean() {
    IndividualSchedule schedule = schedule();
    LocalDate after = IN_TIME.plusDays(1);
    assertThat(schedule.judgeDecision("senior", null, after).isAllowed()).isTrue();
    assertThat(codes(schedule.judgeDecision("student", null, after)))
        .containsExactly("attestation.schedule.own");
    BasisDocument decision = new BasisDocument(BasisDocument.Type.DECISION, "12", IN_TIME, "flu");
    assertThat(codes(ScheduleSound.approved(false, true, decision)))
        .containsExactly("attestation.schedule.order-instead");
    assertThat(ScheduleSound.approved(false, false, decision).isAllowed()).isTrue();
    BasisDocument order = new BasisDocument(BasisDocument.Type.ORDER, "12", IN_TIME, "flu");
    assertThat(ScheduleSound.approved(false, true, order).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("EXM-7 who asked takes it back before it is decided, and nobody else")
  void withdrawal() {
    IndividualSchedule schedule = schedule();
    assertThat(codes(schedule.judgeWithdrawal("senior", null)))
        .containsExactly("attestation.schedule.not-asked");
    assertThat(schedule.judgeWithdrawal("other", 1L).isAllowed()).as("its student").isTrue();
    assertThat(schedule.judgeWithdrawal("student", null).isAllowed()).isTrue();
    schedule.withdraw("student", BEFORE);
    assertThat(schedule.getStatus()).isEqualTo(ScheduleStatus.WITHDRAWN);
    assertThat(codes(schedule.judgeWithdrawal("student", null)))
        .containsExactly("attestation.schedule.state");
    assertThat(codes(schedule.judgeDecision("senior", null, IN_TIME.plusDays(9))))
        .containsExactly("attestation.schedule.state");
  }

  @Test
  @DisplayName("EXM-7 an individual session has its days, and its sittings are on them")
  void session() {
    LocalDate from = LocalDate.parse("2026-01-19");
    LocalDate to = LocalDate.parse("2026-01-23");
    assertThat(ScheduleSound.session(from, to, to).isAllowed()).isTrue();
    assertThat(ScheduleSound.session(from, from, from).isAllowed()).isTrue();
    assertThat(codes(ScheduleSound.session(to, from, from)))
        .containsExactly("attestation.schedule.session");
    assertThat(codes(ScheduleSound.session(null, to, from)))
        .containsExactly("attestation.schedule.session");
    assertThat(codes(ScheduleSound.session(from, to, to.plusDays(1))))
        .as("nobody can sit in a session that is over")
        .containsExactly("attestation.schedule.session-over");
    assertThat(ScheduleSound.sits(from, from, to).isAllowed()).isTrue();
    assertThat(ScheduleSound.sits(to, from, to).isAllowed()).isTrue();
    assertThat(codes(ScheduleSound.sits(to.plusDays(1), from, to)))
        .containsExactly("attestation.schedule.outside");
    assertThat(codes(ScheduleSound.sits(from.minusDays(1), from, to)))
        .containsExactly("attestation.schedule.outside");
  }

  @Test
  @DisplayName("EXM-7 a no says why")
  void refusal() {
    assertThat(codes(IndividualSchedule.judgeRefusal(" ")))
        .containsExactly("attestation.schedule.why");
    assertThat(IndividualSchedule.judgeRefusal("no stamp").isAllowed()).isTrue();
    assertThat(IndividualSchedule.judgeRefusal("x".repeat(500)).isAllowed()).isTrue();
    assertThat(codes(IndividualSchedule.judgeRefusal("x".repeat(501))))
        .containsExactly("field.too-long");
    IndividualSchedule schedule = schedule();
    schedule.agree(false, " no stamp ", "dean", BEFORE);
    assertThat(schedule.getStatus()).isEqualTo(ScheduleStatus.DECLINED);
    assertThat(schedule.getNote()).isEqualTo("no stamp");
  }
}
