package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import kz.miras.registrar.access.service.AccountDesk;

/** What everybody may change of the own account. */
@Named("profile")
@RequestScoped
public class OwnProfile {

  @Inject private AccountDesk desk;
  @Inject private Answers answers;

  private String present;
  private String wanted;
  private String again;

  public String change() {
    if (!Objects.equals(wanted, again)) {
      answers.unknown("access.password.differs");
      return null;
    }
    return answers.tell(desk.changeOwnPassword(present, wanted), "access.password.set")
        ? "/access/profile.xhtml?faces-redirect=true"
        : null;
  }

  public String getPresent() {
    return null;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return null;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return null;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
