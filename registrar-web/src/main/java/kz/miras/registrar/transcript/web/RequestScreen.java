package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.transcript.DocumentRequestWait;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentRequestOffice;
import kz.miras.registrar.transcript.service.DocumentRequestOffice.Card;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/** A document somebody asks for: the office checks, prepares or rejects, accounting marks a fee. */
@Named("transcriptRequest")
@ViewScoped
public class RequestScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/transcript/request.xhtml?faces-redirect=true&id=";

  @Inject private DocumentRequestOffice office;
  @Inject private DocumentReceipts receipts;
  @Inject private DocumentReceiverFields receiver;
  @Inject private Shown shown;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private String overrideReason;
  private String letter;
  private LocalDate paidOn;
  private String paidDocument;
  private String parcel;
  private transient Card card;

  @Override
  protected void afresh() {
    card = null;
  }

  public Card getCard() {
    if (card == null) {
      card = office.card(id);
    }
    return card;
  }

  public Stored getView() {
    return getCard().request();
  }

  /** Waits for the caller: still open, and the caller may prepare documents. */
  public boolean isWaiting() {
    return getView().status().isOpen() && may.can(Permissions.TRANSCRIPT_PREPARE);
  }

  /** Something is owed, and the caller marks payments. */
  public boolean isToPay() {
    return getView().owed() != null
        && getView().status().isOpen()
        && may.can(Permissions.TRANSCRIPT_FEE);
  }

  /** Sheets are awaited, and the caller may pass them over. */
  public boolean isToOverride() {
    return getView().status().isOpen()
        && getCard().kind().awaitsResults()
        && !getCard().awaited().sheets().isEmpty()
        && may.can(Permissions.TRANSCRIPT_OVERRIDE);
  }

  /** Issued, not with whoever asked yet, and the caller hands documents over. */
  public boolean isToHandOut() {
    return getView().waitsFor() == DocumentRequestWait.HAND_OUT
        && may.can(Permissions.TRANSCRIPT_HAND_OVER);
  }

  /**
   * An answer as people read it; null where there is none.
   *
   * @param question it answers
   */
  public String answer(CertificateQuestion question) {
    String answer = getView().asked().details().get(question.code());
    return answer == null || question.type() != CertificateQuestion.Type.DAY
        ? answer
        : shown.day(LocalDate.parse(answer));
  }

  /** Prepares the document and goes to it. */
  public String prepare() {
    return step(
        () -> "/transcript/document.xhtml?faces-redirect=true&id=" + office.prepare(id),
        "transcript.request.prepared");
  }

  /** Rejects with the reason. */
  public String reject() {
    return step(PAGE + id, () -> office.reject(id, reason), "transcript.request.rejected");
  }

  public String override() {
    return step(PAGE + id, () -> office.override(id, overrideReason), "transcript.override.done");
  }

  public String order() {
    return step(PAGE + id, () -> office.order(id, letter), "transcript.demand.done");
  }

  public String identify() {
    return step(
        PAGE + id, () -> office.identify(id, receiver.receiver()), "transcript.receiver.done");
  }

  public String pay() {
    return step(PAGE + id, () -> office.pay(id, paidOn, paidDocument), "transcript.fee.done");
  }

  public String handOver() {
    return step(
        PAGE + id,
        () -> receipts.handOver(getView().document(), receiver.receiver()),
        "transcript.hand-over.done");
  }

  public String send() {
    return step(
        PAGE + id, () -> receipts.send(getView().document(), parcel), "transcript.sent.done");
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getOverrideReason() {
    return overrideReason;
  }

  public void setOverrideReason(String overrideReason) {
    this.overrideReason = overrideReason;
  }

  public String getLetter() {
    return letter;
  }

  public void setLetter(String letter) {
    this.letter = letter;
  }

  public LocalDate getPaidOn() {
    return paidOn;
  }

  public void setPaidOn(LocalDate paidOn) {
    this.paidOn = paidOn;
  }

  public String getPaidDocument() {
    return paidDocument;
  }

  public void setPaidDocument(String paidDocument) {
    this.paidDocument = paidDocument;
  }

  public String getParcel() {
    return parcel;
  }

  public void setParcel(String parcel) {
    this.parcel = parcel;
  }

  public DocumentReceiverFields getReceiver() {
    return receiver;
  }
}
