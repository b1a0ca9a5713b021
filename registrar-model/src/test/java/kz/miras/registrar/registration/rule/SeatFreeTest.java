package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatFreeTest {

  /** Allowed, or rule, last words of the code and figures. */
  private static String said(Verdict verdict) {
    String reasons =
        Stream.concat(verdict.refusals().stream(), verdict.warnings().stream())
            .map(
                reason ->
                    reason.rule()
                        + " "
                        + reason.code().substring("registration.".length())
                        + reason.args().stream()
                            .map(arg -> " " + arg)
                            .collect(Collectors.joining()))
            .collect(Collectors.joining(", "));
    String answer = verdict.isAllowed() ? "allowed" : "refused";
    return reasons.isEmpty() ? answer : answer + " " + reasons;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the last seat                                     | true  | true  | 0 | allowed
          a seat for whoever does not wait                  | true  | false | 0 | allowed
          the thirty-first in a group of thirty waits first | false | true  | 0 | allowed REG-3 waits S 1
          three wait already                                | false | true  | 3 | allowed REG-3 waits S 4
          the thirty-first does not want to wait            | false | false | 0 | refused REG-3 full S
          nor behind three                                  | false | false | 3 | refused REG-3 full S
          """)
  @DisplayName("REG-3 a full section takes nobody, whoever waits is told the place")
  void seats(String what, boolean free, boolean mayWait, int waiting, String expected) {
    assertThat(said(SeatFree.judge("S", free, mayWait, waiting, 0))).as(what).isEqualTo(expected);
  }

  @Test
  @DisplayName("REG-3 REG-33 who waits for any group is told so, with the place in the planned one")
  void anyGroup() {
    assertThat(said(SeatFree.judge("S", false, true, 3, 2)))
        .isEqualTo("allowed REG-3 waits-any S 4 2");
    assertThat(said(SeatFree.judge("S", false, false, 3, 2))).isEqualTo("refused REG-3 full S");
  }

  @Test
  @DisplayName("REG-3 without an open section there is no seat")
  void noSection() {
    assertThat(said(SeatFree.noSection("MAT-1"))).isEqualTo("refused REG-3 no-section MAT-1");
  }

  @Test
  @DisplayName("REG-30 all or nothing: a line goes with the others, and says where it is the one")
  void allOrNothing() {
    assertThat(said(SeatFree.allOrNothing("MAT", true, false))).isEqualTo("allowed");
    assertThat(said(SeatFree.allOrNothing("MAT", false, false)))
        .isEqualTo("refused REG-30 all-or-nothing MAT");
    assertThat(said(SeatFree.allOrNothing("MAT", false, true)))
        .isEqualTo("refused REG-30 all-or-nothing.waits MAT");
  }

  @Test
  @DisplayName("REG-32 a key answers the request it came with, and refuses another one")
  void oneRequestOneKey() {
    assertThat(SubmittedOnce.again(new byte[] {1, 2}, new byte[] {1, 2}))
        .isEqualTo(Verdict.allowed());
    assertThat(SubmittedOnce.again(new byte[] {1, 2}, new byte[] {1, 3}).refusals())
        .containsExactly(Refusal.of("registration.key-reused", "REG-32").at("Idempotency-Key"));
  }

  @Test
  @DisplayName("REG-10 a file says again what stands there, it does not change it")
  void fileSaysItAgain() {
    assertThat(TakenOnce.again("LAW-1", true)).isEqualTo(Verdict.allowed());
    assertThat(TakenOnce.again("LAW-1", false).refusals())
        .containsExactly(Refusal.of("registration.already", "REG-10", "LAW-1").at("student_no"));
  }
}
