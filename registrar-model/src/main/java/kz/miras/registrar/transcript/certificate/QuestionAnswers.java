package kz.miras.registrar.transcript.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-34, DOC-50, DOC-52, DOC-53. What was answered to the questions of a kind, judged alike by
 * whichever way the document is asked for.
 */
public final class QuestionAnswers {

  /** Before the code of a question, the field its answer is typed in. */
  public static final String FIELD = "details.";

  private static final String FROM = "from";
  private static final List<String> ENDS = List.of("until", "to");

  private QuestionAnswers() {}

  /**
   * DOC-34, DOC-53. Whether each question that needs an answer has one, every answer can be read,
   * and no span ends before it begins.
   *
   * @param answers by code of the question; others are not looked at
   */
  public static Verdict judge(List<CertificateQuestion> questions, Map<String, String> answers) {
    List<Refusal> refusals = new ArrayList<>();
    for (CertificateQuestion question : questions) {
      String answer = answer(question, answers);
      if (answer.isEmpty() && question.required()) {
        refusals.add(refused("transcript.certificate.answer", "DOC-34", question));
      } else if (!answer.isEmpty() && !question.accepts(answer)) {
        refusals.add(refused("transcript.certificate.answer-wrong", "DOC-34", question));
      }
    }
    questions.forEach(
        question ->
            endOf(question, questions).ifPresent(end -> span(question, end, answers, refusals)));
    return new Verdict(refusals, List.of(), false);
  }

  /** DOC-52. Whether nothing is answered that is not asked. */
  public static Verdict asked(List<CertificateQuestion> questions, Map<String, String> answers) {
    return asked(questions, Set.of(), answers);
  }

  /**
   * The same of what the office prepares itself.
   *
   * @param added names of what the office may say beside the answers
   */
  public static Verdict asked(
      List<CertificateQuestion> questions, Set<String> added, Map<String, String> answers) {
    Set<String> codes =
        questions.stream().map(CertificateQuestion::code).collect(Collectors.toSet());
    codes.addAll(added);
    return Verdict.refused(
        new TreeSet<>(answers.keySet())
            .stream()
                .filter(code -> !codes.contains(code))
                .map(
                    code -> Refusal.of("transcript.ask.not-asked", "DOC-52", code).at(FIELD + code))
                .toArray(Refusal[]::new));
  }

  /**
   * DOC-50. Whether documents of a kind are made for many at once: nothing is asked that each of
   * them has to answer.
   */
  public static Verdict forMany(LocalizedText kind, List<CertificateQuestion> questions) {
    return questions.stream().anyMatch(CertificateQuestion::required)
        ? Verdict.refused(Refusal.of("transcript.batch.asks", "DOC-50", kind).at("kind"))
        : Verdict.allowed();
  }

  private static void span(
      CertificateQuestion from,
      CertificateQuestion end,
      Map<String, String> answers,
      List<Refusal> refusals) {
    String first = answer(from, answers);
    String last = answer(end, answers);
    boolean read = from.accepts(first) && end.accepts(last);
    if (read && !first.isEmpty() && !last.isEmpty() && first.compareTo(last) > 0) {
      refusals.add(
          Refusal.of("transcript.certificate.answer-order", "DOC-53", from.label(), end.label())
              .at(FIELD + end.code()));
    }
  }

  /** The question with which a span ends that begins with another: from and until, or to. */
  private static Optional<CertificateQuestion> endOf(
      CertificateQuestion from, List<CertificateQuestion> questions) {
    if (!from.code().endsWith(FROM) || from.type() == CertificateQuestion.Type.TEXT) {
      return Optional.empty();
    }
    String prefix = from.code().substring(0, from.code().length() - FROM.length());
    return ENDS.stream()
        .map(prefix::concat)
        .flatMap(code -> questions.stream().filter(one -> one.code().equals(code)))
        .filter(one -> one.type() == from.type())
        .findFirst();
  }

  private static String answer(CertificateQuestion question, Map<String, String> answers) {
    return answers.getOrDefault(question.code(), "").strip();
  }

  private static Refusal refused(String code, String rule, CertificateQuestion question) {
    return Refusal.of(code, rule, question.label()).at(FIELD + question.code());
  }
}
