package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentSignatory;
import kz.miras.registrar.transcript.certificate.CertificateForm;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentMaking;

/** Tries a certificate on a real student: a kind of the catalogue, or the template of all. */
@ApplicationScoped
class CertificateTrial implements TemplateTrial, EditionTrial {

  private static final String TEMPLATE = "certificate";
  private static final String ANY = "CERT_STUDY";

  /** Students of whom somebody is sought whom a wording fits. */
  private static final int MOST_TRIED = 50;

  @Inject private CertificateKeeper keeper;
  @Inject private DocumentMaking making;
  @Inject private Examples examples;
  @Inject private StudentScope scope;
  @Inject private UniversityTime time;

  @Override
  public Set<String> templates() {
    return Set.of(TEMPLATE);
  }

  @Override
  public byte[] make(String template, String subject, Language language) {
    return made(ANY, keeper.form(ANY), subject, language);
  }

  @Override
  public EditionSubject.Sort sort() {
    return EditionSubject.Sort.CERTIFICATE;
  }

  /** A certificate as an edition words it. */
  @Override
  public byte[] make(Edition edition, String subject, Language language) {
    CertificateForm form = CertificateForm.of(EditionValues.read(edition.content()));
    return keeper.trying(edition, () -> made(edition.subject().name(), form, subject, language));
  }

  private byte[] made(String code, CertificateForm form, String subject, Language language) {
    Verdict first = null;
    for (String who : students(form, subject)) {
      Student student =
          scope.visible(who, Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE);
      DocumentOrder order =
          new DocumentOrder(
              kind(code, form),
              student.getId(),
              null,
              List.of(language),
              null,
              answers(form, time.today()));
      Verdict possible = making.verdict(order);
      if (possible.isAllowed()) {
        return making.file(order, Stamp.preview(time.today())).pdf();
      }
      first = first == null ? possible : first;
    }
    throw new RegistrarException.Refused(first.refusals());
  }

  /** The one named, or else the newest: the wording may tell what some of them have not. */
  private List<String> students(CertificateForm form, String subject) {
    if (subject != null && !subject.isBlank()) {
      return List.of(subject.strip());
    }
    StudentStatus status = form.statuses().stream().sorted().findFirst().orElseThrow();
    return examples.students(status, MOST_TRIED);
  }

  private static DocumentKind kind(String code, CertificateForm form) {
    List<DocumentSignatory> places =
        form.places().stream()
            .map(
                one ->
                    new DocumentSignatory(form.places().indexOf(one) + 1, one.roles(), one.title()))
            .toList();
    return new DocumentKind(
        code,
        DocumentFamily.CERTIFICATE,
        "CT",
        form.name(),
        TEMPLATE,
        form.term(),
        form.validityDays(),
        form.channels(),
        false,
        form.held(),
        form.fee(),
        places,
        form.enabled());
  }

  /** Answers nobody has given yet: the label of each question, or today. */
  private static Map<String, String> answers(CertificateForm form, LocalDate today) {
    Map<String, String> answers = new HashMap<>();
    for (CertificateQuestion question : form.questions()) {
      answers.put(
          question.code(),
          switch (question.type()) {
            case TEXT, PROGRAMME -> "[" + question.label().getRu() + "]";
            case DAY -> today.toString();
            case YEAR -> today.getYear() + "/" + (today.getYear() + 1);
          });
    }
    return answers;
  }
}
