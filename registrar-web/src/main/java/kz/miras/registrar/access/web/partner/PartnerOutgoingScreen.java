package kz.miras.registrar.access.web.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.access.service.partner.push.OutgoingDesk;
import kz.miras.registrar.access.service.partner.push.OutgoingDesk.View;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;

/** A message for a partner: how it fares, and what is done about it. */
@Named("partnerOutgoing")
@ViewScoped
public class PartnerOutgoingScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/access/partner-outgoing.xhtml?faces-redirect=true&id=";

  @Inject private OutgoingDesk desk;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private transient View view;

  @Override
  protected void afresh() {
    view = null;
  }

  public View getView() {
    if (view == null) {
      view = desk.message(id);
    }
    return view;
  }

  /** Sends it once more. */
  public String again() {
    return step(PAGE + id, () -> desk.again(id), "access.partner.done.again");
  }

  /** Gives it up. */
  public String giveUp() {
    return step(PAGE + id, () -> desk.giveUp(id, reason), "access.partner.done.given-up");
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
}
