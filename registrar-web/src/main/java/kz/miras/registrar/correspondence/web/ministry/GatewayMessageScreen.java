package kz.miras.registrar.correspondence.web.ministry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayDesk;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** A message of the gateway as it was sent or came, with what was answered. */
@Named("gatewayMessage")
@RequestScoped
public class GatewayMessageScreen {

  @Inject private GatewayDesk desk;

  private String id;
  private GatewayDesk.View view;

  public GatewayDesk.View getView() {
    if (view == null) {
      view =
          desk.view(
              PublicId.parse(id)
                  .orElseThrow(() -> new RegistrarException.NotFound("gateway-message", id)));
    }
    return view;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
