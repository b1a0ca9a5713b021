package kz.miras.registrar.transcript.service.edition;

import java.io.Serializable;
import kz.miras.registrar.shared.RegistrarException;

/**
 * What an edition is of.
 *
 * @param name of the template, or code of the kind or wording; {@code university} for its details
 */
public record EditionSubject(Sort sort, String name) implements Serializable {

  /** What is kept by editions. */
  public enum Sort {
    TEMPLATE,
    CERTIFICATE,
    UNIVERSITY,
    WORDING;

    /** Message key of the name. */
    public String key() {
      return "transcript.edition.sort." + name();
    }
  }

  /** The details of the university. */
  public static final EditionSubject UNIVERSITY = new EditionSubject(Sort.UNIVERSITY, "university");

  /** A template. */
  public static EditionSubject template(String name) {
    return new EditionSubject(Sort.TEMPLATE, name);
  }

  /** A kind of certificates. */
  public static EditionSubject certificate(String code) {
    return new EditionSubject(Sort.CERTIFICATE, code);
  }

  /** A wording of replies. */
  public static EditionSubject wording(String code) {
    return new EditionSubject(Sort.WORDING, code);
  }

  /**
   * As it is stored and stands in addresses.
   *
   * @throws RegistrarException.NotFound where it is none
   */
  public static EditionSubject of(String stored) {
    int at = stored == null ? -1 : stored.indexOf(':');
    if (at > 0) {
      for (Sort sort : Sort.values()) {
        if (sort.name().equals(stored.substring(0, at))) {
          return new EditionSubject(sort, stored.substring(at + 1));
        }
      }
    }
    throw new RegistrarException.NotFound("edition", stored);
  }

  /** As it is stored and stands in addresses. */
  public String stored() {
    return sort + ":" + name;
  }
}
