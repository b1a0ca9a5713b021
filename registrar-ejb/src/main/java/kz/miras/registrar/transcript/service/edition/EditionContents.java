package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.miras.registrar.shared.service.UniversityTime;

/** DOC-30. What editions hold, for those whose sorts they are. */
@ApplicationScoped
public class EditionContents {

  @Inject private EditionStore editions;
  @Inject private UniversityTime time;

  /** What is in force of a subject today; empty where it is what comes with the program. */
  public Optional<String> inForce(EditionSubject subject) {
    OptionalLong edition = editions.inForce(subject, time.today());
    return edition.isEmpty()
        ? Optional.empty()
        : editions.byId(edition.getAsLong()).map(Edition::content);
  }

  /** Subjects of a sort that have editions somebody has not given up, by name. */
  public List<EditionSubject> begun(EditionSubject.Sort sort) {
    return editions.subjects(sort);
  }
}
