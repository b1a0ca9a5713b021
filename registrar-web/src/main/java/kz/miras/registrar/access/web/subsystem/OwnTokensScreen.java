package kz.miras.registrar.access.web.subsystem;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.access.service.subsystem.OwnTokenDesk;
import kz.miras.registrar.access.service.subsystem.OwnTokenDesk.Token;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.OwnTokenSound;
import kz.miras.registrar.frame.web.StepForm;

/** The tokens a student has granted programs for the own record. */
@Named("ownTokens")
@ViewScoped
public class OwnTokensScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String TOKEN = "ownToken";
  private static final int USUAL_DAYS = 90;

  @Inject private OwnTokenDesk desk;

  private String name;
  private Integer days = USUAL_DAYS;
  private List<ApiScope> scopes = new ArrayList<>();
  private transient List<Token> own;

  @Override
  protected void afresh() {
    own = null;
  }

  /** Makes a token and shows it, on the page that answers this click and never again. */
  public String grant() {
    return step(
        () -> {
          String token = desk.grant(name, scopes, days);
          FacesContext.getCurrentInstance().getExternalContext().getRequestMap().put(TOKEN, token);
          name = null;
          scopes = new ArrayList<>();
          afresh();
          return null;
        },
        "access.own-token.done.granted");
  }

  /** Takes one back. */
  public String revoke(String id) {
    return step(
        "/access/my-tokens.xhtml?faces-redirect=true",
        () -> desk.revoke(id),
        "access.own-token.done.revoked");
  }

  public List<Token> getOwn() {
    if (own == null) {
      own = desk.own();
    }
    return own;
  }

  /** What may be granted. */
  public List<ApiScope> getGrantable() {
    return OwnTokenSound.grantable().stream().sorted().toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public List<ApiScope> getScopes() {
    return scopes;
  }

  public void setScopes(List<ApiScope> scopes) {
    this.scopes = scopes;
  }
}
