package kz.miras.registrar.access.web.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.access.service.partner.PartnerDesk;
import kz.miras.registrar.frame.web.StepForm;

/** The form of a new partner. */
@Named("partnerRegistration")
@ViewScoped
public class PartnerRegistration extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private PartnerDesk desk;

  private String login;
  private final OrganisationForm organisation = new OrganisationForm();

  @Override
  protected void afresh() {
    // nothing was read
  }

  /** Registers it and shows its card, where terms are proposed. */
  public String register() {
    return step(
        () -> PartnerScreen.PAGE + desk.register(login, organisation.typed()),
        "access.partner.done.registered");
  }

  public OrganisationForm getOrganisation() {
    return organisation;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }
}
