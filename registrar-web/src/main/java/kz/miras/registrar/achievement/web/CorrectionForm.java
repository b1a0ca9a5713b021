package kz.miras.registrar.achievement.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** Why a correction is asked for and what it rests on, as it is typed. */
public abstract class CorrectionForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Notice notice;

  private String reason;
  private CorrectionDocument document = CorrectionDocument.MEMO;
  private String number;
  private LocalDate date;
  private Map<String, String> problems = Map.of();

  /** The words as they are typed. */
  protected CorrectionPolicy.Words words(CorrectionKind kind) {
    return new CorrectionPolicy.Words(kind, reason, document, number, date);
  }

  /** Shows what is refused, beside its field where it has one. */
  protected void tell(Verdict verdict) {
    problems = notice.show(verdict);
  }

  /** The same of what was thrown. */
  protected void tell(RegistrarException.Refused refused) {
    problems = notice.show(refused);
  }

  /** What is wrong with a field, by field. */
  public Map<String, String> getProblems() {
    return problems;
  }

  public CorrectionDocument[] getDocuments() {
    return CorrectionDocument.values();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public CorrectionDocument getDocument() {
    return document;
  }

  public void setDocument(CorrectionDocument document) {
    this.document = document;
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
}
