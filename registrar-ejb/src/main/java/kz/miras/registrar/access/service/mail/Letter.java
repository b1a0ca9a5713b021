package kz.miras.registrar.access.service.mail;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.service.mail.Parcels.Enclosure;
import kz.miras.registrar.shared.Language;

/**
 * A mail whose turn it is.
 *
 * @param topics as they are kept: {@code key:number} with spaces between
 * @param notices how many it tells of; 0 for one with words of its own
 * @param subject of a mail with words of its own; null for notices, as is the body
 * @param enclosures files that go with it
 */
public record Letter(
    long id,
    UUID uuid,
    String address,
    Language language,
    String topics,
    int notices,
    String subject,
    String body,
    List<Enclosure> enclosures) {

  public Letter {
    enclosures = List.copyOf(enclosures);
  }

  /** Whether it has words of its own. */
  boolean isParcel() {
    return subject != null;
  }
}
