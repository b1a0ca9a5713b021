package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.registration.service.ReceiptQueries;
import kz.miras.registrar.registration.service.ReceiptQueries.Receipt;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** A receipt of a registration and whether the log still says the same. */
@Named("receipt")
@RequestScoped
public class ReceiptScreen {

  @Inject private ReceiptQueries queries;

  private String id = KeptAddress.parameter("id");
  private Receipt shown;

  public Receipt getShown() {
    if (shown == null) {
      shown =
          queries.receipt(
              PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("receipt", id)));
    }
    return shown;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
