package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * DOC-3, DOC-9. Tells anybody whether a document is ours and valid, and no more than that needs.
 */
@Stateless
@PermitAll
public class DocumentVerification {

  @Inject private DocumentStore store;

  /** What is said of a document. */
  public enum Verdict {
    VALID,
    /** DOC-9. It is genuine, but a result it states was corrected afterwards. */
    SUPERSEDED,
    REVOKED,
    UNKNOWN
  }

  /**
   * The answer.
   *
   * @param kind null where unknown, as are number, date and name
   * @param maskedName first letters only
   * @param supersededOn since when a result it states no longer stands; null for not
   */
  public record Answer(
      Verdict verdict,
      DocumentKind kind,
      String number,
      LocalDate date,
      String maskedName,
      LocalDate supersededOn)
      implements Serializable {}

  private static final Answer UNKNOWN = new Answer(Verdict.UNKNOWN, null, null, null, null, null);

  /** By the code on the document. */
  public Answer byCode(String code) {
    return answer(store.byCode(VerificationCode.normalised(code)));
  }

  /** By number and date, which both have to fit. */
  public Answer byNumber(String number, LocalDate date) {
    return answer(store.byNumber(number).filter(stored -> date.equals(stored.issuedOn())));
  }

  /** DOC-3. Kind, number, date, masked name and whether it is valid, and no more. */
  static Answer answer(Optional<Stored> found) {
    return found
        .filter(stored -> stored.issuedOn() != null)
        .map(
            stored ->
                new Answer(
                    verdict(stored),
                    stored.kind(),
                    stored.number(),
                    stored.issuedOn(),
                    VerificationCode.masked(stored.fullName()),
                    stored.status().isValid() ? stored.supersededOn() : null))
        .orElse(UNKNOWN);
  }

  private static Verdict verdict(Stored stored) {
    if (!stored.status().isValid()) {
      return Verdict.REVOKED;
    }
    return stored.supersededOn() == null ? Verdict.VALID : Verdict.SUPERSEDED;
  }
}
