package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.attestation.service.amend.SheetVerification;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;
import kz.miras.registrar.transcript.service.DocumentVerification.Verdict;

/** The public page behind the QR code of a document or of a mark sheet. */
@Named("verify")
@RequestScoped
public class Verify {

  @Inject private DocumentVerification documents;
  @Inject private SheetVerification sheets;

  private String code;
  private Answer answer;
  private SheetVerification.Answer sheet;

  /** What is said of the document; null where nothing was asked or the code is a sheet's. */
  public Answer getAnswer() {
    look();
    return sheet == null ? answer : null;
  }

  /** What is said of the mark sheet; null where the code is none's. */
  public SheetVerification.Answer getSheet() {
    look();
    return sheet;
  }

  private void look() {
    if (answer == null && code != null && !code.isBlank()) {
      answer = documents.byCode(code);
      sheet = answer.verdict() == Verdict.UNKNOWN ? sheets.byCode(code).orElse(null) : null;
    }
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
