package kz.miras.registrar.attestation.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AttestationOrderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate YEAR_FROM = LocalDate.of(2025, 9, 1);
  private static final LocalDate YEAR_TO = LocalDate.of(2026, 6, 30);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, YEAR_FROM);
  private static final MeetingPlan.Held FREE = new MeetingPlan.Held(false, 0);

  private static AttestationSeat teacher(CommissionOffice office, long key) {
    return new AttestationSeat(office, key, null, null, null);
  }

  private static AttestationSeat outside(CommissionOffice office, String name) {
    return new AttestationSeat(office, null, null, name, "director of a plant");
  }

  private static List<AttestationSeat> five() {
    return List.of(
        teacher(CommissionOffice.CHAIR, 1),
        teacher(CommissionOffice.MEMBER, 2),
        teacher(CommissionOffice.MEMBER, 3),
        outside(CommissionOffice.MEMBER, "Ким В. А."),
        outside(CommissionOffice.MEMBER, "Ли Р. О."),
        new AttestationSeat(CommissionOffice.SECRETARY, null, 9L, null, null));
  }

  private static AttestationOrder order(LocalDate from, LocalDate to, List<AttestationSeat> seats) {
    return new AttestationOrder(
        "АК-1",
        2025,
        Set.of(7L),
        "41-с",
        TODAY.minusDays(10),
        "4",
        TODAY.minusDays(12),
        from,
        to,
        seats);
  }

  private static List<String> codes(AttestationOrder order) {
    return codes(order.judge(5, YEAR_FROM, YEAR_TO, TODAY));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static AttestationOrder of(List<AttestationSeat> seats) {
    return order(TODAY, TODAY.plusDays(40), seats);
  }

  private static List<AttestationSeat> with(AttestationSeat... more) {
    List<AttestationSeat> seats = new ArrayList<>(five());
    seats.addAll(Arrays.asList(more));
    return seats;
  }

  @Test
  @DisplayName("AK-1 a commission is of programmes and works within one academic year")
  void year() {
    assertThat(codes(of(five()))).isEmpty();
    assertThat(codes(order(YEAR_FROM.minusDays(1), TODAY, five())))
        .containsExactly("attestation.ak.outside-year");
    assertThat(codes(order(TODAY, YEAR_TO.plusDays(1), five())))
        .containsExactly("attestation.ak.outside-year");
    assertThat(codes(order(TODAY, TODAY.minusDays(1), five())))
        .containsExactly("attestation.ak.dates");
    assertThat(codes(of(five()).judge(5, null, null, TODAY)))
        .containsExactly("attestation.ak.year");
    AttestationOrder bare =
        new AttestationOrder(
            " ", null, Set.of(), null, TODAY.plusDays(1), "", null, null, null, five());
    assertThat(codes(bare))
        .containsExactly(
            "attestation.ak.designation",
            "attestation.ak.programmes",
            "attestation.ak.order",
            "attestation.ak.order-date",
            "attestation.ak.council",
            "attestation.ak.year");
  }

  @Test
  @DisplayName(
      "AK-3 chair and secretary can sign in, so many vote as the rules say, each is named once; the"
          + " secretary is no voter")
  void members() {
    assertThat(codes(of(five()).judge(6, YEAR_FROM, YEAR_TO, TODAY)))
        .containsExactly("attestation.ak.members");
    assertThat(codes(of(five().subList(1, 6))))
        .containsExactly("attestation.ak.chair", "attestation.ak.members");
    assertThat(codes(of(with(outside(CommissionOffice.CHAIR, "Ким Р. О.")))))
        .containsExactly("attestation.ak.chair");
    assertThat(codes(of(with(teacher(CommissionOffice.SECRETARY, 4)))))
        .containsExactly("attestation.ak.secretary");
    assertThat(codes(of(with(teacher(CommissionOffice.MEMBER, 1)))))
        .containsExactly("attestation.ak.twice");
    AttestationSeat both = new AttestationSeat(CommissionOffice.MEMBER, 5L, 6L, " ", " ");
    assertThat(codes(of(with(both)))).containsExactly("attestation.ak.twice");
    AttestationSeat nobody = new AttestationSeat(CommissionOffice.MEMBER, null, null, " ", "post");
    assertThat(codes(of(with(nobody)))).isEmpty();
  }

  @Test
  @DisplayName("AK-3 the decision of the council comes before the order")
  void council() {
    AttestationOrder late =
        new AttestationOrder(
            "АК-1",
            2025,
            Set.of(7L),
            "41-с",
            TODAY.minusDays(10),
            "4",
            TODAY.minusDays(9),
            TODAY,
            TODAY,
            five());
    assertThat(codes(late)).containsExactly("attestation.ak.council");
  }

  @Test
  @DisplayName("AK-3 what is typed fits where it is kept")
  void fits() {
    AttestationOrder wide =
        new AttestationOrder(
            "А".repeat(51),
            2025,
            Set.of(7L),
            "4".repeat(51),
            TODAY.minusDays(10),
            "4".repeat(51),
            TODAY.minusDays(12),
            TODAY,
            TODAY,
            with(outside(CommissionOffice.MEMBER, "К".repeat(201))));
    assertThat(wide.judge(5, YEAR_FROM, YEAR_TO, TODAY).refusals())
        .extracting(Refusal::code, Refusal::field)
        .containsExactly(
            tuple("field.too-long", "designation"),
            tuple("field.too-long", "order_no"),
            tuple("field.too-long", "council"),
            tuple("field.too-long", "members"));
  }

  private static MeetingPlan meeting(LocalTime from, LocalTime to, String place, int before) {
    return new MeetingPlan(
        DefenceKind.DEFENCE, TODAY, from, to, place, "12-р", TODAY.minusDays(before));
  }

  @Test
  @DisplayName(
      "AK-1 AK-8 a meeting is on a day of the commission, with hours of its own and a place")
  void meeting() {
    MeetingPlan whole = meeting(LocalTime.of(9, 0), LocalTime.of(13, 0), " A-201 ", 14);
    assertThat(whole.onDayOf(TODAY, TODAY).isAllowed()).isTrue();
    assertThat(codes(whole.onDayOf(TODAY.plusDays(1), TODAY.plusDays(2))))
        .containsExactly("attestation.ak.meeting-day");
    assertThat(codes(whole.onDayOf(TODAY.minusDays(2), TODAY.minusDays(1))))
        .containsExactly("attestation.ak.meeting-day");
    assertThat(whole.judge(RULES, FREE).isAllowed()).isTrue();
    assertThat(codes(whole.judge(RULES, new MeetingPlan.Held(true, 0))))
        .containsExactly("attestation.ak.meeting-taken");
    assertThat(codes(meeting(LocalTime.NOON, LocalTime.NOON, " ", 13).judge(RULES, FREE)))
        .containsExactly(
            "attestation.ak.meeting-hours",
            "attestation.ak.meeting-place",
            "attestation.ak.admission-late");
    assertThat(codes(meeting(null, null, "A".repeat(101), 14).judge(RULES, FREE)))
        .containsExactly("attestation.ak.meeting-hours", "field.too-long");
    assertThat(
            codes(new MeetingPlan(null, null, null, null, null, null, null).onDayOf(TODAY, TODAY)))
        .containsExactly("attestation.ak.meeting-day");
  }

  @Test
  @DisplayName("AK-4 a commission works six academic hours a day at most, its meetings together")
  void sixHours() {
    MeetingPlan five = meeting(LocalTime.of(9, 0), LocalTime.of(14, 0), "A-201", 14);
    assertThat(five.judge(RULES, FREE).isAllowed()).as("300 minutes are six hours").isTrue();
    Refusal refusal =
        five.judge(RULES, new MeetingPlan.Held(false, 25)).refusals().stream()
            .findFirst()
            .orElseThrow();
    assertThat(refusal.code()).isEqualTo("attestation.ak.day-hours");
    assertThat(refusal.rule()).isEqualTo("AK-4");
    assertThat(refusal.args().toString()).isEqualTo("[6, 6.5, 50]");
    assertThat(
            codes(meeting(LocalTime.of(9, 0), LocalTime.of(14, 1), "A-201", 14).judge(RULES, FREE)))
        .containsExactly("attestation.ak.day-hours");
  }

  @Test
  @DisplayName("AK-5 two thirds of those who vote, chair and secretary have to be there")
  void quorum() {
    assertThat(new CommissionQuorum(5, 4, true, true).judge(RULES).isAllowed()).isTrue();
    assertThat(new CommissionQuorum(5, 4, true, true).needed(RULES)).isEqualTo(4);
    assertThat(codes(new CommissionQuorum(5, 3, true, true).judge(RULES)))
        .containsExactly("attestation.ak.quorum");
    assertThat(codes(new CommissionQuorum(6, 4, false, false).judge(RULES)))
        .containsExactly("attestation.ak.chair-absent", "attestation.ak.secretary-absent");
  }

  @Test
  @DisplayName("AK-5 the majority carries, where votes are equal the chair does")
  void votes() {
    assertThat(new CommissionQuorum(5, 4, true, true).carries(2).isAllowed()).isTrue();
    assertThat(new CommissionQuorum(5, 5, true, true).carries(2).isAllowed()).isTrue();
    assertThat(codes(new CommissionQuorum(5, 5, true, true).carries(3)))
        .containsExactly("attestation.ak.outvoted");
    assertThat(codes(new CommissionQuorum(5, 5, true, true).carries(-1)))
        .containsExactly("attestation.ak.outvoted");
  }
}
