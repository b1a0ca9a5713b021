package kz.miras.registrar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LetterTermTest {

  /** A Friday; the Monday and Tuesday after it are free. */
  private static final LocalDate FRIDAY = LocalDate.of(2222, 3, 22);

  private static final LocalDate TODAY = FRIDAY;
  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final WorkingDays calendar =
      new WorkingDays(Set.of(FRIDAY.plusDays(3), FRIDAY.plusDays(4)), Set.of());
  private final LetterTerm term = new LetterTerm(rules, calendar);

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("LTR-5 an appeal is due after fifteen working days, holidays and weekends left out")
  void appeal() {
    // 15 working days from Friday: 3 of the short week, then two weeks, then 2 more
    assertThat(term.legal(LetterKind.APPEAL, FRIDAY)).isEqualTo(LocalDate.of(2222, 4, 16));
    assertThat(term.legal(LetterKind.COMPLAINT, FRIDAY)).isEqualTo(LocalDate.of(2222, 4, 16));
    assertThat(term.legal(LetterKind.LETTER, FRIDAY)).isNull();
    RuleSet shorter = rules.with(RuleParameter.LETTER_APPEAL_WORKING_DAYS, "1");
    assertThat(new LetterTerm(shorter, calendar).legal(LetterKind.APPEAL, FRIDAY))
        .isEqualTo(FRIDAY.plusDays(5));
  }

  @Test
  @DisplayName("LTR-5 a resolution says what, who and by when, and no later than the law")
  void resolution() {
    LocalDate legal = LocalDate.of(2222, 4, 16);
    List<String> one = List.of("anna");
    assertThat(codes(term.resolves("Answer.", one, legal, legal, true, TODAY))).isEmpty();
    assertThat(codes(term.resolves("Answer.", one, null, null, false, TODAY))).isEmpty();
    assertThat(codes(term.resolves(" ", List.of(), null, null, true, TODAY)))
        .containsExactly(
            "correspondence.resolution-words",
            "correspondence.executor-needed",
            "correspondence.due-needed");
    assertThat(codes(term.resolves("Answer.", one, legal.plusDays(1), legal, false, TODAY)))
        .containsExactly("correspondence.due-legal");
    assertThat(codes(term.resolves("Answer.", one, TODAY.minusDays(1), null, false, TODAY)))
        .containsExactly("correspondence.due-past");
    assertThat(codes(term.resolves("Answer.", one, FRIDAY.plusDays(3), null, false, TODAY)))
        .as("a holiday")
        .containsExactly("correspondence.due-free");
    assertThat(codes(term.resolves("Late.", one, TODAY, TODAY.minusDays(2), false, TODAY)))
        .as("what is late already is still resolved")
        .isEmpty();
  }

  @Test
  @DisplayName("LTR-6 a term is moved to a later working day with a reason")
  void extension() {
    LocalDate later = LocalDate.of(2222, 4, 17);
    LetterState state = LetterState.IN_WORK;
    assertThat(codes(term.extend(state, false, FRIDAY, later, "waits for the ministry"))).isEmpty();
    assertThat(codes(term.extend(state, false, FRIDAY, FRIDAY, "x")))
        .containsExactly("correspondence.extend-later");
    assertThat(codes(term.extend(state, false, FRIDAY, FRIDAY.plusDays(4), "")))
        .containsExactly("correspondence.due-free", "correspondence.extend-reason");
    assertThat(codes(term.extend(state, false, null, later, "x")))
        .containsExactly("correspondence.no-term");
    assertThat(codes(term.extend(LetterState.FILED, false, FRIDAY, later, "x")))
        .containsExactly("correspondence.step");
  }

  @Test
  @DisplayName("LTR-12 an enquiry says what, whom and by when; five working days are usual")
  void enquiry() {
    assertThat(term.enquiry(FRIDAY)).isEqualTo(LocalDate.of(2222, 4, 2));
    assertThat(codes(term.asks("The list, please.", true, LocalDate.of(2222, 4, 2), TODAY)))
        .isEmpty();
    assertThat(codes(term.asks("", false, null, TODAY)))
        .containsExactly(
            "correspondence.enquiry-words",
            "correspondence.enquiry-whom",
            "correspondence.enquiry-due");
    assertThat(codes(term.asks("The list.", true, FRIDAY.plusDays(1), TODAY)))
        .containsExactly("correspondence.due-free");
  }

  @Test
  @DisplayName("LTR-13 reminders go two working days before, on the day and each working day after")
  void reminders() {
    LocalDate due = LocalDate.of(2222, 3, 28);
    assertThat(term.reminds(due, FRIDAY)).as("two working days before, over holidays").isTrue();
    assertThat(term.reminds(due, FRIDAY.minusDays(1))).isFalse();
    assertThat(term.reminds(due, FRIDAY.plusDays(3))).as("nobody works").isFalse();
    assertThat(term.reminds(due, due.minusDays(1))).isFalse();
    assertThat(term.reminds(due, due)).isTrue();
    assertThat(term.reminds(due, due.plusDays(1))).isTrue();
    assertThat(term.reminds(due, due.plusDays(2))).as("Saturday").isFalse();
  }
}
