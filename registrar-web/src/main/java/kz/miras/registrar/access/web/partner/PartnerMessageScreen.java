package kz.miras.registrar.access.web.partner;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import kz.miras.registrar.access.service.partner.MessageDesk;
import kz.miras.registrar.access.service.partner.MessageDesk.View;
import kz.miras.registrar.access.service.partner.TakeUpDesk;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;

/** A message of a partner; what cannot be answered is put away with a reason. */
@Named("partnerMessage")
@ViewScoped
public class PartnerMessageScreen extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private MessageDesk desk;
  @Inject private TakeUpDesk takeUps;

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

  /** What came, as a file, byte for byte but for its password. */
  public void open() throws IOException {
    Download.attachment("application/octet-stream", "message-" + id + ".txt", desk.open(id));
  }

  /** Has it taken up again by the entrance it came by, which leads back here. */
  public String takeUp() {
    return step(
        () -> {
          redirect("/api/soap/taken-up?ticket=" + takeUps.ticket(id, reason));
          return null;
        },
        "access.partner.done.taken-up");
  }

  private static void redirect(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts it away. */
  public String discard() {
    return step(
        "/access/partner-message.xhtml?faces-redirect=true&id=" + id,
        () -> desk.discard(id, reason),
        "access.partner.done.discarded");
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
