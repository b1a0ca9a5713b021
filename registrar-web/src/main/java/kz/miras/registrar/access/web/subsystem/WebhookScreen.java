package kz.miras.registrar.access.web.subsystem;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.access.service.event.WebhookOffice;
import kz.miras.registrar.access.service.event.WebhookOffice.Card;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;

/** A subscription to events: what was delivered, what was not, and sending it again. */
@Named("webhook")
@ViewScoped
public class WebhookScreen extends StepForm {

  static final String PAGE = "/access/webhook.xhtml?faces-redirect=true&id=";

  private static final long serialVersionUID = 1L;

  @Inject private WebhookOffice office;

  private String id = KeptAddress.parameter("id");
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

  /** Sends an event once more. */
  public String again(String delivery) {
    return step(PAGE + id, () -> office.again(delivery), "access.webhook.done.again");
  }

  /** Ends the subscription. */
  public String end() {
    return step(PAGE + id, () -> office.end(id), "access.webhook.done.ended");
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
