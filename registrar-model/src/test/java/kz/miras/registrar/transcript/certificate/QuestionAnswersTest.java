package kz.miras.registrar.transcript.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.certificate.CertificateQuestion.Type;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuestionAnswersTest {

  private static final List<CertificateQuestion> JOURNEY =
      List.of(
          asked("country", Type.TEXT, true),
          asked("from", Type.DAY, true),
          asked("until", Type.DAY, true));
  private static final List<CertificateQuestion> YEARS =
      List.of(asked("from", Type.YEAR, false), asked("to", Type.YEAR, false));

  private static CertificateQuestion asked(String code, Type type, boolean required) {
    return new CertificateQuestion(code, LocalizedText.of(code, code, code), type, required);
  }

  private static List<String> problems(Verdict verdict) {
    return verdict.refusals().stream()
        .map(refusal -> refusal.field() + " " + refusal.code() + " " + refusal.rule())
        .toList();
  }

  private static List<String> judged(List<CertificateQuestion> questions, String... answers) {
    return problems(QuestionAnswers.judge(questions, map(answers)));
  }

  private static Map<String, String> map(String... answers) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < answers.length; i += 2) {
      map.put(answers[i], answers[i + 1]);
    }
    return map;
  }

  @Test
  @DisplayName(
      "DOC-34 what needs an answer and has none, or none that can be read, is told by field")
  void answered() {
    assertThat(judged(JOURNEY, "country", "Türkiye", "from", "2206-06-01", "until", "2206-06-01"))
        .isEmpty();
    assertThat(judged(JOURNEY, "country", " ", "from", "soon"))
        .containsExactly(
            "details.country transcript.certificate.answer DOC-34",
            "details.from transcript.certificate.answer-wrong DOC-34",
            "details.until transcript.certificate.answer DOC-34");
    assertThat(judged(YEARS)).as("of the whole study").isEmpty();
    assertThat(judged(YEARS, "from", "2206/2207")).isEmpty();
    for (String wrong : List.of("2206", "2206/2208", "2206-2207", "all")) {
      assertThat(judged(YEARS, "to", wrong))
          .as(wrong)
          .containsExactly("details.to transcript.certificate.answer-wrong DOC-34");
    }
  }

  @Test
  @DisplayName("DOC-53 a journey does not end before it begins, nor do the years of a transcript")
  void spans() {
    assertThat(judged(JOURNEY, "country", "Türkiye", "from", "2206-06-02", "until", "2206-06-01"))
        .containsExactly("details.until transcript.certificate.answer-order DOC-53");
    assertThat(judged(YEARS, "from", "2207/2208", "to", "2206/2207"))
        .containsExactly("details.to transcript.certificate.answer-order DOC-53");
    assertThat(judged(YEARS, "from", "2207/2208", "to", "2207/2208")).isEmpty();
    List<CertificateQuestion> leave =
        List.of(asked("leave-from", Type.DAY, false), asked("leave-until", Type.DAY, false));
    assertThat(judged(leave, "leave-from", "2206-06-02", "leave-until", "2206-06-01"))
        .containsExactly("details.leave-until transcript.certificate.answer-order DOC-53");
    assertThat(judged(leave, "leave-until", "2206-06-01")).as("an open span").isEmpty();
    List<CertificateQuestion> unlike =
        List.of(asked("from", Type.TEXT, false), asked("until", Type.DAY, false));
    assertThat(judged(unlike, "from", "the sea", "until", "2206-06-01")).as("no span").isEmpty();
  }

  @Test
  @DisplayName("DOC-52 what is not asked is not answered: nobody writes into a document by the way")
  void asked() {
    assertThat(
            problems(
                QuestionAnswers.asked(
                    YEARS, Map.of("from", "2206/2207", "passed-over.ru", "nothing", "a", "b"))))
        .containsExactly(
            "details.a transcript.ask.not-asked DOC-52",
            "details.passed-over.ru transcript.ask.not-asked DOC-52");
    assertThat(problems(QuestionAnswers.asked(YEARS, Map.of()))).isEmpty();
  }

  @Test
  @DisplayName("DOC-50 what each student has to answer is not made for many at once")
  void forMany() {
    LocalizedText kind = LocalizedText.of("к", "в", "k");
    assertThat(problems(QuestionAnswers.forMany(kind, JOURNEY)))
        .containsExactly("kind transcript.batch.asks DOC-50");
    assertThat(problems(QuestionAnswers.forMany(kind, YEARS))).isEmpty();
    assertThat(problems(QuestionAnswers.forMany(kind, List.of()))).isEmpty();
  }

  @Test
  @DisplayName("DOC-52 DOC-64 the office says beside the answers what it may add, and no more")
  void added() {
    Map<String, String> details = map("from", "2206/2207", "distribution", "true");
    assertThat(problems(QuestionAnswers.asked(YEARS, details)))
        .containsExactly("details.distribution transcript.ask.not-asked DOC-52");
    assertThat(problems(QuestionAnswers.asked(YEARS, Set.of("distribution"), details))).isEmpty();
    details.put("duplicate-of", "TR-2206/1");
    assertThat(problems(QuestionAnswers.asked(YEARS, Set.of("distribution"), details)))
        .containsExactly("details.duplicate-of transcript.ask.not-asked DOC-52");
  }
}
