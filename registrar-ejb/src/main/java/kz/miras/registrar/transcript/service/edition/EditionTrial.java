package kz.miras.registrar.transcript.service.edition;

import kz.miras.registrar.shared.Language;

/** Shows what an edition of a sort of its own would make, of what is really there. */
public interface EditionTrial {

  EditionSubject.Sort sort();

  /**
   * A document, as the caller may see it.
   *
   * @param subject number of what it is to be about; null for the newest there is
   */
  byte[] make(Edition edition, String subject, Language language);
}
