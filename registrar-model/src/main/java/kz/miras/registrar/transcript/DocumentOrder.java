package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.Language;

/**
 * What is to be made.
 *
 * @param studentId whose it is; null where it is about something else
 * @param subject public id of what it is about beside the student, such as a sheet; null for none
 * @param languages in the order of the pages
 * @param purpose why or for whom it is asked for; null where not said
 * @param details answers to what the kind asks, by key
 */
public record DocumentOrder(
    DocumentKind kind,
    Long studentId,
    UUID subject,
    List<Language> languages,
    String purpose,
    Map<String, String> details)
    implements Serializable {

  public DocumentOrder {
    languages = List.copyOf(languages);
    details = Map.copyOf(details);
    if (studentId == null && subject == null) {
      throw new IllegalArgumentException("a document about nothing");
    }
  }
}
