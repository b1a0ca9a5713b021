package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentMaking;
import kz.miras.registrar.transcript.service.subject.GroupSubject;
import kz.miras.registrar.transcript.service.subject.Subjects;

/** Tries templates of what is printed as a document about a subject only, as its readers see it. */
@ApplicationScoped
class SubjectTrials {

  @Inject private DocumentKinds kinds;
  @Inject private DocumentMaking making;
  @Inject private Subjects subjects;
  @Inject private UniversityTime time;

  /** A group in a term; its example is {@code group|term}. */
  byte[] group(String example, Language language) {
    String[] parts = example.split("\\|");
    return print(
        SubjectKind.GROUP_SHEET,
        GroupSubject.id(parts[0], parts[1]),
        Map.of(GroupSubject.GROUP, parts[0], GroupSubject.TERM, parts[1]),
        language);
  }

  /** A subject of a public id. */
  byte[] of(SubjectKind subject, String id, Language language) {
    return print(subject, UUID.fromString(id), Map.of(), language);
  }

  private byte[] print(
      SubjectKind subject, UUID id, Map<String, String> details, Language language) {
    DocumentKind kind =
        kinds.all().stream()
            .filter(one -> one.subject() == subject)
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("document-kind", subject.name()));
    subjects.visible(subject, id, details);
    DocumentOrder order = new DocumentOrder(kind, null, id, List.of(language), null, details);
    return making.file(order, Stamp.preview(time.today())).pdf();
  }
}
