package kz.miras.registrar.access.web.subsystem;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.access.service.subsystem.SubsystemDesk;
import kz.miras.registrar.frame.web.StepForm;

/** The form of a new subsystem. */
@Named("subsystemRegistration")
@ViewScoped
public class SubsystemRegistration extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private SubsystemDesk desk;

  private String login;
  private final SubsystemForm form = new SubsystemForm();

  @Override
  protected void afresh() {
    // nothing was read
  }

  /** Registers it and shows its card, where its secret is made. */
  public String register() {
    return step(
        () -> SubsystemScreen.PAGE + desk.register(login, form.typed()),
        "access.subsystem.done.registered");
  }

  public SubsystemForm getForm() {
    return form;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }
}
