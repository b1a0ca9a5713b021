package kz.miras.registrar.correspondence.web.ministry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayFile;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayDesk;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** A message of the gateway as it was sent or came, with what was answered. */
@Named("gatewayMessage")
@RequestScoped
public class GatewayMessageScreen {

  @Inject private GatewayDesk desk;

  @Inject private Notice notice;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private GatewayDesk.View view;

  public GatewayDesk.View getView() {
    if (view == null) {
      view = desk.view(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id)
        .orElseThrow(() -> new RegistrarException.NotFound("gateway-message", id));
  }

  /** Whether the gateway may be asked how it stands. */
  public boolean isAskable() {
    return getView().outgoing()
        && getView().channel() == GatewayChannel.ASYNC
        && getView().state() == GatewayState.SENT
        && may.can("exchange.send");
  }

  /** Asks how it stands. */
  public void ask() {
    try {
      if (desk.ask(uuid())) {
        notice.done("ministry.gateway.asked");
      } else {
        notice.warn("ministry.gateway.silent");
      }
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
    }
    view = null;
  }

  /** The file that came with the answer. */
  public void file() throws IOException {
    GatewayFile.Stored stored = desk.file(uuid());
    Download.attachment(
        "application/octet-stream",
        stored.name() == null ? stored.identifier() : stored.name(),
        stored.content());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
