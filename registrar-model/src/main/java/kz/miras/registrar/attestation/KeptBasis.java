package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** The document a decision rests on, with its reason, as it is kept beside the decision. */
@Embeddable
public class KeptBasis {

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private BasisDocument.Type document;

  @Column(name = "document_no", nullable = false, updatable = false)
  private String documentNo;

  @Column(name = "document_date", nullable = false, updatable = false)
  private LocalDate documentDate;

  @Column(nullable = false, updatable = false)
  private String reason;

  protected KeptBasis() {}

  /**
   * One that is kept.
   *
   * @param basis whole
   */
  public KeptBasis(BasisDocument basis) {
    this.document = basis.type();
    this.documentNo = basis.number().strip();
    this.documentDate = basis.date();
    this.reason = basis.reason().strip();
  }

  /** As it was given. */
  public BasisDocument document() {
    return new BasisDocument(document, documentNo, documentDate, reason);
  }
}
