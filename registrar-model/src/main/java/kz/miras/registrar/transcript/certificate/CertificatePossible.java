package kz.miras.registrar.transcript.certificate;

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
    Verdict verdict = asked(form, status, languages, answers);
    return verdict.isAllowed() ? verdict.and(known(form, languages, known)) : verdict;
  }

  /**
   * Whether a certificate may be asked for: what it names of the student may still be entered.
   *
   * @param answers by code of the question
   */
  public static Verdict asked(
      CertificateForm form,
      StudentStatus status,
      List<Language> languages,
      Map<String, String> answers) {
    return given(form, status)
        .and(worded(form, languages))
        .and(QuestionAnswers.judge(form.questions(), answers));
  }

  /** Whether its kind is for a student of this status. */
  public static Verdict given(CertificateForm form, StudentStatus status) {
    return form.statuses().contains(status)
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("transcript.certificate.status", RULE, form.name(), status).at("kind"));
  }

  private static Verdict worded(CertificateForm form, List<Language> languages) {
    return Verdict.refused(
        languages.stream()
            .filter(language -> !form.languages().contains(language))
            .map(
                language ->
                    Refusal.of("transcript.certificate.language", RULE, form.name(), language)
                        .at("languages"))
            .toArray(Refusal[]::new));
  }

  private static Verdict known(CertificateForm form, List<Language> languages, Set<String> known) {
    return Verdict.refused(
        form.tags(languages).stream()
            .filter(tag -> !tag.startsWith(CertificateWording.ASK) && !known.contains(tag))
            .map(
                tag ->
                    Refusal.of(
                        "transcript.certificate.missing",
                        RULE,
                        CertificateField.of(tag).orElseThrow()))
            .toArray(Refusal[]::new));
  }
}
