package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;

/** The public page behind the QR code. */
@Named("verify")
@RequestScoped
public class Verify {

  @Inject private DocumentVerification verification;

  private String code;
  private Answer answer;

  public Answer getAnswer() {
    if (answer == null && code != null && !code.isBlank()) {
      answer = verification.byCode(code);
    }
    return answer;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
