package kz.miras.registrar.transcript.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;

/**
 * DOC-34. Whom a certificate is given to: people of the statuses of its kind, of whom everything is
 * known that its wording names, with an answer to each question that needs one.
 */
public final class CertificatePossible {

  private static final String RULE = "DOC-34";

  private CertificatePossible() {}

  /**
   * Whether a certificate can be made.
   *
   * @param known tags of the fields that have a value for this student
   * @param answers by code of the question
   */
  public static Verdict judge(
      CertificateForm form,
      StudentStatus status,
      List<Language> languages,
      Set<String> known,
      Map<String, String> answers) {
    List<Refusal> refusals = new ArrayList<>();
    if (!form.statuses().contains(status)) {
      refusals.add(Refusal.of("transcript.certificate.status", RULE, form.name(), status));
    }
    languages.stream()
        .filter(language -> !form.languages().contains(language))
        .forEach(
            language ->
                refusals.add(
                    Refusal.of("transcript.certificate.language", RULE, form.name(), language)
                        .at("languages")));
    for (CertificateQuestion question : form.questions()) {
      String answer = answers.getOrDefault(question.code(), "").strip();
      if (answer.isEmpty() && question.required()) {
        refusals.add(
            Refusal.of("transcript.certificate.answer", RULE, question.label())
                .at(question.code()));
      } else if (!answer.isEmpty() && !question.accepts(answer)) {
        refusals.add(
            Refusal.of("transcript.certificate.answer-wrong", RULE, question.label())
                .at(question.code()));
      }
    }
    if (refusals.isEmpty()) {
      form.tags(languages).stream()
          .filter(tag -> !tag.startsWith(CertificateWording.ASK) && !known.contains(tag))
          .forEach(
              tag ->
                  refusals.add(
                      Refusal.of(
                          "transcript.certificate.missing",
                          RULE,
                          CertificateField.of(tag).orElseThrow())));
    }
    return new Verdict(refusals, List.of(), false);
  }
}
