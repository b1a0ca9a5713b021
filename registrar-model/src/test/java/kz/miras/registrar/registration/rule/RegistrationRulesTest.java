package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases, and what a table cannot show. */
class RegistrationRulesTest {

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final PlanFacts facts =
      PlanFacts.of(Level.BACHELOR, ZonedDateTime.of(2025, 8, 15, 12, 0, 0, 0, ZoneId.of("UTC")))
          .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
          .build();

  @ParameterizedTest(name = "{0}")
  @MethodSource("kz.miras.registrar.registration.rule.RuleCase#all")
  @DisplayName(
      "REG-2 REG-4 REG-5 REG-6 REG-7 REG-8 REG-9 REG-10 REG-11 REG-14 to REG-22 SUM-1 to SUM-3 SUM-8"
          + " CTL-9 CTL-10 PAY-1 every case of the table is decided as it says")
  void decides(RuleCase expected) {
    Verdict verdict =
        RegistrationRules.judge(expected.wanted(), expected.facts(), expected.rules()).together();
    assertThat(answer(verdict)).isEqualTo(expected.answer());
    assertThat(reasons(verdict)).isEqualTo(expected.why());
  }

  @Test
  @DisplayName("the table has at least sixty cases, of every answer, and no case twice")
  void theTableIsLargeEnough() {
    List<RuleCase> cases = RuleCase.all().toList();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
    assertThat(cases).extracting(RuleCase::name).doesNotHaveDuplicates();
    assertThat(cases)
        .extracting(RuleCase::answer)
        .contains("allowed", "warned", "provisional", "refused");
  }

  @Test
  @DisplayName("REG-8 REG-14 over the whole space of credits, kinds and limits")
  void creditLimits() {
    for (EnrolmentType type : EnrolmentType.values()) {
      for (int before = 1; before <= 45; before++) {
        for (int credits = 1; credits <= 12; credits++) {
          PlanFacts taken =
              facts
                  .copy()
                  .taken(List.of(TakenLine.enrolled("BIO", before, type, List.of())))
                  .build();
          List<String> reasons =
              RegistrationRules.judge(
                      List.of(WantedLine.of("MAT", credits).as(type).build()), taken, rules)
                  .whole()
                  .refusals()
                  .stream()
                  .map(Refusal::rule)
                  .toList();
          int total = before + credits;
          int soft = type.hasOwnLimit() ? 15 : 30;
          int hard = type.hasOwnLimit() ? Integer.MAX_VALUE : 36;
          assertThat(reasons)
              .isEqualTo(total <= soft ? List.of() : List.of(total <= hard ? "REG-8" : "REG-14"));
        }
      }
    }
  }

  @Test
  @DisplayName("REG-7 over the whole space of electives asked for, filled, minors and one more")
  void minorsWithinTheElectives() {
    for (int filled = 0; filled <= 15; filled++) {
      for (int minors = 0; minors <= 10; minors++) {
        for (int credits = 1; credits <= 12; credits++) {
          ElectiveRoom room =
              new ElectiveRoom(
                  Set.of("HIS"),
                  Map.of("A", 10, "NET", 5),
                  List.of(
                      new ElectiveRoom.Filled("WEB", "A", filled),
                      new ElectiveRoom.Filled("LAW", null, minors)));
          int left = 15 - Math.min(10, filled);
          assertThat(minor("MKT", credits, EnrolmentType.MINOR, room))
              .isEqualTo(minors + credits <= left ? List.of() : List.of("REG-7"));
          assertThat(minor("MKT", credits, EnrolmentType.ADDITIONAL, room)).isEmpty();
          assertThat(minor("NET", credits, EnrolmentType.MINOR, room)).isEmpty();
          assertThat(minor("HIS", credits, EnrolmentType.MINOR, room)).containsExactly("REG-7");
        }
      }
    }
  }

  private List<String> minor(String code, int credits, EnrolmentType type, ElectiveRoom room) {
    WantedLine line = WantedLine.of(code, credits).as(type).within(room, false).build();
    return RegistrationRules.judge(List.of(line), facts, rules).together().refusals().stream()
        .map(Refusal::rule)
        .toList();
  }

  @Test
  @DisplayName("a plan is answered line by line, and what concerns all of it once")
  void answersLineByLine() {
    PlanVerdict verdict =
        RegistrationRules.judge(
            List.of(
                WantedLine.of("MAT", 5).build(),
                WantedLine.of("PHY", 5).needs("CHE", NeededStanding.NONE).build(),
                WantedLine.of("BIO", 40).build()),
            facts,
            rules);
    assertThat(verdict.isAllowed()).isFalse();
    assertThat(verdict.whole().refusals()).extracting(Refusal::rule).containsExactly("REG-14");
    assertThat(verdict.lines())
        .extracting(line -> line.verdict().isAllowed())
        .containsExactly(true, false, true);
  }

  @Test
  @DisplayName(
      "REG-4 only electives of bachelors are refused by the office before they have groups")
  void refusedElectives() {
    for (Level level : Level.values()) {
      PlanFacts student =
          PlanFacts.of(level, facts.now())
              .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
              .build();
      WantedLine line =
          WantedLine.of("MAT", 5).in(Language.KK).chosenFrom("A").refused(true).build();
      assertThat(
              RegistrationRules.judge(List.of(line), student, rules).together().refusals().stream()
                  .map(Refusal::rule))
          .isEqualTo(level == Level.BACHELOR ? List.of("REG-4") : List.of());
    }
  }

  @Test
  @DisplayName("nobody sets aside status, hard limit, once, seats, attempts or the law on summers")
  void whatNobodySetsAside() {
    assertThat(RegistrationRules.waivable())
        .containsExactlyInAnyOrder(
            "REG-2", "REG-6", "REG-8", "REG-11", "REG-15", "REG-16", "REG-17", "REG-19", "REG-20",
            "SUM-3");
  }

  private static String answer(Verdict verdict) {
    if (!verdict.isAllowed()) {
      return "refused";
    }
    if (verdict.provisional()) {
      return "provisional";
    }
    return verdict.warnings().isEmpty() ? "allowed" : "warned";
  }

  /** Refusals, then warnings: rule, last part of the code, figures. */
  private static String reasons(Verdict verdict) {
    return Stream.concat(verdict.refusals().stream(), verdict.warnings().stream())
        .map(
            reason ->
                reason.rule()
                    + " "
                    + reason.code().substring("registration.".length())
                    + reason.args().stream()
                        .map(arg -> " " + (arg instanceof LessonTime.Weekday w ? w.day() : arg))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(", "));
  }
}
