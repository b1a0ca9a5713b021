package kz.miras.registrar.achievement.stipend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.Ledger;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.achievement.stipend.StipendDecision.State;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.PastStanding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StipendTest {

  private static final List<Result> GOOD =
      new Ledger().add("S1", 5, "A").add("S2", 5, "C+").add("S3", 2, "P").results();
  private static final List<Result> EXCELLENT =
      new Ledger().add("S1", 5, "A").add("S2", 5, "A-").add("S3", 2, "P").results();

  private final StipendPolicy policy = new StipendPolicy(Ledger.rules());

  private static StipendFacts of(List<Result> session) {
    return of(session, List.of(), 0);
  }

  private static StipendFacts of(List<Result> session, List<String> pending, int debts) {
    return new StipendFacts(
        StudentStatus.STUDYING,
        Funding.GRANT,
        StudyForm.FULL_TIME,
        2,
        session,
        pending,
        List.of(),
        List.of(),
        session,
        debts);
  }

  private static StipendFacts who(StudentStatus status, Funding funding, StudyForm form) {
    return new StipendFacts(
        status, funding, form, 2, GOOD, List.of(), List.of(), List.of(), GOOD, 0);
  }

  private static StipendFacts excellent(int course, StudyForm form) {
    return new StipendFacts(
        StudentStatus.STUDYING,
        Funding.GRANT,
        form,
        course,
        EXCELLENT,
        List.of(),
        List.of(),
        List.of(),
        EXCELLENT,
        0);
  }

  private List<String> rules(StipendFacts student) {
    return policy.judge(student).verdict().refusals().stream().map(Refusal::rule).toList();
  }

  @Test
  @DisplayName("STP-1 only who studies full-time with a grant")
  void entitled() {
    assertThat(policy.judge(of(GOOD)).state()).isEqualTo(State.ELIGIBLE);
    assertThat(rules(who(StudentStatus.ON_LEAVE, Funding.GRANT, StudyForm.FULL_TIME)))
        .containsExactly("STP-1");
    assertThat(rules(who(StudentStatus.STUDYING, Funding.PAID, StudyForm.FULL_TIME)))
        .containsExactly("STP-1");
    assertThat(rules(who(StudentStatus.STUDYING, Funding.GRANT, StudyForm.DISTANCE)))
        .containsExactly("STP-1");
  }

  @Test
  @DisplayName("STP-2 C+ and P are enough, C and a failure are not; additional study does no harm")
  void letters() {
    assertThat(rules(of(new Ledger().add("S1", 5, "A").add("S2", 5, "C").results())))
        .containsExactly("STP-2");
    assertThat(rules(of(new Ledger().add("S1", 5, "FX").add("S2", 5, "F").results())))
        .containsExactly("STP-2", "STP-2");
    assertThat(rules(of(new Ledger().add("S1", 5, "NP").results()))).containsExactly("STP-2");
    Ledger military = new Ledger().add("S1", 5, "A").add("M", 5, "D").with(Trait.ADDITIONAL_STUDY);
    assertThat(rules(of(military.results()))).isEmpty();
  }

  @Test
  @DisplayName("STP-2 the criteria are data: where C is allowed, C is enough")
  void criteriaAreData() {
    RuleSet wider = Ledger.rules().with(RuleParameter.STIPEND_LETTERS, "A, A-, B+, B, B-, C+, C");
    StipendFacts student = of(new Ledger().add("S1", 5, "C").results());
    assertThat(new StipendPolicy(wider).judge(student).state()).isEqualTo(State.ELIGIBLE);
  }

  @Test
  @DisplayName("STP-3 a debt from an earlier term, unless the rules bear it")
  void debts() {
    assertThat(rules(of(GOOD, List.of(), 5))).containsExactly("STP-3");
    RuleSet mild = Ledger.rules().with(RuleParameter.STIPEND_MAX_DEBT_CREDITS, "5");
    assertThat(new StipendPolicy(mild).judge(of(GOOD, List.of(), 5)).state())
        .isEqualTo(State.ELIGIBLE);
    assertThat(new StipendPolicy(mild).judge(of(GOOD, List.of(), 6)).state())
        .isEqualTo(State.NOT_ELIGIBLE);
  }

  @Test
  @DisplayName(
      "STP-1 where the rules say so other forms of study are paid too; STP-1 still asks"
          + " for a grant")
  void otherForms() {
    RuleSet wider = Ledger.rules().with(RuleParameter.STIPEND_FULL_TIME_ONLY, "false");
    StipendPolicy all = new StipendPolicy(wider);
    assertThat(all.judge(who(StudentStatus.STUDYING, Funding.GRANT, StudyForm.DISTANCE)).state())
        .isEqualTo(State.ELIGIBLE);
    assertThat(all.judge(who(StudentStatus.STUDYING, Funding.PAID, StudyForm.DISTANCE)).state())
        .isEqualTo(State.NOT_ELIGIBLE);
  }

  @Test
  @DisplayName("STP-3 an I of the session whose last day has passed is a debt, not open for ever")
  void expired() {
    StipendFacts student =
        new StipendFacts(
            StudentStatus.STUDYING,
            Funding.GRANT,
            StudyForm.FULL_TIME,
            2,
            GOOD,
            List.of(),
            List.of("S9"),
            List.of(),
            GOOD,
            0);
    assertThat(policy.judge(student).state()).isEqualTo(State.NOT_ELIGIBLE);
    assertThat(rules(student)).containsExactly("STP-3");
  }

  @Test
  @DisplayName("STP-3 STP-4 an I of additional study neither leaves it open nor loses it")
  void additionalIncomplete() {
    Ledger session = new Ledger().add("S1", 5, "I").add("M", 5, "I").with(Trait.ADDITIONAL_STUDY);
    assertThat(StipendPolicy.pending(session.counted()))
        .extracting(Result::discipline)
        .containsExactly("S1");
  }

  @Test
  @DisplayName("STP-4 an I and a session without results leave it open, unless it is lost already")
  void open() {
    assertThat(policy.judge(of(GOOD, List.of("S9"), 0)).state()).isEqualTo(State.OPEN);
    assertThat(policy.judge(of(List.of())).state()).isEqualTo(State.OPEN);
    assertThat(policy.judge(of(GOOD, List.of("S9"), 5)).state()).isEqualTo(State.NOT_ELIGIBLE);
  }

  @Test
  @DisplayName("STP-4 a discipline whose sheet is not closed leaves it open and is named")
  void missing() {
    LocalizedText history = LocalizedText.of("Тарих", "История", "History");
    StipendDecision decision =
        policy.judge(
            new StipendFacts(
                StudentStatus.STUDYING,
                Funding.GRANT,
                StudyForm.FULL_TIME,
                3,
                EXCELLENT,
                List.of(),
                List.of(),
                List.of(history),
                EXCELLENT,
                0));
    assertThat(decision.state()).isEqualTo(State.OPEN);
    assertThat(decision.presidential()).isFalse();
    assertThat(decision.verdict().warnings())
        .singleElement()
        .satisfies(one -> assertThat(one.rule()).isEqualTo("STP-4"))
        .satisfies(one -> assertThat(one.args()).containsExactly(history));
  }

  @Test
  @DisplayName("PRO-5 presidential: full-time, from year 3 or a master's year 2, only A and A-")
  void presidential() {
    assertThat(policy.judge(excellent(3, StudyForm.FULL_TIME)).presidential()).isTrue();
    assertThat(policy.judge(excellent(2, StudyForm.FULL_TIME)).presidential()).isFalse();
    assertThat(policy.presidential(excellent(3, StudyForm.DISTANCE)).isAllowed()).isFalse();
    StipendPolicy master =
        new StipendPolicy(RuleSet.defaults(Level.MASTER, LocalDate.of(2025, 9, 1)));
    assertThat(master.judge(excellent(2, StudyForm.FULL_TIME)).presidential()).isTrue();
    StipendFacts earlier =
        new StipendFacts(
            StudentStatus.STUDYING,
            Funding.GRANT,
            StudyForm.FULL_TIME,
            3,
            EXCELLENT,
            List.of(),
            List.of(),
            List.of(),
            GOOD,
            0);
    assertThat(policy.judge(earlier).presidential()).as("a C+ in an earlier term").isFalse();
  }

  @Test
  @DisplayName("STP-5 a list is of those who had a grant and were students on the day")
  void whoIsListed() {
    assertThat(StipendPolicy.isListed(then(StudentStatus.STUDYING, Funding.GRANT))).isTrue();
    assertThat(StipendPolicy.isListed(then(StudentStatus.ON_LEAVE, Funding.GRANT))).isTrue();
    assertThat(StipendPolicy.isListed(then(StudentStatus.STUDYING, Funding.PAID))).isFalse();
    assertThat(StipendPolicy.isListed(then(StudentStatus.EXPELLED, Funding.GRANT))).isFalse();
  }

  private static PastStanding then(StudentStatus status, Funding funding) {
    return new PastStanding(status, 2, null, null, StudyForm.FULL_TIME, funding);
  }
}
