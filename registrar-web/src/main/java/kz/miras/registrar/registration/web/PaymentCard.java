package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.payment.PaymentQueries;
import kz.miras.registrar.shared.Verdict;

/** A request to pay: what for, how much, until when; accounting marks it here. */
@Named
@ViewScoped
public class PaymentCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PaymentQueries queries;
  @Inject private PaymentDesk desk;
  @Inject private Notice notice;

  private String id;
  private LocalDate paidOn;
  private String document;
  private LocalDate refundedOn;
  private String refundDocument;
  private Map<String, String> problems = Map.of();
  private transient PaymentQueries.View view;

  public void load() {
    view = queries.payment(id);
  }

  /** Marks the payment. */
  public String confirm() {
    Verdict verdict = desk.confirm(id, new PaymentSound.Mark(paidOn, document, null));
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done("registration.payment.done");
    return "/registration/payment.xhtml?faces-redirect=true&id=" + id;
  }

  /** Records that it was paid back. */
  public String refund() {
    Verdict verdict = desk.refund(id, new PaymentSound.Mark(refundedOn, refundDocument, null));
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done("registration.payment.refunded");
    return "/registration/payment.xhtml?faces-redirect=true&id=" + id;
  }

  public PaymentQueries.View getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public LocalDate getPaidOn() {
    return paidOn;
  }

  public void setPaidOn(LocalDate paidOn) {
    this.paidOn = paidOn;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }

  public LocalDate getRefundedOn() {
    return refundedOn;
  }

  public void setRefundedOn(LocalDate refundedOn) {
    this.refundedOn = refundedOn;
  }

  public String getRefundDocument() {
    return refundDocument;
  }

  public void setRefundDocument(String refundDocument) {
    this.refundDocument = refundDocument;
  }
}
