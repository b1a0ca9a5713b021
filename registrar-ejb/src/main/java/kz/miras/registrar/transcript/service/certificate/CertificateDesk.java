package kz.miras.registrar.transcript.service.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentForms;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentMaking;

/** What certificates a student can be given at the counter, and what each of them asks. */
@Stateless
@Guarded
public class CertificateDesk {

  /** What is issued at the counter by the student alone. */
  private static final Set<DocumentFamily> OFFERED =
      EnumSet.of(DocumentFamily.CERTIFICATE, DocumentFamily.STUDY_PLAN, DocumentFamily.EXTRACT);

  /** In these every kind has a wording. */
  private static final List<Language> BOTH = List.of(Language.KK, Language.RU);

  @Inject private DocumentKinds kinds;
  @Inject private DocumentForms forms;
  @Inject private DocumentMaking making;
  @Inject private StudentScope scope;
  @Inject private UniversityTime time;

  /**
   * A kind, and whether this student can be given it.
   *
   * @param form what it asks
   * @param verdict as if every question were answered
   */
  public record Offer(DocumentKind kind, DocumentForms.Form form, Verdict verdict)
      implements Serializable {}

  /** The kinds issued at the counter, possible ones first. */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public List<Offer> offers(String student) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_PREPARE);
    List<DocumentKind> open =
        kinds.all().stream()
            .filter(kind -> OFFERED.contains(kind.family()) && kind.enabled())
            .filter(kind -> kind.channels().contains(DocumentChannel.COUNTER))
            .toList();
    List<DocumentForms.Offered> offered = forms.offered(open, DocumentChannel.COUNTER, found);
    Map<String, Verdict> verdicts =
        making.verdicts(offered.stream().map(one -> answered(found, one)).toList());
    return offered.stream()
        .map(one -> new Offer(one.kind(), one.form(), verdicts.get(one.kind().code())))
        .sorted(
            (one, other) -> Boolean.compare(other.verdict().isAllowed(), one.verdict().isAllowed()))
        .toList();
  }

  /** What would be asked for, with something said to every question. */
  private DocumentOrder answered(Student student, DocumentForms.Offered one) {
    Map<String, String> answers = new HashMap<>();
    one.form().questions().forEach(it -> answers.put(it.code(), anything(it, one.form())));
    return new DocumentOrder(one.kind(), student.getId(), null, BOTH, null, answers);
  }

  private String anything(CertificateQuestion question, DocumentForms.Form form) {
    return switch (question.type()) {
      case TEXT, PROGRAMME -> "—";
      case DAY -> time.today().toString();
      case YEAR -> form.years().get(0);
    };
  }
}
