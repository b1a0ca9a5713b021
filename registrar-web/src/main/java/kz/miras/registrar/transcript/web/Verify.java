package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import kz.miras.registrar.attestation.service.amend.SheetVerification;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.service.CheckGate;
import kz.miras.registrar.transcript.service.CheckGate.Cost;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;
import kz.miras.registrar.transcript.service.DocumentVerification.Verdict;

/**
 * The public page behind the QR code of a document or of a mark sheet: by code, by number and date,
 * or by the file (whose answer {@link VerifyFile} has found already).
 */
@Named("verify")
@RequestScoped
public class Verify {

  @Inject private DocumentVerification documents;
  @Inject private SheetVerification sheets;
  @Inject private CheckGate gate;
  @Inject private HttpServletRequest request;

  private String code;
  private String number;
  private String date;
  private boolean looked;
  private Answer answer;
  private SheetVerification.Answer sheet;
  private long wait;

  /** What is said of the document; null where nothing was asked or the code is a sheet's. */
  public Answer getAnswer() {
    look();
    return answer;
  }

  /** What is said of the mark sheet; null where the code is none's. */
  public SheetVerification.Answer getSheet() {
    look();
    return sheet;
  }

  /** Seconds until this address may ask again; 0 where it may now. */
  public long getWait() {
    look();
    return wait;
  }

  /** Why a file was not looked into; null where it was. */
  public Refusal getRefused() {
    return "large".equals(request.getParameter("refused"))
        ? DocumentVerification.tooLarge()
        : (Refusal) request.getAttribute(VerifyFile.REFUSED);
  }

  /** Whether the answer is about a file. */
  public boolean isFile() {
    return request.getAttribute(VerifyFile.ANSWER) != null;
  }

  private void look() {
    if (looked) {
      return;
    }
    looked = true;
    Object waiting = request.getAttribute(VerifyFile.WAIT);
    if (waiting != null) {
      wait = (Long) waiting;
    } else if (isFile()) {
      answer = (Answer) request.getAttribute(VerifyFile.ANSWER);
    } else if (isGiven(code)) {
      ask(Cost.MISS);
    } else if (isGiven(number) && isGiven(date)) {
      ask(Cost.GUESS);
    }
  }

  private void ask(Cost otherwise) {
    Duration left = gate.ask(request.getRemoteAddr());
    if (!left.isZero()) {
      wait = Math.max(1, left.toSeconds());
      return;
    }
    answer = isGiven(code) ? documents.byCode(code) : byNumber();
    if (answer.verdict() == Verdict.UNKNOWN && isGiven(code)) {
      sheet = sheets.byCode(code).orElse(null);
    }
    if (sheet != null) {
      answer = null;
    } else if (answer.verdict() == Verdict.UNKNOWN) {
      gate.charge(request.getRemoteAddr(), otherwise);
    }
  }

  private Answer byNumber() {
    try {
      return documents.byNumber(number, LocalDate.parse(date.strip()));
    } catch (DateTimeParseException e) {
      return Answer.unknown();
    }
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getDate() {
    return date;
  }

  public void setDate(String date) {
    this.date = date;
  }
}
