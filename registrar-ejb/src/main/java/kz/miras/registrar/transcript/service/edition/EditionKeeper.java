package kz.miras.registrar.transcript.service.edition;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;

/** Knows what the editions of one sort hold. */
public interface EditionKeeper {

  EditionSubject.Sort sort();

  /** Everything that has editions. */
  List<EditionSubject> subjects();

  /** Whether there is, or may be, a subject of this name. */
  default boolean knows(EditionSubject subject) {
    return subjects().contains(subject);
  }

  /** Name of a subject. */
  String title(EditionSubject subject, Language language);

  /** What stands while there is no edition: version 0. */
  String shipped(EditionSubject subject);

  /** What a wording of this sort may name; nothing where it holds none. */
  default List<EditionPlace> places() {
    return List.of();
  }

  /** Whether a content can be put in force; problems belong to the field {@code source}. */
  Verdict check(EditionSubject subject, String content);

  /** Called in the transaction that puts an edition in force. */
  default void approved(Edition edition, LocalDate today) {}
}
