package kz.miras.registrar.attestation.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.attestation.appeal.AppealCommission.Draft;
import kz.miras.registrar.attestation.appeal.AppealCommission.Seat;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommissionTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 12, 20);
  private static final LocalDate FROM = LocalDate.of(2025, 12, 22);
  private static final LocalDate TO = LocalDate.of(2026, 1, 20);

  private static Seat seat(CommissionOffice office, long teacher) {
    return new Seat(office, teacher, null);
  }

  private static Draft order(Seat... seats) {
    return new Draft("15-c", TODAY, 1L, FROM, TO, Arrays.asList(seats));
  }

  static Draft order() {
    return order(
        seat(CommissionOffice.CHAIR, 1),
        seat(CommissionOffice.MEMBER, 2),
        seat(CommissionOffice.MEMBER, 3),
        new Seat(CommissionOffice.SECRETARY, null, 9L));
  }

  private static List<String> codes(Draft order) {
    return order.judge(3, TODAY).refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("APL-2 an order names chair, two members or more and a secretary, each once")
  void members() {
    assertThat(codes(order())).isEmpty();
    assertThat(codes(order(seat(CommissionOffice.MEMBER, 2))))
        .containsExactly(
            "attestation.commission.chair",
            "attestation.commission.secretary",
            "attestation.commission.members");
    assertThat(order().judge(5, TODAY).refusals())
        .as("as many voters as the rules say")
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.args()).containsExactly(4));
    List<Seat> twice = new ArrayList<>(order().seats());
    twice.add(seat(CommissionOffice.MEMBER, 1));
    assertThat(codes(order(twice.toArray(new Seat[0]))))
        .containsExactly("attestation.commission.twice");
    List<Seat> empty = new ArrayList<>(order().seats());
    empty.add(new Seat(CommissionOffice.MEMBER, null, null));
    assertThat(codes(order(empty.toArray(new Seat[0]))))
        .containsExactly("attestation.commission.members");
  }

  @Test
  @DisplayName("APL-2 an order has a number, a day that has come, a term, and dates in order")
  void dates() {
    Draft nothing = new Draft(" ", null, null, null, null, order().seats());
    assertThat(codes(nothing))
        .containsExactly(
            "attestation.commission.order",
            "attestation.commission.order-date",
            "attestation.commission.term",
            "attestation.commission.dates");
    assertThat(codes(new Draft("1", TODAY.plusDays(1), 1L, TO, FROM, order().seats())))
        .containsExactly("attestation.commission.order-date", "attestation.commission.dates");
  }

  @Test
  @DisplayName("APL-2 the secretary keeps the protocol without a vote; the chair may keep it too")
  void offices() {
    assertThat(CommissionOffice.SECRETARY.votes()).isFalse();
    assertThat(CommissionOffice.SECRETARY.keepsProtocol()).isTrue();
    assertThat(CommissionOffice.CHAIR.votes() && CommissionOffice.CHAIR.keepsProtocol()).isTrue();
    assertThat(CommissionOffice.MEMBER.votes()).isTrue();
    assertThat(CommissionOffice.MEMBER.keepsProtocol()).isFalse();
  }

  @Test
  @DisplayName("APL-2 APL-9 a commission works within its dates and may end earlier")
  void inForce() {
    AppealCommission commission = new AppealCommission(order(), "office", Instant.EPOCH);
    assertThat(commission.judgeOn(FROM).isAllowed() && commission.judgeOn(TO).isAllowed()).isTrue();
    assertThat(commission.judgeOn(FROM.minusDays(1)).isAllowed()).isFalse();
    assertThat(commission.judgeOn(TO.plusDays(1)).refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.commission.not-in-force");
    assertThat(commission.judgeEnd(TO.plusDays(1)).isAllowed()).isFalse();
    assertThat(commission.judgeEnd(null).refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.commission.end");
    commission.endOn(FROM.plusDays(2));
    assertThat(commission.judgeOn(FROM.plusDays(3)).isAllowed()).isFalse();
    assertThat(commission.nextProtocol()).isEqualTo(1);
    assertThat(commission.nextProtocol()).isEqualTo(2);
  }
}
