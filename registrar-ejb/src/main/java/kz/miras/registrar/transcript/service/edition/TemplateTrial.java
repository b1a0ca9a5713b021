package kz.miras.registrar.transcript.service.edition;

import java.util.Set;
import kz.miras.registrar.shared.Language;

/** Makes a document by a template somebody tries, of what is really there. */
public interface TemplateTrial {

  /** The templates it makes documents by. */
  Set<String> templates();

  /**
   * A document, as the caller may see it.
   *
   * @param subject number or public id of what it is to be about; null for the newest there is
   */
  byte[] make(String template, String subject, Language language);
}
