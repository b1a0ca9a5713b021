package kz.miras.registrar.attestation.web;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.attestation.rating.RatingExcuse;

/** A disposition as it is being typed. */
public class Disposition implements Serializable {

  private static final long serialVersionUID = 1L;

  private String student;
  private String number;
  private LocalDate date;
  private LocalDate until;
  private String reason;

  RatingExcuse.Basis basis() {
    return new RatingExcuse.Basis(number, date, until, reason);
  }

  /** The last day it would usually name, until another is typed. */
  void propose(LocalDate usual) {
    if (until == null) {
      until = usual;
    }
  }

  void clear() {
    student = null;
    number = null;
    date = null;
    until = null;
    reason = null;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
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

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
