package kz.miras.registrar.office.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerPolicyTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2173, 3, 2, 10, 0);
  private static final RecordedAnswer ANSWER =
      new RecordedAnswer(
          ConsultationTopic.REGISTRATION, ConsultationOutcome.EXPLAINED, "Until Friday.");

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> recorded(
      RecordedAnswer answer, ConsultationStatus status, LocalDateTime start, boolean own) {
    return codes(AnswerPolicy.records(answer, status, start, own, NOW));
  }

  @Test
  @DisplayName(
      "CON-8 an answer is recorded from the begin of the appointment on, by another person")
  void recorded() {
    assertThat(recorded(ANSWER, ConsultationStatus.OPEN, NOW, false)).isEmpty();
    assertThat(recorded(ANSWER, ConsultationStatus.OPEN, null, false)).isEmpty();
    assertThat(recorded(ANSWER, null, null, false)).isEmpty();
    assertThat(recorded(ANSWER, ConsultationStatus.OPEN, NOW.plusMinutes(1), false))
        .containsExactly("office.consultation.not-begun");
    assertThat(recorded(ANSWER, ConsultationStatus.OPEN, null, true))
        .containsExactly("office.consultation.own-question");
  }

  @ParameterizedTest
  @EnumSource(value = ConsultationStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  @DisplayName("CON-8 what has ended is neither answered nor missed again")
  void once(ConsultationStatus ended) {
    assertThat(recorded(ANSWER, ended, NOW, false)).containsExactly("office.consultation.ended");
    assertThat(codes(AnswerPolicy.misses(ended, NOW, NOW)))
        .containsExactly("office.consultation.ended");
  }

  @Test
  @DisplayName("CON-8 an answer has a topic, an outcome and words")
  void complete() {
    assertThat(recorded(new RecordedAnswer(null, null, null), null, null, false))
        .containsExactly(
            "office.consultation.topic-needed",
            "office.consultation.outcome-needed",
            "office.consultation.answer");
    assertThat(words("1234 ")).containsExactly("office.consultation.answer");
    assertThat(words("12345")).isEmpty();
    assertThat(words("x".repeat(4000))).isEmpty();
    assertThat(words("x".repeat(4001))).containsExactly("office.consultation.answer");
  }

  private static List<String> words(String words) {
    return recorded(
        new RecordedAnswer(ConsultationTopic.OTHER, ConsultationOutcome.REFERRED, words),
        ConsultationStatus.OPEN,
        null,
        false);
  }

  @Test
  @DisplayName("CON-8 nobody misses an appointment before it begins, or a question in writing")
  void missed() {
    assertThat(codes(AnswerPolicy.misses(ConsultationStatus.OPEN, NOW, NOW))).isEmpty();
    assertThat(codes(AnswerPolicy.misses(ConsultationStatus.OPEN, NOW.plusMinutes(1), NOW)))
        .containsExactly("office.consultation.not-begun");
    assertThat(codes(AnswerPolicy.misses(ConsultationStatus.OPEN, null, NOW)))
        .containsExactly("office.consultation.no-appointment");
  }

  @Test
  @DisplayName("CON-8 of who came without an appointment the journal says who and what about")
  void walkedIn() {
    assertThat(codes(AnswerPolicy.walksIn(true, "?"))).isEmpty();
    assertThat(codes(AnswerPolicy.walksIn(false, " ")))
        .containsExactly("office.consultation.asker-needed", "office.consultation.asked");
    assertThat(codes(AnswerPolicy.walksIn(true, "x".repeat(1001))))
        .containsExactly("office.consultation.asked");
  }

  @Test
  @DisplayName("CON-9 a correction says something else, and why")
  void corrected() {
    RecordedAnswer other =
        new RecordedAnswer(
            ConsultationTopic.REGISTRATION, ConsultationOutcome.EXPLAINED, "Until Monday.");
    assertThat(codes(AnswerPolicy.corrects(other, ANSWER, "a slip", false))).isEmpty();
    assertThat(codes(AnswerPolicy.corrects(other, ANSWER, " ", false)))
        .containsExactly("office.consultation.correction-reason");
    assertThat(
            codes(
                AnswerPolicy.corrects(
                    new RecordedAnswer(ANSWER.topic(), ANSWER.outcome(), "Until Friday. "),
                    ANSWER,
                    "a slip",
                    false)))
        .containsExactly("office.consultation.same-answer");
    assertThat(codes(AnswerPolicy.corrects(other, null, "a slip", false)))
        .containsExactly("office.consultation.nothing-to-correct");
    assertThat(codes(AnswerPolicy.corrects(other, ANSWER, "a slip", true)))
        .containsExactly("office.consultation.own-question");
  }

  @Test
  @DisplayName("CON-10 an open question goes to somebody who may answer it and has not asked it")
  void handed() {
    assertThat(hands("anna", null, true)).isEmpty();
    assertThat(hands("anna", "bolat", true)).isEmpty();
    assertThat(hands("anna", "anna", true)).containsExactly("office.consultation.has-it");
    assertThat(hands("asker", null, true)).containsExactly("office.consultation.cannot-answer");
    assertThat(hands("dean", null, false)).containsExactly("office.consultation.cannot-answer");
    assertThat(
            codes(
                AnswerPolicy.hands(
                    ConsultationKind.QUESTION,
                    ConsultationStatus.ANSWERED,
                    "anna",
                    null,
                    "asker",
                    true)))
        .containsExactly("office.consultation.closed");
    assertThat(
            codes(
                AnswerPolicy.hands(
                    ConsultationKind.APPOINTMENT,
                    ConsultationStatus.OPEN,
                    "anna",
                    null,
                    "asker",
                    true)))
        .containsExactly("office.consultation.not-handed");
  }

  private static List<String> hands(String to, String holder, boolean answers) {
    return codes(
        AnswerPolicy.hands(
            ConsultationKind.QUESTION, ConsultationStatus.OPEN, to, holder, "asker", answers));
  }
}
