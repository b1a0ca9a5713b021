package kz.miras.registrar.office.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrequentQuestionPolicyTest {

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> fields(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::field).toList();
  }

  private static FrequentQuestionText text(int question, int answer, Language... languages) {
    Map<Language, String> questions = new EnumMap<>(Language.class);
    Map<Language, String> answers = new EnumMap<>(Language.class);
    for (Language language : languages) {
      questions.put(language, "q".repeat(question));
      answers.put(language, "a".repeat(answer));
    }
    return new FrequentQuestionText(questions, answers);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("CON-11 it is shown only once question and answer are written in every language")
  void complete(Language missing) {
    ConsultationTopic topic = ConsultationTopic.REGISTRATION;
    FrequentQuestionText all = text(10, 10, Language.values());
    assertThat(codes(FrequentQuestionPolicy.complete(topic, all))).isEmpty();
    Map<Language, String> answers = new EnumMap<>(Language.class);
    answers.putAll(all.answers());
    answers.put(missing, " ");
    assertThat(
            fields(
                FrequentQuestionPolicy.complete(
                    topic, new FrequentQuestionText(all.questions(), answers))))
        .containsExactly("answer_" + missing.name().toLowerCase(Locale.ROOT));
    answers.remove(missing);
    Map<Language, String> questions = new EnumMap<>(Language.class);
    questions.putAll(all.questions());
    questions.remove(missing);
    assertThat(
            fields(
                FrequentQuestionPolicy.complete(
                    null, new FrequentQuestionText(questions, answers))))
        .containsExactly("topic", "question_" + missing.name().toLowerCase(Locale.ROOT));
  }

  @Test
  @DisplayName("CON-11 what is kept has a topic, and words short enough to be read")
  void keeps() {
    ConsultationTopic topic = ConsultationTopic.REGISTRATION;
    assertThat(codes(FrequentQuestionPolicy.keeps(topic, text(500, 4000, Language.KK)))).isEmpty();
    assertThat(fields(FrequentQuestionPolicy.keeps(topic, text(501, 4001, Language.KK))))
        .containsExactly("question_kk", "answer_kk");
    assertThat(fields(FrequentQuestionPolicy.keeps(null, text(500, 4000, Language.KK))))
        .containsExactly("topic");
  }

  @ParameterizedTest
  @DisplayName("CON-12 who wrote or proposed it does not decide; what is sent back says why")
  @CsvSource({
    "boss, anna, bolat, true, , ",
    "anna, anna, bolat, true, , office.consultation.faq.own",
    "bolat, anna, bolat, true, , office.consultation.faq.own",
    "boss, anna, bolat, false, shorter, ",
    "boss, anna, bolat, false, ' ', office.consultation.faq.note-needed"
  })
  void decides(
      String by, String writer, String proposer, boolean published, String note, String code) {
    assertThat(
            codes(
                FrequentQuestionPolicy.decides(
                    FrequentQuestionStatus.PROPOSED, by, writer, proposer, published, note)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @EnumSource(FrequentQuestionStatus.class)
  @DisplayName("CON-12 each step is of its own state: written, proposed, published, withdrawn")
  void steps(FrequentQuestionStatus status) {
    boolean written =
        status == FrequentQuestionStatus.DRAFT || status == FrequentQuestionStatus.RETURNED;
    assertThat(FrequentQuestionPolicy.writes(status).isAllowed()).isEqualTo(written);
    assertThat(
            FrequentQuestionPolicy.decides(status, "boss", "anna", "anna", true, null).isAllowed())
        .isEqualTo(status == FrequentQuestionStatus.PROPOSED);
    assertThat(FrequentQuestionPolicy.withdraws(status, "old").isAllowed())
        .isEqualTo(status == FrequentQuestionStatus.PUBLISHED);
    assertThat(FrequentQuestionPolicy.revises(status).isAllowed())
        .isEqualTo(status == FrequentQuestionStatus.PUBLISHED);
    assertThat(FrequentQuestionPolicy.withdraws(FrequentQuestionStatus.PUBLISHED, "").isAllowed())
        .as("with a reason only")
        .isFalse();
  }
}
