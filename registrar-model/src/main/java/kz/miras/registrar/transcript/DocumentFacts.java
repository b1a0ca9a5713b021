package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * DOC-24. The few facts of a document that are signed into its QR code, so that they can be checked
 * where there is no network. Never whose it is by identity number or birth date, and no marks.
 *
 * @param kind code of the kind
 * @param programme code of the educational programme; empty where it is about none
 * @param contents SHA-256 of the data the document was made of, as they are stored: 32 bytes as
 *     base64url without padding
 */
public record DocumentFacts(
    String number, String kind, LocalDate date, String programme, String contents)
    implements Serializable {

  public DocumentFacts {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(contents, "contents");
    programme = programme == null ? "" : programme;
  }
}
