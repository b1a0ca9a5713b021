package kz.miras.registrar.registration.elective;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.elective.DemandSound.Demand;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandSoundTest {

  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2026, 9, 1));

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream()
        .map(one -> one.code().replace("registration.demand.", ""))
        .toList();
  }

  private static List<String> expected(String codes) {
    return codes == null || codes.isBlank() ? List.of() : Arrays.asList(codes.split(" "));
  }

  /** An elective of bachelors (true), of masters, or something compulsory (false). */
  private static Demand demand(int students, String elective) {
    return new Demand(students, !elective.equals("false"), !elective.equals("masters"));
  }

  @ParameterizedTest
  @CsvSource({
    "10, true, 1, 30, , ''",
    "9, true, 1, 30, , small",
    "9, true, 1, 30, УМС № 3, ''",
    "9, false, 1, 30, , ''",
    "9, masters, 1, 30, , ''",
    "20, true, 2, 15, , ''",
    "19, true, 2, 15, , small",
    "31, true, 1, 30, , few-seats",
    "31, true, 2, 30, , ''",
    "10, true, 0, 30, , no-groups",
    "10, true, 1, 0, , no-groups",
    "0, true, 1, 30, УМС № 3, nobody"
  })
  @DisplayName(
      "DEM-1 groups have a seat for everybody and are not too small, but by a decision; the minimum"
          + " binds electives of bachelors only")
  void opening(
      int students, String elective, int groups, int capacity, String reason, String codes) {
    assertThat(
            codes(DemandSound.opens(demand(students, elective), groups, capacity, reason, RULES)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({"30, false", "31, true"})
  @DisplayName("DEM-1 a group larger than usual is warned of, not refused")
  void largeGroups(int capacity, boolean warned) {
    Verdict verdict = DemandSound.opens(new Demand(25, true, true), 1, capacity, null, RULES);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .extracting(Refusal::code)
        .isEqualTo(warned ? List.of("registration.demand.large") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "30, 1", "31, 2", "60, 2", "61, 3", "0, 1"})
  @DisplayName("DEM-1 as many groups are proposed as the largest size needs")
  void proposedGroups(int students, int groups) {
    assertThat(DemandSound.groups(students, RULES)).isEqualTo(groups);
  }

  @ParameterizedTest
  @CsvSource({
    "4, true, too few, ''",
    "4, false, too few, compulsory",
    "4, masters, too few, compulsory",
    "4, true, ' ', reason",
    "0, false, , nobody compulsory reason"
  })
  @DisplayName("DEM-2 only an elective of bachelors is refused, with a reason")
  void refusal(int students, String elective, String reason, String codes) {
    assertThat(codes(DemandSound.refuses(demand(students, elective), reason)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "4, EN, RU, one teacher, ''",
    "4, EN, EN, one teacher, same-language",
    "4, EN, , one teacher, same-language",
    "4, EN, KK, , reason",
    "0, EN, KK, one teacher, nobody"
  })
  @DisplayName("DEM-3 a language joins another one, with a reason")
  void merging(int students, Language from, Language into, String reason, String codes) {
    assertThat(codes(DemandSound.merges(new Demand(students, true, true), from, into, reason)))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "12, , ''",
    "12, 2026-04-19, ''",
    "12, 2026-04-20, sent-today",
    "0, , nothing",
    "0, 2026-04-20, nothing"
  })
  @DisplayName("DEM-4 the demand of a term is sent when there is one, once a day at most")
  void sending(int choices, LocalDate last, String codes) {
    assertThat(codes(DemandSound.sends(choices, last, LocalDate.of(2026, 4, 20))))
        .isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({"false,2026-09-01,true", "false,2026-08-31,false", "true,2026-12-31,false"})
  @DisplayName(
      "DEM-4 demand is sent for terms to their last day, while their results are not closed")
  void termsAhead(boolean closed, LocalDate ends, boolean ahead) {
    assertThat(DemandSound.isAhead(closed, ends, LocalDate.of(2026, 9, 1))).isEqualTo(ahead);
  }
}
