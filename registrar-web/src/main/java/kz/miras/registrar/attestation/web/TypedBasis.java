package kz.miras.registrar.attestation.web;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.attestation.BasisDocument;

/** The document of a decision as it is typed in a form. */
public class TypedBasis implements Serializable {

  private static final long serialVersionUID = 1L;

  private BasisDocument.Type type;
  private String number;
  private LocalDate date;
  private String reason;

  TypedBasis(BasisDocument.Type type) {
    this.type = type;
  }

  BasisDocument document() {
    return new BasisDocument(type, number, date, reason);
  }

  public BasisDocument.Type getType() {
    return type;
  }

  public void setType(BasisDocument.Type type) {
    this.type = type;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getDate() {
    return date;
  }

  public void setDate(LocalDate date) {
    this.date = date;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
