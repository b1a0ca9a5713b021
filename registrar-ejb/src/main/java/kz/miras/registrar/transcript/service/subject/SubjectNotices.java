package kz.miras.registrar.transcript.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentSignatory;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;

/**
 * DOC-72. Tells those who have a part in what documents are about that their signatures are
 * awaited.
 */
@ApplicationScoped
class SubjectNotices {

  private static final String ONE = "transcript.notice.to-sign";
  private static final String MANY = "transcript.notice.to-sign-many";
  private static final String DOCUMENT = "/transcript/document.xhtml?id=";
  private static final String QUEUE = "/transcript/queue.xhtml";

  @Inject private Notices notices;

  /** Of one document. */
  void one(DocumentKind kind, Found about, UUID document) {
    Signing who = new Signing(kind);
    String page = DOCUMENT + document;
    who.teachers(about)
        .forEach(one -> notices.tellTeacher(one, ONE, page, kind.name(), about.name()));
    who.logins(about)
        .forEach(one -> notices.tellAccount(one, ONE, page, kind.name(), about.name()));
    who.schools(about)
        .forEach(
            one ->
                notices.tellSchool(
                    Permissions.PAPER_SIGN, one, ONE, page, kind.name(), about.name()));
  }

  /** Of many documents of a kind: each person once, with how many they are. */
  void many(DocumentKind kind, List<Found> all) {
    Signing who = new Signing(kind);
    Map<Long, Integer> teachers = new HashMap<>();
    Map<String, Integer> logins = new HashMap<>();
    Map<Long, Integer> schools = new HashMap<>();
    for (Found about : all) {
      who.teachers(about).forEach(one -> teachers.merge(one, 1, Integer::sum));
      who.logins(about).forEach(one -> logins.merge(one, 1, Integer::sum));
      who.schools(about).forEach(one -> schools.merge(one, 1, Integer::sum));
    }
    Map<Long, List<? extends Serializable>> figures = new HashMap<>();
    teachers.forEach((one, count) -> figures.put(one, List.of(kind.name(), count)));
    notices.tellTeachers(figures, MANY, QUEUE);
    logins.forEach((one, count) -> notices.tellAccount(one, MANY, QUEUE, kind.name(), count));
    schools.forEach(
        (one, count) ->
            notices.tellSchool(Permissions.PAPER_SIGN, one, MANY, QUEUE, kind.name(), count));
  }

  /** Whom a kind is signed by because of a part; each person once, whatever parts they have. */
  private record Signing(Set<SubjectPart> parts) {

    Signing(DocumentKind kind) {
      this(
          kind.signatories().stream()
              .map(DocumentSignatory::part)
              .filter(part -> part != null)
              .collect(Collectors.toSet()));
    }

    Set<Long> teachers(Found about) {
      return having(about.people().teachers());
    }

    Set<String> logins(Found about) {
      return having(about.people().logins());
    }

    Set<Long> schools(Found about) {
      Long school = about.people().school();
      return school == null || !parts.contains(SubjectPart.DEAN) ? Set.of() : Set.of(school);
    }

    private <T> Set<T> having(Map<SubjectPart, Set<T>> people) {
      Set<T> found = new HashSet<>();
      parts.forEach(part -> found.addAll(people.getOrDefault(part, Set.of())));
      return found;
    }
  }
}
