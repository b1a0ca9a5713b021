package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is left of the credits of a term and of a choice block, before anything is refused. */
class CreditRoomTest {

  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2030-09-01T09:00:00+05:00");

  private static CreditRoom room(TermKind kind, WantedLine... wanted) {
    PlanFacts facts =
        PlanFacts.of(Level.BACHELOR, NOW)
            .term(kind, 15)
            .taken(
                List.of(
                    TakenLine.enrolled("A", 10, EnrolmentType.MAIN, List.of()),
                    TakenLine.waiting("B", 5, EnrolmentType.ADDITIONAL, null),
                    TakenLine.enrolled("C", 5, EnrolmentType.RETAKE, List.of())))
            .build();
    return CreditRoom.of(List.of(wanted), facts, RULES);
  }

  @Test
  @DisplayName("REG-8 taken, waited for and wanted credits count; what is repeated counts apart")
  void creditsLeft() {
    CreditRoom room =
        room(
            TermKind.REGULAR,
            WantedLine.of("D", 3).build(),
            WantedLine.of("E", 6).as(EnrolmentType.DEBT).build());

    assertThat(room).isEqualTo(new CreditRoom(18, 20, 30, 36, 11, 15));
    assertThat(room.left()).isEqualTo(12);
    assertThat(room.apartLeft()).isEqualTo(4);
    assertThat(room.isBelowLeast()).isFalse();
  }

  @Test
  @DisplayName("REG-8 REG-14 REG-18 the limits are told before they are met")
  void limits() {
    assertThat(room(TermKind.REGULAR, WantedLine.of("D", 15).build()).isBeyondUsual()).isFalse();
    CreditRoom usual = room(TermKind.REGULAR, WantedLine.of("D", 16).build());
    assertThat(usual.isBeyondUsual()).isTrue();
    assertThat(usual.left()).isZero();
    CreditRoom most = room(TermKind.REGULAR, WantedLine.of("D", 22).build());
    assertThat(most.isBeyondMost()).isTrue();
    assertThat(most.isBeyondUsual()).isFalse();
    assertThat(
            room(TermKind.REGULAR, WantedLine.of("D", 11).as(EnrolmentType.RETAKE).build())
                .isBeyondApart())
        .isTrue();
    assertThat(new CreditRoom(14, 20, 30, 36, 5, 15).isBelowLeast()).isTrue();
  }

  @Test
  @DisplayName("SUM-3 in the summer one limit counts for everything")
  void summer() {
    assertThat(room(TermKind.SUMMER)).isEqualTo(new CreditRoom(20, 0, 15, 15, 0, 0));
  }

  @Test
  @DisplayName("REG-19 a choice closes what has no room beside it")
  void choiceCloses() {
    Map<String, Integer> credits = new LinkedHashMap<>();
    credits.put("A", 5);
    credits.put("B", 5);
    credits.put("C", 3);

    ChoiceRoom nothing = new ChoiceRoom(8, credits, Set.of());
    assertThat(nothing.closedBy("A")).containsExactly("B");
    assertThat(nothing.closedBy("C")).isEmpty();

    ChoiceRoom one = new ChoiceRoom(8, credits, Set.of("A"));
    assertThat(one.fits("B")).isFalse();
    assertThat(one.fits("C")).isTrue();
    assertThat(one.closedBy("A")).containsExactly("B");
    assertThat(one.isFull()).isFalse();

    ChoiceRoom full = new ChoiceRoom(8, credits, Set.of("A", "C"));
    assertThat(full.isFull()).isTrue();
    assertThat(full.closedBy("C")).as("B has no room beside A either").isEmpty();
    assertThat(full.closedBy("A")).containsExactly("B");
  }
}
